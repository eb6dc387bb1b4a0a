import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs'

/** What is there, and no file to read: a folder; a pipe, socket or device; more bytes than allowed. */
export type Unfit =
  | { readonly unfit: 'folder' }
  | { readonly unfit: 'irregular' }
  | { readonly unfit: 'large'; readonly size: number }

// To open a pipe that nobody writes to would block. Windows knows neither the flag nor such pipes.
const WITHOUT_BLOCKING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * The bytes of a regular file. They may share their memory with other buffers: copy what is to be handed out.
 *
 * @param maxBytes the most that it may have
 * @throws the error of the system, such as ENOENT
 */
export function readRegularFile(path: string, maxBytes: number): Buffer | Unfit {
  const descriptor = open(path, maxBytes)
  if (typeof descriptor !== 'number') return descriptor
  try {
    const stats = fstatSync(descriptor)
    return unfitness(stats, maxBytes) ?? readAll(descriptor, stats.size, maxBytes)
  } finally {
    closeSync(descriptor)
  }
}

function open(path: string, maxBytes: number): number | Unfit {
  try {
    return openSync(path, WITHOUT_BLOCKING)
  } catch (error) {
    if (isAbsent(error)) throw error
    // A socket cannot be opened, nor what this user may not read: it may be no file all the same.
    const unfit = unfitness(statSync(path), maxBytes)
    if (unfit) return unfit
    throw error
  }
}

export function isAbsent(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** Such as `EACCES`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}

function unfitness(stats: Stats, maxBytes: number): Unfit | undefined {
  if (!stats.isFile()) return { unfit: stats.isDirectory() ? 'folder' : 'irregular' }
  return stats.size > maxBytes ? { unfit: 'large', size: stats.size } : undefined
}

/** Up to the size that it had when it was opened. What the system makes up as it is read, in /proc, has the size 0. */
function readAll(descriptor: number, size: number, maxBytes: number): Buffer | Unfit {
  if (size === 0) {
    const bytes = readFileSync(descriptor)
    return bytes.length > maxBytes ? { unfit: 'large', size: bytes.length } : bytes
  }
  const bytes = Buffer.allocUnsafe(size)
  let length = 0
  for (let read = -1; read !== 0 && length < size; length += read)
    read = readSync(descriptor, bytes, length, size - length, null)
  return length < size ? bytes.subarray(0, length) : bytes
}
