import { reserve, stopAt } from './memory'

/*
 * A table probe with four bytes at every second offset: of any five bytes of a keyword, the first four or the last
 * four are at an even offset, and the five that are rarest in ordinary text stand for it. Those of a shorter keyword
 * are made of it and of any byte that can stand after it, and before it when it has but three. The few blocks that hit
 * are looked at more closely: the other four bytes must be entered too, then the keyword must be there as a whole.
 */

/** So many that few of them stand for anything: most of what is looked for is then told off at once. */
const PROBE_BITS: u32 = 20
/** Slots that share a byte. */
const SLOTS_A_BYTE: u32 = 4
const HEAD_BITS: u32 = 16
const MULTIPLIER: u32 = 0x9e3779b1
const SHORTEST: u32 = 3
/** So many bytes stand for a keyword that has as many. */
const ANCHOR: u32 = 5
/** Entries that a keyword of three bytes takes, and how many there can be. */
const TAILS: u32 = 128
const MOST_ENTRIES: u32 = 0xffff
const FIRST_LETTER: u32 = 0x61
const LETTERS: u32 = 26
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
  anchor: i32 = 0
  /** How many runs have to follow it, and the first of them. */
  runs: u32 = 0
  follows: usize = 0
}

/** Bytes in a row, of those that a map has a bit for. */
@unmanaged
class Run {
  map: usize = 0
  least: u32 = 0
  most: u32 = 0
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

let shares: usize = 0
let probe: usize = 0
let heads: usize = 0
let keywords: usize = 0
let count: u32 = 0
let entries: usize = 0
/** Number 0 ends a list. */
let entered: u32 = 1
let furthest: i32 = 0

let found: usize = 0
function keyword(index: u32): Keyword {
  return changetype<Keyword>(keywords + index * offsetof<Keyword>())
}

function entry(index: u32): Entry {
  return changetype<Entry>(entries + index * offsetof<Entry>())
}

/**
 * Makes the index of keywords, each of at least three bytes.
 *
 * @param texts - address of their bytes, one after the other
 * @param lengths - address of how many each has, numbers of 32 bits
 * @param follows - address of how many runs follow each and where the first is, numbers of 32 bits
 * @param ordinary - address of how often each byte is in ordinary text, as a share, and then of how often a letter is
 *   followed by another: numbers of 32 bits
 * @returns whether there is room for so many
 */
export function makeIndex(total: u32, texts: usize, lengths: usize, follows: usize, ordinary: usize): bool {
  keywords = reserve(total * offsetof<Keyword>())
  count = total
  let short: u32 = 0
  let longest: u32 = 0
  let at = texts
  for (let index: u32 = 0; index < total; index++) {
    const one = keyword(index)
    one.text = at
    one.length = load<u32>(lengths + index * sizeof<u32>())
    one.runs = load<u32>(follows + 2 * index * sizeof<u32>())
    one.follows = load<u32>(follows + 2 * index * sizeof<u32>(), sizeof<u32>())
    for (let left = one.length; left > 0; left--, at++) store<u8>(at, load<u8>(at) | <u8>FOLD)
    longest = max(longest, one.length)
    if (one.length === SHORTEST) short++
  }
  const most: u32 = 1 + total + TAILS * short
  if (most > MOST_ENTRIES) return false
  shares = ordinary
  probe = reserve((1 << PROBE_BITS) / SLOTS_A_BYTE)
  heads = reserve(sizeof<u16>() << HEAD_BITS)
  entries = reserve(most * offsetof<Entry>())
  // Those that have no choice first: the others can share what is entered then.
  for (let length = SHORTEST; length <= longest; length++) {
    for (let index: u32 = 0; index < total; index++) if (keyword(index).length === length) add(index)
  }
  return true
}

function add(index: u32): void {
  const one = keyword(index)
  const text = one.text
  const length = one.length
  if (length > SHORTEST + 1) {
    one.anchor = rarest(text, length)
    furthest = max(furthest, one.anchor)
    const first = load<u32>(text + one.anchor)
    mark(first, FIRST)
    mark(load<u32>(text + one.anchor + 1), LAST)
    enter(index, first, -1)
    return
  }
  const bytes = load<u32>(text)
  if (length > SHORTEST) {
    mark(bytes, FIRST)
    enter(index, bytes, -1)
  } else one.anchor = -1
  const three = length > SHORTEST ? bytes >>> 8 : bytes & 0xffffff
  for (let any: u32 = 0; any < 256; any++) {
    if ((any & FOLD) === 0) continue
    mark(three | (any << 24), LAST)
    if (length > SHORTEST) continue
    mark((three << 8) | any, FIRST)
    enter(index, (three << 8) | any, 0xffffff00)
  }
}

/** Where the five bytes start of which the first four and the last four are rarest, or stand for a keyword already. */
function rarest(text: usize, length: u32): i32 {
  let best: u32 = 0
  let least = f32.MAX_VALUE
  for (let at: u32 = 0; at + ANCHOR <= length; at++) {
    const first = text + at
    let added: f32 = 0
    if ((probed(load<u32>(first)) & FIRST) === 0) added += commonness(first)
    if ((probed(load<u32>(first + 1)) & LAST) === 0) added += commonness(first + 1)
    if (added >= least) continue
    least = added
    best = at
  }
  return best
}

/** How often four bytes follow each other in ordinary text, as a share: by the pairs that letters form in words. */
function commonness(bytes: usize): f32 {
  let share = shareOf(load<u8>(bytes))
  for (let next: usize = 1; next < sizeof<u32>(); next++) {
    const before = <u32>load<u8>(bytes + next - 1) - FIRST_LETTER
    const letter = <u32>load<u8>(bytes + next) - FIRST_LETTER
    share *=
      max(before, letter) < LETTERS
        ? shareOf(256 + before * LETTERS + letter)
        : shareOf(letter + FIRST_LETTER)
  }
  return share
}

function shareOf(index: u32): f32 {
  return load<f32>(shares + index * sizeof<f32>())
}

function mark(bytes: u32, bit: u32): void {
  const slot = slotOf(bytes)
  const place = probe + slot / SLOTS_A_BYTE
  store<u8>(place, load<u8>(place) | (bit << shiftOf(slot)))
}

function enter(index: u32, word: u32, mask: u32): void {
  const head = heads + headOf(word) * sizeof<u16>()
  const next: u32 = load<u16>(head)
  // What is made of a short keyword may share a slot.
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

/** Which bytes of a keyword these four may be. */
function probed(bytes: u32): u32 {
  const slot = slotOf(bytes)
  return (load<u8>(probe + slot / SLOTS_A_BYTE) >>> shiftOf(slot)) & (FIRST | LAST)
}

function slotOf(bytes: u32): u32 {
  return (bytes * MULTIPLIER) >>> (32 - PROBE_BITS)
}

function shiftOf(slot: u32): u32 {
  return 2 * (slot % SLOTS_A_BYTE)
}

function headOf(bytes: u32): u32 {
  return (bytes * MULTIPLIER) >>> (32 - HEAD_BITS)
}

/**
 * Finds the keywords that start in `[from, to)` and end at or before `end`, looking from `first` on. Each is put down
 * as a number, `(start - origin) * count + keyword`, not in order.
 *
 * @param into - where they are put, until `limit` is passed; there is room beyond for four of each keyword
 * @param any - whether those count that are not followed by what has to follow them
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
  any: bool,
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
    const even = probed(here)
    const odd = probed(crossing)
    if ((even | odd) !== 0) {
      const earlier = (before >>> 24) | (here << 8)
      const middle = (here >>> 8) | (next << 24)
      const later = (crossing >>> 8) | ((next << 8) & 0xff000000)
      if (even & LAST && probed(earlier) & FIRST) verify(origin, at - 1, earlier, from, to, end, any)
      if (even & FIRST && probed(middle) & LAST) verify(origin, at, here, from, to, end, any)
      if (odd & LAST && probed(middle) & FIRST) verify(origin, at + 1, middle, from, to, end, any)
      if (odd & FIRST && probed(later) & LAST) verify(origin, at + 2, crossing, from, to, end, any)
    }
    before = here
    here = next
  }
  stopAt(at > last ? end : at)
  return <u32>((found - into) / sizeof<f64>())
}

/** Puts down the keywords whose anchor is this place, where `word` stands. */
function verify(origin: usize, place: usize, word: u32, from: usize, to: usize, end: usize, any: bool): void {
  const tail = load<u32>(place, sizeof<u32>()) | FOLD4
  for (let index: u32 = load<u16>(heads + headOf(word) * sizeof<u16>()); index !== 0; ) {
    const one = entry(index)
    index = one.next
    if ((word & one.mask) !== one.word || (tail & one.tailMask) !== one.tail) continue
    const wanted = keyword(one.keyword)
    const start = place - wanted.anchor
    if (start < from || start >= to || start + wanted.length > end) continue
    if (!occursAt(start, wanted.text, wanted.length)) continue
    if (!any && wanted.runs > 0 && !isFollowed(wanted, start + wanted.length, end)) continue
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

function isFollowed(by: Keyword, from: usize, end: usize): bool {
  let at = from
  for (let index: u32 = 0; index < by.runs; index++) {
    const run = changetype<Run>(by.follows + index * offsetof<Run>())
    const first = at
    for (const last = min(first + run.most, end); at < last && has(run.map, load<u8>(at)); ) at++
    if (at - first < run.least) return false
  }
  return true
}

function has(map: usize, byte: u8): bool {
  return ((load<u8>(map + (byte >>> 3)) >>> (byte & 7)) & 1) !== 0
}
