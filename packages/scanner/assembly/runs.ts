import { BLOCK, classed } from './classes'
import { stopAt } from './memory'

/** Letters, digits, `+`, `/`, `-` and `_`. */
const DIGIT_LOW = i8x16(26, 30, 30, 30, 30, 30, 30, 30, 30, 30, 28, 5, 4, 5, 4, 13)
const DIGIT_HIGH = i8x16(0, 0, 1, 2, 4, 8, 4, 16, 0, 0, 0, 0, 0, 0, 0, 0)

const BACKSLASH: u8 = 0x5c
/** Of what is decoded, so many groups of three bytes tell whether it can be text. */
const TELLING: u32 = 5
const TELLING_UTF8: u32 = 3

/**
 * Finds runs of digits of base64 that are so long at least and may say something, looking from `first` on, where none may go on from before:
 * start and end of each are put down as distances from `origin`.
 *
 * @param values - address of 256 bytes: the value of each that is a digit
 * @param into - where they are put, until `limit` is passed; there is room beyond for one
 * @returns how many numbers they are; `stoppedAt` tells where to look on, if before `end`
 */
export function findRuns(
  origin: usize,
  first: usize,
  end: usize,
  shortest: u32,
  values: usize,
  into: usize,
  limit: usize,
): u32 {
  let found = into
  let open = first
  let stopped = end
  for (let at = first; ; at += BLOCK) {
    // What is beyond the end is no digit.
    const others = at + BLOCK <= end ? ~classed(at, DIGIT_LOW, DIGIT_HIGH) & 0xffff : rest(at, end)
    if (others === 0) continue
    const close = at + ctz(others)
    if (close >= open + shortest && mayDecode(open, close, origin, values)) {
      store<u32>(found, <u32>(open - origin))
      store<u32>(found, <u32>(close - origin), sizeof<u32>())
      found += 2 * sizeof<u32>()
    }
    open = at + 32 - clz(others)
    if (open > end) break
    if (found > limit) {
      stopped = open
      break
    }
  }
  stopAt(stopped)
  return <u32>((found - into) / sizeof<u32>())
}

/** The bytes of the last block that are no digits. */
function rest(at: usize, end: usize): u32 {
  const digits = at < end ? classed(at, DIGIT_LOW, DIGIT_HIGH) & ((1 << (<u32>(end - at))) - 1) : 0
  return ~digits & 0xffff
}

/** Whether a run may say something when it is decoded; one that begins where the bytes do is not told off. */
function mayDecode(from: usize, to: usize, origin: usize, values: usize): bool {
  if (from === origin) return true
  const start = load<u8>(from - 1) === BACKSLASH ? from + 1 : from
  return mayBeText(start, values) || isHex(start, to)
}

function isHex(start: usize, end: usize): bool {
  if ((end - start) & 1) return false
  for (let at = start; at < end; at++) {
    const byte: u32 = load<u8>(at)
    if (byte - 0x30 > 9 && (byte | 0x20) - 0x61 > 5) return false
  }
  return true
}

/** Whether base64 that starts here may hold text, in UTF-8 or UTF-16, or begins as something compressed does. */
function mayBeText(start: usize, values: usize): bool {
  const first = group(start, values)
  const one = first >>> 16
  const two = (first >>> 8) & 0xff
  if (one === 0x1f && two === 0x8b) return true
  if (one === 0x78 && (two === 0x01 || two === 0x5e || two === 0x9c || two === 0xda)) return true
  if (two === 0) return !isControl(one) && !isControl(first & 0xff) && group(start + 4, values) >>> 16 === 0
  let cut: u32 = 3
  let open: u32 = 0
  for (let index: u32 = 0; index < TELLING; index++) {
    const three = group(start + 4 * index, values)
    for (let shift: i32 = 16; shift >= 0; shift -= 8) {
      const byte = (three >>> shift) & 0xff
      if (isControl(byte)) return false
      if (index >= TELLING_UTF8) continue
      if ((byte & 0xc0) === 0x80) {
        if (open > 0) open--
        else if (cut-- === 0) return false
      } else {
        if (open > 0) return false
        cut = 0
        open = byte < 0x80 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
      }
    }
  }
  return true
}

/** Three bytes, of four digits. */
function group(at: usize, values: usize): u32 {
  return (
    ((<u32>load<u8>(values + load<u8>(at))) << 18) |
    ((<u32>load<u8>(values + load<u8>(at, 1))) << 12) |
    ((<u32>load<u8>(values + load<u8>(at, 2))) << 6) |
    <u32>load<u8>(values + load<u8>(at, 3))
  )
}

function isControl(byte: u32): bool {
  return byte === 127 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)
}
