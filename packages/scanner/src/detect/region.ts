import { isAscii, isUtf8 } from 'node:buffer'

/** A stretch of bytes as text, with the way from offsets in one to offsets in the other. */
export interface Region {
  readonly text: string
  /** Where in `text` the byte at this offset of the blob stands. Ask in ascending order. */
  unitAt(byte: number): number
  /** At which offset of the blob this unit of `text` starts. */
  byteAt(unit: number): number
}

/** UTF-8 where the bytes are that, Latin-1 (in which nothing is invalid) elsewhere. */
export function decode(bytes: Buffer): string {
  return isAscii(bytes) || !isUtf8(bytes) ? bytes.toString('latin1') : bytes.toString('utf8')
}

/**
 * Decodes `bytes[start, end)`. In text that is not ASCII a unit may take three bytes, so there the stretch is made
 * wide enough to hold at least as many units: `reach` is how much of it lies on either side of what matters.
 */
export function region(bytes: Buffer, start: number, end: number, reach: number): Region {
  const narrow = bytes.subarray(start, end)
  if (isAscii(narrow)) return oneByte(narrow, start)
  const from = charStart(bytes, Math.max(0, start - 2 * reach))
  const to = charStart(bytes, Math.min(bytes.length, end + 2 * reach))
  const wide = bytes.subarray(from, to)
  return isUtf8(wide) ? manyBytes(wide, from) : oneByte(narrow, start)
}

/** The nearest offset at or before this one at which a UTF-8 sequence can start. */
export function charStart(bytes: Uint8Array, offset: number): number {
  let at = offset
  while (at > 0 && at < bytes.length && offset - at < 3 && (bytes[at]! & 0xc0) === 0x80) at--
  return at
}

function oneByte(bytes: Buffer, start: number): Region {
  return { text: bytes.toString('latin1'), unitAt: (byte) => byte - start, byteAt: (unit) => unit + start }
}

function manyBytes(bytes: Buffer, start: number): Region {
  const text = bytes.toString('utf8')
  // The last pair asked for: walking on from there keeps many questions linear.
  let unit = 0
  let byte = 0
  const rewind = (): void => {
    unit = 0
    byte = 0
  }
  return {
    text,
    unitAt(offset) {
      const target = offset - start
      if (target < byte) rewind()
      unit += bytes.toString('utf8', byte, target).length
      byte = target
      return unit
    },
    byteAt(target) {
      if (target < unit) rewind()
      byte += Buffer.byteLength(text.slice(unit, target))
      unit = target
      return start + byte
    },
  }
}
