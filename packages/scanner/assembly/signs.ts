import { stopAt } from './memory'

/*
 * Classes of bytes are told sixteen at a time: a byte is of a class when the entries of its two halves have a bit in
 * common.
 */

/** Quotes, `%`, `\`, `&` and `{`. */
const SIGN_LOW = i8x16(4, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0, 8, 2, 0, 0, 0)
const SIGN_HIGH = i8x16(0, 0, 1, 0, 0, 2, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0)

/** Letters, digits, `+`, `/`, `-` and `_`. */
const DIGIT_LOW = i8x16(26, 30, 30, 30, 30, 30, 30, 30, 30, 30, 28, 5, 4, 5, 4, 13)
const DIGIT_HIGH = i8x16(0, 0, 1, 2, 4, 8, 4, 16, 0, 0, 0, 0, 0, 0, 0, 0)

const BLOCK: usize = 16

/** A bit for each of sixteen bytes that is of the class. */
function classed(address: usize, low: v128, high: v128): u32 {
  const bytes = v128.load(address)
  const common = v128.and(
    i8x16.swizzle(low, v128.and(bytes, i8x16.splat(15))),
    i8x16.swizzle(high, i8x16.shr_u(bytes, 4)),
  )
  return i8x16.bitmask(i8x16.ne(common, i8x16.splat(0)))
}

/**
 * Finds signs, looking from `first` on: each is put down as its distance from `origin`, in order.
 *
 * @param pairs - address of 65,536 bits: whether a sign and its neighbour matter, the first being the low byte; 0 when
 *   every sign does
 * @param into - where they are put, until `limit` is passed; there is room beyond for a block
 * @returns how many they are; `stoppedAt` tells where to look on, if before `end`
 */
export function findSigns(
  origin: usize,
  first: usize,
  end: usize,
  pairs: usize,
  into: usize,
  limit: usize,
): u32 {
  let found = into
  let at = first
  for (; at < end && found <= limit; at += BLOCK) {
    for (let mask = classed(at, SIGN_LOW, SIGN_HIGH); mask !== 0; mask &= mask - 1) {
      const place = at + ctz(mask)
      if (place >= end) break
      if (pairs !== 0) {
        const pair: u32 = place + 1 < end ? load<u16>(place) : load<u8>(place)
        if (((load<u8>(pairs + (pair >>> 3)) >>> (pair & 7)) & 1) === 0) continue
      }
      store<u32>(found, <u32>(place - origin))
      found += sizeof<u32>()
    }
  }
  stopAt(min(at, end))
  return <u32>((found - into) / sizeof<u32>())
}

/**
 * Finds runs of digits of base64 that are so long at least, looking from `first` on, where none may go on from before:
 * start and end of each are put down as distances from `origin`.
 *
 * @param into - where they are put, until `limit` is passed; there is room beyond for one
 * @returns how many numbers they are; `stoppedAt` tells where to look on, if before `end`
 */
export function findRuns(
  origin: usize,
  first: usize,
  end: usize,
  shortest: u32,
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
    if (close >= open + shortest) {
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
