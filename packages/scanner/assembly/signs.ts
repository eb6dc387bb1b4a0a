import { BLOCK, classed } from './classes'
import { stopAt } from './memory'

/** Quotes, `%`, `\`, `&` and `{`. */
const SIGN_LOW = i8x16(4, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0, 8, 2, 0, 0, 0)
const SIGN_HIGH = i8x16(0, 0, 1, 0, 0, 2, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0)

/** What a byte may be to a joint. */
const BLANK: u32 = 1
const TOKEN: u32 = 2
const OPENS: u32 = 4
const CLOSES: u32 = 8
const AFTER_BLANKS: u32 = 16
const BEFORE_BRACE: u32 = 32
const WIDEST_BLANKS: usize = 200
const BRACE: u8 = 0x7b
const BRACKET: u8 = 0x5d
const DOT: u8 = 0x2e
const PERCENT: u8 = 0x25
const AMPERSAND: u8 = 0x26
const BACKSLASH: u8 = 0x5c

/**
 * Finds signs, looking from `first` on: each is put down as its distance from `origin`, in order.
 *
 * @param pairs - address of 65,536 bits: whether a sign and its neighbour matter, the first being the low byte; 0 when
 *   every sign does
 * @param parts - address of 256 bytes: what each is to a joint
 * @param into - where they are put, until `limit` is passed; there is room beyond for a block
 * @returns how many they are; `stoppedAt` tells where to look on, if before `end`
 */
export function findSigns(
  origin: usize,
  first: usize,
  end: usize,
  pairs: usize,
  parts: usize,
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
        if (!mayJoin(place, origin, end, parts)) continue
      }
      store<u32>(found, <u32>(place - origin))
      found += sizeof<u32>()
    }
  }
  stopAt(min(at, end))
  return <u32>((found - into) / sizeof<u32>())
}

/** Whether a sign that matters by its neighbour does by what else is around it. */
function mayJoin(sign: usize, origin: usize, end: usize, parts: usize): bool {
  const byte = load<u8>(sign)
  if (byte === PERCENT || byte === AMPERSAND || byte === BACKSLASH) return true
  const before = sign > origin ? partOf(sign - 1, end, parts) : 0
  if (byte === BRACE) return (before & BEFORE_BRACE) !== 0
  const next = sign + 1
  if (before & OPENS || (next < end && load<u8>(next) === DOT)) return true
  if (next < end && load<u8>(next) === BRACKET) return next + 1 < end && load<u8>(next + 1) === DOT
  if ((before & TOKEN) === 0) return false
  const part = partOf(next, end, parts)
  if (part & CLOSES) return (partOf(next + 1, end, parts) & TOKEN) !== 0
  if ((part & BLANK) === 0) return true
  let at = next
  const limit = next + WIDEST_BLANKS
  while (at < limit && partOf(at, end, parts) & BLANK) at++
  return (partOf(at, end, parts) & AFTER_BLANKS) !== 0
}

function partOf(at: usize, end: usize, parts: usize): u32 {
  return at < end ? load<u8>(parts + load<u8>(at)) : 0
}
