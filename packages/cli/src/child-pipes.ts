import { spawnSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** The two ends of a pipe: a program gets the one as a descriptor, and what it writes is read from the other. */
export interface Pipe {
  readonly writeEnd: number
  readonly readEnd: Readable
}

/**
 * Makes pipes, as a shell does. Node gives its children sockets, which they cannot open again as `/dev/stdout`, and
 * which they find reset, not closed, when the reader leaves.
 *
 * @returns undefined where the system has no named pipes, or lets us make none.
 */
export const openPipes = (count: number): Pipe[] | undefined => {
  if (process.platform === 'win32') return undefined
  const folder = privateFolder()
  if (folder === undefined) return undefined
  try {
    const paths = Array.from({ length: count }, (_, index) => join(folder, String(index)))
    if (spawnSync('mkfifo', ['-m', '600', ...paths], { stdio: 'ignore' }).status !== 0) return undefined
    return paths.map(openBoth)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const privateFolder = (): string | undefined => {
  try {
    return mkdtempSync(join(tmpdir(), 'tacet-run-'))
  } catch {
    return undefined
  }
}

const openBoth = (path: string): Pipe => {
  // Without waiting for the writer, who comes next.
  const read = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  return {
    writeEnd: openSync(path, constants.O_WRONLY),
    readEnd: new Socket({ fd: read, readable: true, writable: false }),
  }
}

/** Leaves the writing end to those who got it: the reader sees the end when the last of them is gone. */
export const leaveToChild = (pipes: readonly Pipe[]): void => {
  for (const { writeEnd } of pipes) closeSync(writeEnd)
}
