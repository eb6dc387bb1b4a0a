import { areThere, type Follows } from './follows.ts'

/** Finds keywords in bytes, ignoring the case of ASCII letters. */
export interface KeywordIndex {
  /**
   * Every occurrence that starts in `bytes[from, to)` and is followed by what has to follow it, in order, as
   * `start * count + keyword` where `count` is the number of keywords. May also report bytes that differ from the
   * keyword in the bit that tells upper from lower case (`[` and `{`): the caller's pattern decides. The array is
   * written over by the next call.
   *
   * @param any - also what is not followed by what has to follow it. Default: false.
   */
  find(bytes: Uint8Array, from: number, to: number, any?: boolean): Float64Array
  readonly count: number
}

export const SHORTEST = 3
const HEAD_BITS = 16
const MULTIPLIER = 0x9e3779b1
const FOLD = 0x20

/** A keyword as its bytes are compared. */
export function folded(keyword: string): Uint8Array {
  const bytes = Buffer.from(keyword)
  for (let at = 0; at < bytes.length; at++) bytes[at]! |= FOLD
  if (bytes.length < SHORTEST) throw new RangeError(`keyword ${keyword} is shorter than three bytes`)
  return bytes
}

/**
 * Looks at every place for the three bytes with which a keyword begins, in plain JavaScript.
 *
 * @param keywords - lower case, at least three bytes of UTF-8 each
 * @param follows - what has to follow each of them
 */
export function keywordIndex(keywords: readonly string[], follows: readonly Follows[] = []): KeywordIndex {
  const count = keywords.length
  const texts = keywords.map(folded)
  // The list of keywords that share a slot; list 0 is that of the slots with none.
  const slots = new Uint16Array(1 << HEAD_BITS)
  const lists: number[][] = [[]]
  texts.forEach((text, keyword) => {
    const slot = slotOf(text[0]! | (text[1]! << 8) | (text[2]! << 16))
    if (slots[slot] === 0) slots[slot] = lists.push([]) - 1
    lists[slots[slot]!]!.push(keyword)
  })
  let found = new Float64Array(1024)

  function find(bytes: Uint8Array, from: number, to: number, any = false): Float64Array {
    let size = 0
    const end = Math.min(to, bytes.length - SHORTEST + 1)
    for (let at = from; at < end; at++) {
      const head = bytes[at]! | FOLD | ((bytes[at + 1]! | FOLD) << 8) | ((bytes[at + 2]! | FOLD) << 16)
      const list = slots[slotOf(head)]!
      if (list === 0) continue
      for (const keyword of lists[list]!) {
        if (!occursAt(bytes, at, texts[keyword]!)) continue
        if (!any && !areThere(follows[keyword] ?? [], bytes, at + texts[keyword]!.length)) continue
        if (size === found.length) found = grown(found)
        found[size++] = at * count + keyword
      }
    }
    return found.subarray(0, size)
  }

  return { find, count }
}

const slotOf = (bytes: number): number => Math.imul(bytes, MULTIPLIER) >>> (32 - HEAD_BITS)

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
