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
  readonly signals: Signals
}

/** The signals of the process, for a command that passes them on. */
export interface Signals {
  /** Gives the listener all that come from now on: they do not abort any more. Returns what ends that. */
  take(listener: (signal: NodeJS.Signals) => void): () => void
  /** Ends the process by a signal, as far as the system lets it: it may return. */
  raise(signal: NodeJS.Signals): void
}
