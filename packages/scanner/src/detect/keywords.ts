/** Finds keywords in bytes, ignoring the case of ASCII letters. */
export interface KeywordIndex {
  /**
   * Every occurrence that starts in `bytes[from, to)`, in order, as `start * count + keyword` where `count` is the
   * number of keywords. May also report bytes that differ from the keyword in the bit that tells upper from lower
   * case (`[` and `{`): the caller's pattern decides. The array is written over by the next call.
   */
  find(bytes: Uint8Array, from: number, to: number): Float64Array
  readonly count: number
}

export const SHORTEST = 3
const PROBE_BITS = 17
const PROBE_SHIFT = 32 - PROBE_BITS
const HEAD_BITS = 16
const HEAD_SHIFT = 32 - HEAD_BITS
const MULTIPLIER = 0x9e3779b1
/** Which bytes of a keyword an entry of the probe table stands for. */
const FIRST = 1
const LAST = 2
const FOLD = 0x20
const FOLD4 = 0x20202020

// How often a byte is one of these in prose and code, in a thousand, roughly; the others are rarer.
const COMMON: readonly (readonly [bytes: string, share: number])[] = [
  [' e', 90],
  ['tainosr', 60],
  ['lcdu', 30],
  ['pmhfg', 20],
  ['bvyw./-:=', 10],
]
const RARE = 4
/** The share of each byte. */
export const commonness = new Uint8Array(256).fill(RARE)
for (const [bytes, share] of COMMON) for (const byte of Buffer.from(bytes)) commonness[byte] = share

/** A keyword as its bytes are compared. */
export function folded(keyword: string): Uint8Array {
  const bytes = Buffer.from(keyword)
  for (let at = 0; at < bytes.length; at++) bytes[at]! |= FOLD
  if (bytes.length < SHORTEST) throw new RangeError(`keyword ${keyword} is shorter than three bytes`)
  return bytes
}

/** Those that have no choice first: the others can share what is entered then. */
export const byLength = (texts: readonly Uint8Array[]): number[] =>
  [...texts.keys()].sort((a, b) => texts[a]!.length - texts[b]!.length)

/**
 * A table probe with four bytes at every second offset: of any five bytes of a keyword, the first four or the last
 * four are at an even offset, and the five that are rarest in ordinary text stand for it. Keywords of four bytes are
 * probed for with three of them; those of three are entered once for each byte that can follow. The few blocks that
 * hit are looked at more closely: the four bytes at each place must be those of a keyword, then the rest of it.
 *
 * @param keywords - lower case, at least three bytes of UTF-8 each
 */
export function keywordIndex(keywords: readonly string[]): KeywordIndex {
  const count = keywords.length
  const texts = keywords.map(folded)
  const probe = new Uint8Array(1 << PROBE_BITS)
  // The list of keywords that share a slot; list 0 is that of the slots with none.
  const slots = new Uint16Array(1 << HEAD_BITS)
  const lists: number[][] = [[]]
  const shortTails = Array.from({ length: 128 }, (_, index) => ((index >> 5) << 6) | (index & 31) | FOLD)

  const anchors = new Uint16Array(count)
  let furthest = 0

  const enter = (keyword: number): void => {
    const bytes = texts[keyword]!
    const anchor = rarest(bytes, probe)
    anchors[keyword] = anchor
    furthest = Math.max(furthest, anchor)
    const [a, b, c] = bytes.subarray(anchor) as unknown as [number, number, number]
    for (const d of bytes.length > SHORTEST ? [bytes[anchor + SHORTEST]!] : shortTails) {
      const e = bytes[anchor + SHORTEST + 1]
      probe[e === undefined ? hash3(a | (b << 8) | (c << 16)) : probeOf(a, b, c, d)]! |= FIRST
      probe[e === undefined ? hash3(b | (c << 8) | (d << 16)) : probeOf(b, c, d, e)]! |= LAST
      const slot = hash4(a | (b << 8) | (c << 16) | (d << 24))
      if (slots[slot] === 0) slots[slot] = lists.push([]) - 1
      const list = lists[slots[slot]!]!
      // The tails of a short keyword may share a slot.
      if (list.at(-1) !== keyword) list.push(keyword)
    }
  }
  for (const keyword of byLength(texts)) enter(keyword)

  let found = new Float64Array(1024)

  function find(bytes: Uint8Array, from: number, to: number): Float64Array {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { length } = bytes
    let size = 0

    const verify = (place: number, slot: number): void => {
      if (slot === 0) return
      for (const keyword of lists[slot]!) {
        const start = place - anchors[keyword]!
        if (start < from || start >= to || !occursAt(bytes, start, texts[keyword]!)) continue
        if (size === found.length) found = grown(found)
        found[size++] = start * count + keyword
      }
    }
    const end = Math.min(to + furthest, length)

    // Whole blocks first. A block answers for the places from one before it to its last but one.
    let at = from
    const lastBlock = Math.min(end, length - 8)
    if (at <= lastBlock) {
      let before = 0
      let here = view.getInt32(at, true) | FOLD4
      for (; at <= lastBlock; at += 4) {
        const next = view.getInt32(at + 4, true) | FOLD4
        const crossing = (here >>> 16) | (next << 16)
        const even = probe[hash3(here)]! | probe[hash(here)]!
        const odd = probe[hash3(crossing)]! | probe[hash(crossing)]!
        if ((even | odd) !== 0) {
          if ((even & LAST) !== 0 && at > from) verify(at - 1, slots[hash4((before >>> 24) | (here << 8))]!)
          if ((even & FIRST) !== 0) verify(at, slots[hash4(here)]!)
          if ((odd & LAST) !== 0) verify(at + 1, slots[hash4((here >>> 8) | (next << 24))]!)
          if ((odd & FIRST) !== 0) verify(at + 2, slots[hash4(crossing)]!)
        }
        before = here
        here = next
      }
    }
    for (let place = Math.max(from, at - 1); place < end && place + SHORTEST <= length; place++) {
      verify(place, slots[hash4(word(view, place))]!)
    }
    return found.subarray(0, size).sort()
  }

  return { find, count }
}

/** Where the five bytes of a keyword start that add least to what the probe lets through; 0 for shorter ones. */
function rarest(bytes: Uint8Array, probe: Uint8Array): number {
  const share = (at: number, bit: number): number => {
    const [a, b, c, d] = bytes.subarray(at) as unknown as [number, number, number, number]
    if ((probe[probeOf(a, b, c, d)]! & bit) !== 0) return 0
    return commonness[a]! * commonness[b]! * commonness[c]! * commonness[d]!
  }
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + SHORTEST + 1 < bytes.length; at++) {
    const added = share(at, FIRST) + share(at + 1, LAST)
    if (added < least) [best, least] = [at, added]
  }
  return best
}

/** A slot of the probe table for four bytes. */
function hash(bytes: number): number {
  return Math.imul(bytes, MULTIPLIER) >>> PROBE_SHIFT
}

/** A slot of the same table for the low three bytes. */
function hash3(bytes: number): number {
  return hash(bytes << 8)
}

function probeOf(a: number, b: number, c: number, d: number): number {
  return hash(a | (b << 8) | (c << 16) | (d << 24))
}

function hash4(bytes: number): number {
  return Math.imul(bytes, MULTIPLIER) >>> HEAD_SHIFT
}

/** Four folded bytes; what lies after the end counts as spaces. */
function word(view: DataView, start: number): number {
  if (start + 4 <= view.byteLength) return view.getInt32(start, true) | FOLD4
  let value = FOLD << 24
  for (let index = 0; index < view.byteLength - start; index++) {
    value |= (view.getUint8(start + index) | FOLD) << (8 * index)
  }
  return value
}

function occursAt(bytes: Uint8Array, start: number, keyword: Uint8Array): boolean {
  if (start + keyword.length > bytes.length) return false
  for (let index = 0; index < keyword.length; index++) {
    if ((bytes[start + index]! | FOLD) !== keyword[index]) return false
  }
  return true
}

function grown(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2)
  larger.set(array)
  return larger
}
