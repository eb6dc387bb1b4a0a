import { gramAt } from './grams.ts'
import type { Literal } from './literals.ts'
import { breakLength, LONGEST_BREAK, startsBreak, WRAP_HEAD, WRAP_SPACING } from './wrap.ts'

const GRAM = 4
/** 128 KiB: a few percent are set by the literals of a thousand secrets. */
const BITS = 2 ** 20
const SHIFT = Math.clz32(BITS - 1)

/** Tells whether the end of an input is the beginning of a literal. */
export class PrefixIndex {
  /** A wrapped literal stands here with and without its head. */
  readonly #whole = new SortedTexts()
  readonly #wrapped = new SortedTexts()
  /** Which grams some literal begins with. */
  readonly #bits = new Int32Array(BITS / 32)

  constructor(literals: readonly Literal[]) {
    this.add(literals)
  }

  add(literals: readonly Literal[]): void {
    const wrapped = literals.flatMap((literal) =>
      literal.wrapped ? [literal.units, literal.units.slice(WRAP_HEAD)] : [],
    )
    const whole = literals.map(({ units }) => units).concat(wrapped)
    this.#wrapped.add(wrapped)
    this.#whole.add(whole)
    for (const units of whole) {
      const bit = gramAt(units, 0, GRAM) >>> SHIFT
      this.#bits[bit >>> 5]! |= 1 << (bit & 31)
    }
  }

  /**
   * The smallest offset in `text` from which on the rest begins a literal; the length of the text without one.
   * Nothing further than `longest` from the end is looked at.
   */
  livePrefix(text: string, longest: number): number {
    let at = Math.max(0, text.length - longest)
    let nextBreak = at - 1
    for (; at < text.length; at++) {
      if (at <= text.length - GRAM) {
        const bit = gramAt(text, at, GRAM) >>> SHIFT
        if (((this.#bits[bit >>> 5]! >>> (bit & 31)) & 1) === 0) continue
      }
      if (nextBreak < at) nextBreak = breakFrom(text, at)
      if (this.#isLive(text, at, nextBreak)) break
    }
    return at
  }

  /** `nextBreak`: where the first line break from `at` on could start. */
  #isLive(text: string, at: number, nextBreak: number): boolean {
    const tail = text.slice(at)
    return this.#whole.haveBeginning(tail) || this.#isLiveWrapped(tail, nextBreak - at)
  }

  /** Looks no further than the line that does not fit: to look at all of the tail each time would be quadratic. */
  #isLiveWrapped(tail: string, firstBreak: number): boolean {
    let joined = ''
    let since = 0
    let shortest = WRAP_HEAD
    for (let at = firstBreak; at < tail.length; at = breakFrom(tail, since)) {
      joined += tail.slice(since, at)
      if (at - since < shortest || !this.#wrapped.haveBeginning(joined)) return false
      const units = Uint16Array.from(tail.slice(at, at + LONGEST_BREAK + 1), (unit) => unit.charCodeAt(0))
      const length = breakLength(units, 0)
      if (length === 0) return false
      if (length === 'live') return true
      since = at + length
      shortest = WRAP_SPACING
    }
    return since > 0 && this.#wrapped.haveBeginning(joined + tail.slice(since))
  }
}

/** Texts to search by their beginnings. Adding a few to many costs little more than those few. */
class SortedTexts {
  /** Each sorted by code units, and longer than the next: so they are few, and a text is seldom sorted again. */
  readonly #lists: string[][] = []

  add(texts: readonly string[]): void {
    // By code units, as `<` compares.
    let list = texts.toSorted()
    while (this.#lists.length > 0 && this.#lists.at(-1)!.length <= list.length) {
      list = this.#lists.pop()!.concat(list).sort()
    }
    if (list.length > 0) this.#lists.push(list)
  }

  /** Whether one of them begins with `head` and is longer. */
  haveBeginning(head: string): boolean {
    return this.#lists.some((list) => beginsOne(list, head))
  }
}

function breakFrom(text: string, at: number): number {
  let next = at
  while (next < text.length && !startsBreak(text.charCodeAt(next))) next++
  return next
}

/** Whether one of the sorted list begins with `head` and is longer. */
function beginsOne(list: readonly string[], head: string): boolean {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (list[middle]! <= head) low = middle + 1
    else high = middle
  }
  return low < list.length && list[low]!.startsWith(head)
}
