import type { Literal } from './literals.ts'
import { WRAP_HEAD, WRAP_SPACING } from './wrap.ts'

/** Units in a gram. Two integers of four units each make one, overlapping when it has less than eight. */
const LONGEST_GRAM = 6
/** A shorter gram is hashed unit by unit. */
export const SHORTEST_FAST_GRAM = 4
/** A table has room for so many times the windows of the literals that it is made with. */
const SPARE = 1.25

/** Integers of an entry. */
const ENTRY = 3

/** Longer windows would be probed more rarely, but would fill the table. Two of the short ones fit between breaks. */
const LONGEST_WINDOW = { 1: 24, 2: WRAP_SPACING / 2 } as const

/**
 * In how many pieces a wrapped literal may be: 1 where the input has no line break, 2 where it may have some. Then there
 * are two windows next to each other: line breaks are so far apart that they leave one of the two alone.
 */
export type Pieces = 1 | 2

/** How many places are tried for a literal's window. */
const PLACES = 64

/** Table bits for each gram in it: then one probe in a few hundred goes on to the exact look-up for nothing. */
const BITS_PER_GRAM = 16
const FEWEST_BITS = 2 ** 12
/** 256 KiB: more would leave the second-level cache, which costs more than it saves. */
const MOST_BITS = 2 ** 21

// The golden ratio as a fraction of 2³² (Knuth, The Art of Computer Programming, 6.4), and another odd number.
const FIRST_MULTIPLIER = 0x9e3779b1
const SECOND_MULTIPLIER = 0x85ebca6b

/** Mixes the first and the last four units of a gram. */
export function hash(first: number, last: number): number {
  const mixed = Math.imul(first, FIRST_MULTIPLIER) ^ Math.imul(last, SECOND_MULTIPLIER)
  return mixed ^ (mixed >>> 15)
}

/** The three bits that stand for a hash in its word of the table (Putze, Sanders and Singler, 2007: blocked Bloom). */
export function bitsOf(hashed: number): number {
  return (1 << (hashed & 31)) | (1 << ((hashed >>> 5) & 31)) | (1 << ((hashed >>> 10) & 31))
}

/** The low bytes of `count` units at `at`, first one lowest. Units past the end count as zero. */
export function unitsAt(units: string, at: number, count: number): number {
  let packed = 0
  for (let index = 0; index < count; index++) packed |= (units.charCodeAt(at + index) & 0xff) << (8 * index)
  return packed
}

/** The hash of the gram of `size` units at `at`. */
export function gramAt(units: string, at: number, size: number): number {
  const count = Math.min(size, SHORTEST_FAST_GRAM)
  return hash(unitsAt(units, at, count), unitsAt(units, at + size - count, count))
}

/** How many units of each literal can be relied on to be there in one piece. */
function windowFor(literals: readonly Literal[], pieces: Pieces): number {
  return literals.reduce(
    (least, { units, wrapped }) =>
      Math.min(least, wrapped ? Math.floor((units.length - WRAP_HEAD) / pieces) : units.length),
    LONGEST_WINDOW[pieces] as number,
  )
}

/**
 * Where to look closer. Each literal has a window of so many units; the hashes of all grams that stand in it are
 * in the table. Probing the input once every `stride` units therefore hits one of them, whatever the alignment.
 * After the q-gram filters of string matching (Jokinen and Ukkonen, 1991), with the window chosen freely.
 */
export class GramTable {
  readonly pieces: Pieces
  readonly window: number
  /** Units in a gram. */
  readonly size: number
  readonly stride: number
  /** A word for the upper bits of each hash, which has its `bitsOf`; a gram that lacks any is in no window. */
  readonly words: Int32Array
  readonly shift: number
  /**
   * Entries of `ENTRY` integers each: where the next one with the same hash starts (0 for none), the index of the
   * literal, and how far from the literal's start the gram stands. The first place is left free.
   */
  readonly entries: Int32Array
  /** Open addressing: a hash, then where the first of its entries starts, which is 0 when the slot is free. */
  readonly #slots: Int32Array
  /** How many entries share the hash of a slot. */
  readonly #counts: Int32Array
  #end = ENTRY

  constructor(literals: readonly Literal[], pieces: Pieces) {
    this.pieces = pieces
    const window = windowFor(literals, pieces)
    this.window = window
    this.size = Math.min(window, Math.max(SHORTEST_FAST_GRAM, Math.min(LONGEST_GRAM, window >>> 1)))
    this.stride = window - this.size + 1
    const windows = literals.reduce((count, { wrapped }) => count + (wrapped ? pieces : 1), 0)
    const grams = Math.ceil(SPARE * windows) * this.stride
    this.entries = new Int32Array(ENTRY * (grams + 1))
    const slots = powerOfTwo(grams * 1.5)
    this.#slots = new Int32Array(2 * slots)
    this.#counts = new Int32Array(slots)
    const bits = Math.min(MOST_BITS, Math.max(FEWEST_BITS, powerOfTwo(grams * BITS_PER_GRAM)))
    this.words = new Int32Array(bits / 32)
    this.shift = Math.clz32(this.words.length - 1)
    for (const [index, literal] of literals.entries()) this.add(literal, index)
  }

  /** Where the first entry for a hash starts, 0 when there is none. */
  first(hashed: number): number {
    return this.#slots[2 * this.#slotOf(hashed) + 1]!
  }

  /** Adds a literal under its index. False, and nothing done, when the table is full or the literal too short. */
  add({ units, wrapped }: Literal, index: number): boolean {
    const { window, size, stride } = this
    const width = wrapped ? this.pieces * window : window
    const from = wrapped ? WRAP_HEAD : 0
    const places = Math.min(PLACES, units.length - from - width + 1)
    const needed = ENTRY * (width / window) * stride
    if (places < 1 || this.#end + needed > this.entries.length) return false
    // Mostly the first place will do.
    const near = gramsOf(units, from, 1 + width - size, size)
    const isQuiet = near.every((hashed) => this.#counts[this.#slotOf(hashed)] === 0)
    const grams = isQuiet ? near : gramsOf(units, from, places + width - size, size)
    const start = isQuiet ? 0 : this.#quietestWindow(grams, places)
    for (let piece = start; piece < start + width; piece += window) {
      for (let at = piece; at < piece + stride; at++) this.#addGram(grams[at]!, index, from + at)
    }
    return true
  }

  #addGram(hashed: number, literal: number, offset: number): void {
    const slot = this.#slotOf(hashed)
    const { entries } = this
    const entry = this.#end
    entries[entry] = this.#slots[2 * slot + 1]!
    entries[entry + 1] = literal
    entries[entry + 2] = offset
    this.#end += ENTRY
    this.#slots[2 * slot] = hashed
    this.#slots[2 * slot + 1] = entry
    this.#counts[slot]!++
    this.words[hashed >>> this.shift]! |= bitsOf(hashed)
  }

  #slotOf(hashed: number): number {
    const slots = this.#slots
    const mask = this.#counts.length - 1
    let slot = (hashed >>> 7) & mask
    while (slots[2 * slot + 1] !== 0 && slots[2 * slot] !== hashed) slot = (slot + 1) & mask
    return slot
  }

  /**
   * The place whose grams are the least common among the literals so far: a prefix that many secrets share would
   * otherwise send the search astray again and again.
   */
  #quietestWindow(grams: Int32Array, places: number): number {
    const length = grams.length - places + 1
    const costs = new Int32Array(grams.length)
    let best = 0
    let least = Number.POSITIVE_INFINITY
    let sum = 0
    for (let at = 0; at < grams.length; at++) {
      costs[at] = this.#counts[this.#slotOf(grams[at]!)]!
      sum += costs[at]!
      if (at >= length) sum -= costs[at - length]!
      if (at >= length - 1 && sum < least) {
        least = sum
        best = at - length + 1
        if (sum === 0) break
      }
    }
    return best
  }
}

/** The hashes of `count` grams, the first of which starts at `from`. */
function gramsOf(units: string, from: number, count: number, size: number): Int32Array {
  const grams = new Int32Array(count)
  if (size < SHORTEST_FAST_GRAM) return grams.map((_, index) => gramAt(units, from + index, size))
  // One unit goes in and one goes out: the gram's first four units, and its last four, trail each other.
  const lag = size - SHORTEST_FAST_GRAM
  const packed = new Int32Array(count + lag)
  let last = unitsAt(units, from, SHORTEST_FAST_GRAM)
  packed[0] = last
  for (let index = 1; index < packed.length; index++) {
    last = (last >>> 8) | (units.charCodeAt(from + index + SHORTEST_FAST_GRAM - 1) << 24)
    packed[index] = last
  }
  for (let index = 0; index < count; index++) grams[index] = hash(packed[index]!, packed[index + lag]!)
  return grams
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, least)))
}
