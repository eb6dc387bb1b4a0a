import { isUtf8 } from 'node:buffer'

/** Formats that hold other files. */
export type ContainerKind = 'zip' | 'tar' | 'gzip' | 'zstd' | 'brotli'

/** So many bytes at the beginning of a file tell what it is. */
export const HEAD = 512

const ZIP_ENTRY = 0x04034b50
const ZIP_EMPTY = 0x06054b50
/** The marker of an archive that was made to be split and then was not. */
const ZIP_SPLIT = 0x30304b50
export const ZSTD = 0xfd2fb528
/** Sixteen numbers begin a frame that holds anything, in which zstd puts what is not content. */
export const ZSTD_SKIPPABLE = 0x184d2a50

/**
 * What a file holds other files as, if it does: from its first bytes, for brotli, which has none of its own, from its
 * name. Magic numbers are from the formats' specifications (APPNOTE, POSIX pax, RFC 1952, RFC 8878).
 *
 * @param head - the first 512 bytes, or the whole file when that is shorter
 */
export function containerKind(head: Buffer, name: string): ContainerKind | undefined {
  if (head.length >= 4) {
    const magic = head.readUInt32LE(0)
    if (magic === ZIP_ENTRY || magic === ZIP_EMPTY || magic === ZIP_SPLIT) return 'zip'
    if ((magic & 0xffffff) === 0x088b1f) return 'gzip'
    if (magic === ZSTD || (magic & 0xfffffff0) >>> 0 === ZSTD_SKIPPABLE) return 'zstd'
  }
  if (head.length >= 512 && isTarHeader(head)) return 'tar'
  // A zip that is a program begins with the script that runs it.
  if (head[0] === 0x23 && head[1] === 0x21 && /\.(?:jar|war|pyz)$/i.test(name)) return 'zip'
  return name.endsWith('.br') && !isText(head) ? 'brotli' : undefined
}

/** A text may have the name too, as one in Brazilian Portuguese; its beginning may end in the midst of a character. */
const isText = (head: Buffer): boolean =>
  [0, 1, 2, 3].some((cut) => isUtf8(head.subarray(0, Math.max(0, head.length - cut))))

/** Where a tar header keeps the sum of its bytes, in octal. */
const SUM = 148
const SUM_LENGTH = 8
const SPACE = 0x20
const sumStarts = Uint8Array.from({ length: 256 }, (_, byte) =>
  ' 01234567'.includes(String.fromCharCode(byte)) ? 1 : 0,
)

/** Whether the sum is right: every tar has one, also those that are older than any magic number. */
export function isTarHeader(block: Buffer): boolean {
  if (!sumStarts[block[SUM]!]) return false
  // Nearly no text passes this, and so is not summed up.
  const written = /^ *([0-7]{1,7})[\0 ]/.exec(block.toString('latin1', SUM, SUM + SUM_LENGTH))
  if (!written) return false
  let sum = SUM_LENGTH * SPACE
  let negative = 0
  for (let at = 0; at < 512; at++) {
    if (at >= SUM && at < SUM + SUM_LENGTH) continue
    sum += block[at]!
    if (block[at]! > 127) negative += 256
  }
  // Some programs took the bytes for signed ones.
  const told = Number.parseInt(written[1]!, 8)
  return told === sum || told === sum - negative
}
