import { reserve, stopAt } from './memory'

/*
 * A table probe with four bytes at every second offset: of any five bytes of a keyword, the first four or the last
 * four are at an even offset, and the five that are rarest in ordinary text stand for it. Keywords of four bytes are
 * probed for with three of them; those of three are entered once for each byte that can follow. The few blocks that
 * hit are looked at more closely: the four bytes at each place must be those of a keyword, then the rest of it.
 */

const PROBE_BITS: u32 = 17
const HEAD_BITS: u32 = 16
const MULTIPLIER: u32 = 0x9e3779b1
const SHORTEST: u32 = 3
const FOLD: u32 = 0x20
const FOLD4: u32 = 0x20202020

/** Which bytes of a keyword an entry of the probe table stands for. */
const FIRST: u32 = 1
const LAST: u32 = 2

@unmanaged
class Keyword {
  text: usize = 0
  length: u32 = 0
  /** Where the bytes start that stand for it. */
  anchor: u32 = 0
}

/** A keyword of those that share a slot of `heads`: it may stand where `word` and, after it, `tail` do. */
@unmanaged
class Entry {
  word: u32 = 0
  mask: u32 = 0
  tail: u32 = 0
  tailMask: u32 = 0
  keyword: u32 = 0
  next: u32 = 0
}

let probe: usize = 0
let heads: usize = 0
let keywords: usize = 0
let count: u32 = 0
let entries: usize = 0
/** Number 0 ends a list. */
let entered: u32 = 1
/** How common each byte is in ordinary text: one byte for each. */
let shares: usize = 0
let furthest: u32 = 0

let found: usize = 0
function keyword(index: u32): Keyword {
  return changetype<Keyword>(keywords + index * offsetof<Keyword>())
}

function entry(index: u32): Entry {
  return changetype<Entry>(entries + index * offsetof<Entry>())
}

/**
 * Makes the index of keywords.
 *
 * @param short - how many of them have three bytes
 * @param commonness - address of 256 bytes
 * @param list - address of a number, where its folded bytes are, and how many, for each keyword, the short ones first
 */
export function makeIndex(total: u32, short: u32, commonness: usize, list: usize): void {
  probe = reserve(1 << PROBE_BITS)
  heads = reserve(sizeof<u16>() << HEAD_BITS)
  keywords = reserve(total * offsetof<Keyword>())
  entries = reserve((1 + total + 128 * short) * offsetof<Entry>())
  count = total
  shares = commonness
  for (let at = list; at < list + 3 * total * sizeof<u32>(); at += 3 * sizeof<u32>()) {
    add(load<u32>(at), load<u32>(at, sizeof<u32>()), load<u32>(at, 2 * sizeof<u32>()))
  }
}

function add(index: u32, text: usize, length: u32): void {
  const one = keyword(index)
  one.text = text
  one.length = length
  one.anchor = rarest(text, length)
  furthest = max(furthest, one.anchor)
  const first = load<u32>(text + one.anchor)
  if (length > SHORTEST + 1) {
    mark(hash(first), FIRST)
    mark(hash(load<u32>(text + one.anchor + 1)), LAST)
    enter(index, first, -1)
  } else if (length > SHORTEST) {
    mark(hash3(first), FIRST)
    mark(hash3(first >>> 8), LAST)
    enter(index, first, -1)
  } else {
    const three = first & 0xffffff
    mark(hash3(three), FIRST)
    for (let next: u32 = 0; next < 256; next++) {
      if ((next & FOLD) === 0) continue
      mark(hash3((three >>> 8) | (next << 16)), LAST)
      enter(index, three | (next << 24), 0xffffff)
    }
  }
}

function mark(slot: u32, bit: u32): void {
  store<u8>(probe + slot, load<u8>(probe + slot) | bit)
}

function enter(index: u32, word: u32, mask: u32): void {
  const head = heads + headOf(word) * sizeof<u16>()
  const next: u32 = load<u16>(head)
  // The tails of a short keyword may share a slot.
  if (next !== 0 && entry(next).keyword === index) return
  const one = entry(entered)
  one.word = word & mask
  one.mask = mask
  one.keyword = index
  one.next = next
  const whole = keyword(index)
  const after = <i32>(whole.length - whole.anchor - sizeof<u32>())
  one.tailMask = after >= 4 ? -1 : (1 << (8 * max(after, 0))) - 1
  one.tail = load<u32>(whole.text + whole.anchor, sizeof<u32>()) & one.tailMask
  store<u16>(head, entered++)
}

/** Where the five bytes of a keyword start that add least to what the probe lets through; 0 for shorter ones. */
function rarest(text: usize, length: u32): u32 {
  let best: u32 = 0
  let least: u32 = u32.MAX_VALUE
  for (let at: u32 = 0; at + SHORTEST + 1 < length; at++) {
    const added = share(load<u32>(text + at), FIRST) + share(load<u32>(text + at + 1), LAST)
    if (added >= least) continue
    best = at
    least = added
  }
  return best
}

function share(word: u32, bit: u32): u32 {
  if ((load<u8>(probe + hash(word)) & bit) !== 0) return 0
  return shareOf(word) * shareOf(word >>> 8) * shareOf(word >>> 16) * shareOf(word >>> 24)
}

function shareOf(byte: u32): u32 {
  return load<u8>(shares + (byte & 0xff))
}

/** A slot of the probe table for four bytes. */
function hash(bytes: u32): u32 {
  return (bytes * MULTIPLIER) >>> (32 - PROBE_BITS)
}

/** A slot of the same table for the low three bytes. */
function hash3(bytes: u32): u32 {
  return hash(bytes << 8)
}

function headOf(bytes: u32): u32 {
  return (bytes * MULTIPLIER) >>> (32 - HEAD_BITS)
}

/**
 * Finds the keywords that start in `[from, to)` and end at or before `end`, looking from `first` on. Each is put down
 * as a number, `(start - origin) * count + keyword`, not in order.
 *
 * @param into - where they are put, until `limit` is passed; there is room beyond for four of each keyword
 * @returns how many they are; `stoppedAt` tells where to look on, if before `end`
 */
export function findKeywords(
  origin: usize,
  from: usize,
  first: usize,
  to: usize,
  end: usize,
  into: usize,
  limit: usize,
): u32 {
  found = into
  const last = min(to + furthest, end)
  let before: u32 = load<u32>(first - 4) | FOLD4
  let here = load<u32>(first) | FOLD4
  let at = first
  // A block answers for the places from one before it to its last but one.
  for (; at <= last && found <= limit; at += 4) {
    const next = load<u32>(at + 4) | FOLD4
    const crossing = (here >>> 16) | (next << 16)
    const even = load<u8>(probe + hash3(here)) | load<u8>(probe + hash(here))
    const odd = load<u8>(probe + hash3(crossing)) | load<u8>(probe + hash(crossing))
    if ((even | odd) !== 0) {
      if (even & LAST) verify(origin, at - 1, (before >>> 24) | (here << 8), from, to, end)
      if (even & FIRST) verify(origin, at, here, from, to, end)
      if (odd & LAST) verify(origin, at + 1, (here >>> 8) | (next << 24), from, to, end)
      if (odd & FIRST) verify(origin, at + 2, crossing, from, to, end)
    }
    before = here
    here = next
  }
  stopAt(at > last ? end : at)
  return <u32>((found - into) / sizeof<f64>())
}

/** Puts down the keywords whose anchor is this place, where `word` stands. */
function verify(origin: usize, place: usize, word: u32, from: usize, to: usize, end: usize): void {
  const tail = load<u32>(place, sizeof<u32>()) | FOLD4
  for (let index: u32 = load<u16>(heads + headOf(word) * sizeof<u16>()); index !== 0; ) {
    const one = entry(index)
    index = one.next
    if ((word & one.mask) !== one.word || (tail & one.tailMask) !== one.tail) continue
    const wanted = keyword(one.keyword)
    const start = place - wanted.anchor
    if (start < from || start >= to || start + wanted.length > end) continue
    if (!occursAt(start, wanted.text, wanted.length)) continue
    store<f64>(found, <f64>(start - origin) * <f64>count + <f64>one.keyword)
    found += sizeof<f64>()
  }
}

function occursAt(start: usize, text: usize, length: u32): bool {
  for (let at: u32 = 0; at < length; at++) {
    if ((load<u8>(start + at) | FOLD) !== load<u8>(text + at)) return false
  }
  return true
}
