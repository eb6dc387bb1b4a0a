import { isUtf8 } from 'node:buffer'
import { charStart } from './region.ts'

/** What the first bytes of a file say about it. */
export type Content = 'text' | 'utf-16le' | 'utf-16be' | 'binary' | 'compressed'

/** Nothing beyond is looked at to tell what a file is. */
export const SNIFFED = 8192

/**
 * Beginnings of formats whose bytes are compressed, encrypted or pixels, so that no text can be found in them.
 * From the formats' own specifications; `.` stands for any byte.
 */
const COMPRESSED: readonly (readonly [offset: number, magic: string])[] = [
  [0, '\x89PNG\r\n\x1a\n'],
  [0, '\xff\xd8\xff'],
  [0, 'GIF87a'],
  [0, 'GIF89a'],
  [8, 'WEBP'],
  [8, 'WAVE'],
  [8, 'AVI '],
  [4, 'ftyp'],
  [0, '\0\0\x01\0'],
  [0, 'II*\0'],
  [0, 'MM\0*'],
  [0, 'wOFF'],
  [0, 'wOF2'],
  [0, '\0\x01\0\0'],
  [0, 'OTTO'],
  [0, 'true\0'],
  [0, 'ttcf'],
  [0, 'PK\x03\x04'],
  [0, 'PK\x05\x06'],
  [0, '\x1f\x8b'],
  [0, 'BZh'],
  [0, '\xfd7zXZ\0'],
  [0, '\x28\xb5\x2f\xfd'],
  [0, '7z\xbc\xaf\x27\x1c'],
  [0, 'Rar!\x1a\x07'],
  [0, 'OggS'],
  [0, 'ID3'],
  [0, 'fLaC'],
  [0, '\x1aE\xdf\xa3'],
]

/** Looks at the beginning of a file; `head` is the whole file when the file is shorter than 8 KB. */
export function sniff(head: Uint8Array): Content {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const sample = head.length > SNIFFED ? head.subarray(0, charStart(head, SNIFFED)) : head
  const isZeroFree = !sample.includes(0)
  // A text may begin like some format does: `ID3 tags`.
  if (isZeroFree && isUtf8(sample)) return 'text'
  if (COMPRESSED.some(([offset, magic]) => startsWith(sample, offset, magic))) return 'compressed'
  if (isZeroFree) return 'text'
  return unmarkedUtf16(sample) ?? 'binary'
}

function startsWith(bytes: Uint8Array, offset: number, magic: string): boolean {
  for (let index = 0; index < magic.length; index++) {
    if (bytes[offset + index] !== magic.charCodeAt(index)) return false
  }
  return true
}

/** Mostly Latin text in UTF-16 has a zero in one half of nearly every pair, and never in both. */
function unmarkedUtf16(sample: Uint8Array): Content | undefined {
  const pairs = sample.length >> 1
  if (pairs < 4) return undefined
  let evenZeros = 0
  let oddZeros = 0
  for (let index = 0; index < pairs; index++) {
    if (sample[2 * index] === 0) evenZeros++
    if (sample[2 * index + 1] === 0) oddZeros++
  }
  if (evenZeros === 0 && oddZeros > pairs * 0.7) return 'utf-16le'
  if (oddZeros === 0 && evenZeros > pairs * 0.7) return 'utf-16be'
  return undefined
}
