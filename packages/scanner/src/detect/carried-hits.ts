import type { KeywordIndex } from './keywords.ts'

/** Parts that are nearer to each other are looked at as one. */
const NEAR_PARTS = 64
/** Bytes that are searched at once. */
const STEP = 1 << 19
/** No text has such a byte, and so no keyword. */
const BETWEEN = 0xff

/** How bytes are made of others. */
export interface MadeOf {
  /**
   * Pairs of offsets, ascending: `[from, to)` is new; where both are the same, two parts of the others meet that did not
   * before, or the bytes end where the others went on. All else stands in the others.
   */
  readonly changed: readonly number[]
  /** For each pair, the offset in the others of what follows it. */
  readonly resumes: readonly number[]
}

/** A part to look at. */
interface Part {
  /** Keywords that begin in `[from, to)` may be new. */
  readonly from: number
  readonly to: number
  /** Where it was copied to. */
  readonly at: number
  /** Where the others go on after it. */
  readonly resume: number
}

/**
 * Finds keywords in bytes that are made of others in which they were found: only what is new is looked at, and so much
 * around it as a keyword may reach. What follows them, which reaches much further, is left to who asks.
 */
export class CarriedHits {
  readonly #index: KeywordIndex
  /** By so many bytes a keyword may reach from what is the same into what is new. */
  readonly #margin: number
  #room = Buffer.alloc(1 << 12)

  /** @param longest - bytes of the longest keyword */
  constructor(index: KeywordIndex, longest: number) {
    this.#index = index
    this.#margin = longest - 1
  }

  get count(): number {
    return this.#index.count
  }

  /** As `KeywordIndex` finds them, whatever follows them; they can be kept. */
  whole(bytes: Buffer): readonly number[] {
    const { count } = this.#index
    const hits: number[] = []
    for (let from = 0; from < bytes.length; from += STEP) {
      const piece = bytes.subarray(from, from + STEP + this.#margin)
      for (const hit of this.#index.find(piece, 0, STEP, true)) hits.push(hit + from * count)
    }
    return hits
  }

  /**
   * The same as `whole`.
   *
   * @param base - what was found in the bytes that these are made of
   */
  made(base: readonly number[], bytes: Buffer, how: MadeOf): readonly number[] {
    const { count } = this.#index
    const hits: number[] = []
    // Where what is the same begins, in these bytes and in the others.
    let same = 0
    let other = 0
    const carry = (to: number): void => {
      const beyond = (other + to - same) * count
      const moved = (same - other) * count
      for (let at = firstFrom(base, other * count); at < base.length && base[at]! < beyond; at++)
        hits.push(base[at]! + moved)
    }
    const parts = this.#cut(bytes, how)
    const end = parts.length > 0 ? this.#endOf(parts.at(-1)!, bytes) : 0
    const found = this.whole(this.#room.subarray(0, end))
    let next = 0
    for (const { from, to, at, resume } of parts) {
      carry(from)
      const moved = (from - at) * count
      // What begins further on is only there for what reaches there.
      while (next < found.length && found[next]! < at * count) next++
      for (; next < found.length && found[next]! < (at + to - from) * count; next++)
        hits.push(found[next]! + moved)
      same = to
      other = resume
    }
    carry(bytes.length)
    return hits
  }

  /** Copies what is to be looked at, apart from each other. */
  #cut(bytes: Buffer, { changed, resumes }: MadeOf): readonly Part[] {
    const parts: Part[] = []
    let at = 0
    for (let index = 0; index < changed.length; ) {
      const from = Math.max(0, changed[index]! - this.#margin)
      let to = changed[index + 1]!
      for (index += 2; index < changed.length; index += 2) {
        if (changed[index]! - this.#margin > to + NEAR_PARTS) break
        to = changed[index + 1]!
      }
      const part = { from, to, at, resume: resumes[index / 2 - 1] ?? 0 }
      const end = this.#endOf(part, bytes)
      if (end >= this.#room.length) this.#grow(end)
      bytes.copy(this.#room, at, from, from + end - at)
      this.#room[end] = BETWEEN
      at = end + 1
      parts.push(part)
    }
    return parts
  }

  /** Where what was copied of a part ends. */
  #endOf({ from, to, at }: Part, bytes: Buffer): number {
    return at + Math.min(bytes.length, to + this.#margin) - from
  }

  #grow(size: number): void {
    const larger = Buffer.alloc(2 * size)
    this.#room.copy(larger)
    this.#room = larger
  }
}

/** The index of the first of ascending numbers that is not below a limit. */
export function firstFrom(numbers: readonly number[], limit: number): number {
  let low = 0
  for (let high = numbers.length; low < high; ) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}
