import { printedName } from '../names.ts'

/** What a file holds: all of it when it is small, else piece by piece. Whoever takes it need not take all. */
export type Content = Buffer | AsyncIterable<Buffer>

/** A file up to this size, in bytes, is held as a whole: a stream for each of many small ones would cost more. */
export const SMALL = 256 * 1024

/** Something that a container holds. Containers are read forwards: it is over when the next is asked for. */
export interface Entry {
  /** Its path in the container, as findings print it. */
  readonly name: string
  /** In bytes, as the container tells it, which may lie. */
  readonly size?: number
  readonly content: Content
}

/** Something in a container that cannot be looked at. */
export interface Closed {
  readonly name: string
  readonly reason: 'encrypted' | 'unsupported' | 'damaged'
  readonly detail: string
}

/** No system has longer ones; an archive may, to fill the memory. */
const LONGEST_NAME = 4096

/** What a container image holds, as container engines call it. */
const imageBlob = /^blobs\/sha256\/([0-9a-f]{12})[0-9a-f]{52}$/

/** A name from a container, for people to read: nothing is ever looked up by it. Never empty. */
export function entryName(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  const name = printedName(end < 0 ? bytes : bytes.subarray(0, end))
  const shown = name.replace(/^(?:\.?\/)+/, '').replace(imageBlob, 'sha256:$1') || '?'
  return shown.length > LONGEST_NAME ? `${shown.slice(0, LONGEST_NAME)}…` : shown
}
