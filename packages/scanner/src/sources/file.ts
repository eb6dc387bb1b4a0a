import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs'
import { sep } from 'node:path'
import type { Skip } from '../coverage.ts'
import type { FileEntry } from './entry.ts'

/** A file that is being read. */
export interface OpenFile {
  /** Reads on. Returns how many bytes it put into the buffer, 0 at the end. */
  read(into: Buffer): number
  /** How many bytes were read. */
  readonly total: number
  /** Whether all of it is known to be read. */
  readonly ended: boolean
  close(): void
}

// A link is not followed, and a pipe that nobody writes to does not block. Windows has neither flag.
const NO_FOLLOW: number | undefined = constants.O_NOFOLLOW
const FLAGS = constants.O_RDONLY | (NO_FOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * Opens a file for reading, if it is a regular one.
 *
 * @param root - the directory that links should not lead out of
 * @param maxSize - in bytes; larger ones are skipped
 * @returns why it is skipped otherwise; undefined when it is not there (any more)
 */
export function openFile(
  { file, path }: FileEntry,
  root: string,
  maxSize: number,
): OpenFile | Skip | undefined {
  let fd: number
  try {
    if (NO_FOLLOW === undefined && lstatSync(file).isSymbolicLink()) return skippedLink(file, path, root)
    fd = openSync(file, FLAGS)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    if (code === 'ELOOP' || code === 'EMLINK') return skippedLink(file, path, root)
    // A socket cannot be opened.
    if (code === 'ENXIO') return { path, reason: 'not-a-file' }
    return { path, reason: 'unreadable', detail: `${code}` }
  }
  const stats = fstatSync(fd)
  if (stats.isFile() && stats.size <= maxSize) return reader(fd, stats.size)
  closeSync(fd)
  return stats.isFile()
    ? { path, reason: 'too-large', detail: `${stats.size} bytes` }
    : { path, reason: 'not-a-file' }
}

function reader(fd: number, size: number): OpenFile {
  let total = 0
  return {
    read(into) {
      const count = readSync(fd, into, 0, into.length, null)
      total += count
      return count
    },
    get total() {
      return total
    },
    // Asking once more can be saved where the size is told; in /proc it is 0.
    get ended() {
      return size > 0 && total >= size
    },
    close: () => closeSync(fd),
  }
}

function skippedLink(file: string | Buffer, path: string, root: string): Skip {
  try {
    const target = realpathSync.native(file)
    const inside = root.endsWith(sep) ? root : root + sep
    return { path, reason: target.startsWith(inside) ? 'link' : 'outside' }
  } catch {
    return { path, reason: 'outside', detail: 'leads nowhere' }
  }
}
