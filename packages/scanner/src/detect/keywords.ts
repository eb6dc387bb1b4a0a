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

const SHORTEST = 3
const PROBE_BITS = 16
const PROBE_SHIFT = 32 - PROBE_BITS
const HEAD_BITS = 15
const HEAD_SHIFT = 32 - HEAD_BITS
const MULTIPLIER = 0x9e3779b1
const FOLD = 0x20
const FOLD4 = 0x20202020

/**
 * A table probe with three bytes at every second offset: every keyword of four bytes or more has three bytes of its
 * first four at an even offset. (A keyword of three is entered once for each byte that can follow.) The few blocks
 * that hit are looked at more closely: the four bytes at each start must be those of a keyword, then its rest.
 *
 * @param keywords - lower case, at least three bytes of UTF-8 each
 */
export function keywordIndex(keywords: readonly string[]): KeywordIndex {
  const count = keywords.length
  const folded = keywords.map((keyword) => Uint8Array.from(Buffer.from(keyword), (byte) => byte | FOLD))
  const probe = new Uint8Array(1 << PROBE_BITS)
  // The list of keywords that share a slot; list 0 is that of the slots with none.
  const slots = new Uint16Array(1 << HEAD_BITS)
  const lists: number[][] = [[]]
  const shortTails = Array.from({ length: 128 }, (_, index) => ((index >> 5) << 6) | (index & 31) | FOLD)

  folded.forEach((bytes, keyword) => {
    if (bytes.length < SHORTEST)
      throw new RangeError(`keyword ${keywords[keyword]} is shorter than three bytes`)
    const [a, b, c] = bytes as unknown as [number, number, number]
    for (const d of bytes.length > SHORTEST ? [bytes[SHORTEST]!] : shortTails) {
      probe[hash3(a | (b << 8) | (c << 16))] = 1
      probe[hash3(b | (c << 8) | (d << 16))] = 1
      const slot = hash4(a | (b << 8) | (c << 16) | (d << 24))
      if (slots[slot] === 0) slots[slot] = lists.push([]) - 1
      const list = lists[slots[slot]!]!
      // The tails of a short keyword may share a slot.
      if (list.at(-1) !== keyword) list.push(keyword)
    }
  })

  let found = new Float64Array(1024)

  function find(bytes: Uint8Array, from: number, to: number): Float64Array {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { length } = bytes
    let size = 0

    const verify = (start: number, slot: number): void => {
      for (const keyword of lists[slot]!) {
        if (!occursAt(bytes, start, folded[keyword]!)) continue
        if (size === found.length) found = grown(found)
        found[size++] = start * count + keyword
      }
    }

    // Whole blocks first. A block answers for the starts from one before it to its last but one.
    let at = from
    const lastBlock = Math.min(to, length - 8)
    if (at <= lastBlock) {
      let before = 0
      let here = view.getInt32(at, true) | FOLD4
      for (; at <= lastBlock; at += 4) {
        const next = view.getInt32(at + 4, true) | FOLD4
        const crossing = (here >>> 16) | (next << 16)
        if ((probe[hash3(here)]! | probe[hash3(crossing)]!) !== 0) {
          const early = slots[hash4((before >>> 24) | (here << 8))]!
          const first = slots[hash4(here)]!
          const second = slots[hash4((here >>> 8) | (next << 24))]!
          const third = slots[hash4(crossing)]!
          if (early !== 0 && at > from) verify(at - 1, early)
          if (first !== 0) verify(at, first)
          if (second !== 0) verify(at + 1, second)
          if (third !== 0) verify(at + 2, third)
        }
        before = here
        here = next
      }
    }
    for (let start = Math.max(from, at - 1); start < to && start + SHORTEST <= length; start++) {
      verify(start, slots[hash4(word(view, start))]!)
    }
    return found.subarray(0, size)
  }

  return { find, count }
}

/** A slot of the probe table for the low three bytes. */
function hash3(bytes: number): number {
  return Math.imul(bytes << 8, MULTIPLIER) >>> PROBE_SHIFT
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
