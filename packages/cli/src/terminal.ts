import type { Readable, Writable } from 'node:stream'

/** An output stream, with what only a terminal's has. */
export interface Output extends Writable {
  readonly isTTY?: boolean
  readonly columns?: number
}

/** All that a command sees of the process that runs it. */
export interface Terminal {
  readonly stdin: Readable
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted when the user wants to stop; what is known by then is still reported. */
  readonly signal: AbortSignal
}
