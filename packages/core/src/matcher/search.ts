import { bitsOf, GramTable, hash, SHORTEST_FAST_GRAM } from './grams.ts'
import type { Literal } from './literals.ts'
import { Occurrences } from './merge.ts'
import type { Match } from './types.ts'
import { wrappedEnd, wrappedStarts } from './verify.ts'
import { BACKSLASH, interruptsBackwards, LINE_FEED, longestWrapped, startsBreak, WRAP_HEAD } from './wrap.ts'

/** Text is copied, the low byte of each unit, and the copy probed: that is faster by far than asking for units. */
const BLOCK = 2 ** 14

const scratch = Buffer.alloc(BLOCK + 4)
const scratchView = new DataView(scratch.buffer, scratch.byteOffset, scratch.length)

/**
 * Searches strings or bytes for one list of literals. Probes one gram every `stride` units; a hit is verified at
 * the places that its chain names.
 */
abstract class Search<Input> {
  readonly #literals: Literal[] = []
  #hasWrapped = false
  /** Made when there is an input for them. */
  readonly #tables: { 1?: GramTable; 2?: GramTable } = {}

  constructor(literals: readonly Literal[]) {
    this.add(literals)
  }

  /** Searches for these too from now on. Costs what the new ones cost, with now and then a new table for all. */
  add(literals: readonly Literal[]): void {
    for (const literal of literals) {
      const index = this.#literals.push(literal) - 1
      this.#hasWrapped ||= literal.wrapped
      for (const pieces of [1, 2] as const) {
        if (!this.#tables[pieces]?.add(literal, index)) delete this.#tables[pieces]
      }
    }
  }

  find(input: Input): readonly Match[] {
    const found = new Occurrences()
    if (this.#literals.length > 0) this.probe(input, this.#tableFor(input, false), found)
    return found.merged()
  }

  /** Whether anything occurs; with `linesApart`, in one line. */
  test(input: Input, linesApart = false): boolean {
    return this.#literals.length > 0 && this.probe(input, this.#tableFor(input, linesApart), undefined)
  }

  #tableFor(input: Input, linesApart: boolean): GramTable {
    const pieces = this.#hasWrapped && this.hasBreak(input, linesApart) ? 2 : 1
    this.#tables[pieces] ??= new GramTable(this.#literals, pieces)
    return this.#tables[pieces]
  }

  /** Adds what occurs to `found`, or, without it, returns true at the first occurrence. */
  protected abstract probe(input: Input, table: GramTable, found: Occurrences | undefined): boolean
  /** Whether a line break, or the escape of one, could stand inside a wrapped literal: cheap, and never wrong to say yes. */
  protected abstract hasBreak(input: Input, linesApart: boolean): boolean
  protected abstract lengthOf(input: Input): number
  /** Whether the literal stands at `start`, in one piece. */
  protected abstract standsAt(input: Input, start: number, literal: string): boolean
  /** The end of the units from `index` on that are those of the input from `at` on. */
  protected abstract agreesAhead(input: Input, at: number, literal: string, index: number): number
  /** The start of the units before `index` that are those of the input before `at`. */
  protected abstract agreesBack(input: Input, at: number, literal: string, index: number): number
  /** The units from `from` to `to`. */
  protected abstract units(input: Input, from: number, to: number): ArrayLike<number>
  protected abstract unitAt(input: Input, at: number): number

  /** The units of `view` from `first` on, which are those of the input from `base` on. */
  protected probeView(
    input: Input,
    table: GramTable,
    view: DataView,
    first: number,
    end: number,
    base: number,
    found: Occurrences | undefined,
  ): boolean {
    const { words, shift, stride, size } = table
    const last = size - SHORTEST_FAST_GRAM
    if (last < 0) return this.#probeShort(input, table, view, first, end, base, found)
    for (let at = first; at < end; at += stride) {
      const hashed = hash(view.getInt32(at, true), view.getInt32(at + last, true))
      const bits = bitsOf(hashed)
      if ((words[hashed >>> shift]! & bits) === bits && this.#verify(input, table, base + at, hashed, found))
        return true
    }
    return false
  }

  /** The same for grams that do not fill an integer. */
  #probeShort(
    input: Input,
    table: GramTable,
    view: DataView,
    first: number,
    end: number,
    base: number,
    found: Occurrences | undefined,
  ): boolean {
    const { stride, size } = table
    for (let at = first; at < end; at += stride) {
      let packed = 0
      for (let index = 0; index < size; index++) packed |= view.getUint8(at + index) << (8 * index)
      if (this.#verify(input, table, base + at, hash(packed, packed), found)) return true
    }
    return false
  }

  /** Follows the chain of the gram at `at`, which has this hash. */
  #verify(
    input: Input,
    table: GramTable,
    at: number,
    hashed: number,
    found: Occurrences | undefined,
  ): boolean {
    const { entries } = table
    for (let entry = table.first(hashed); entry > 0; entry = entries[entry]!) {
      const { units, pattern, wrapped } = this.#literals[entries[entry + 1]!]!
      const offset = entries[entry + 2]!
      const start = at - offset
      const stands = wrapped
        ? this.#stretch(input, at, units, offset)
        : start >= 0 && this.standsAt(input, start, units)
      if (stands === true) {
        if (!found) return true
        found.add(start, start + units.length, pattern)
      } else if (
        stands === 'wrapped' &&
        this.#verifyWrapped(input, at, units, offset, pattern, found) &&
        !found
      )
        return true
    }
    return false
  }

  #verifyWrapped(
    input: Input,
    at: number,
    literal: string,
    offset: number,
    pattern: number,
    found: Occurrences | undefined,
  ): boolean {
    const reach = longestWrapped(literal.length)
    const from = Math.max(0, at - reach)
    const window = this.units(input, from, Math.min(this.lengthOf(input), at + reach))
    let any = false
    for (const start of wrappedStarts(window, at - from, literal, offset)) {
      const end = wrappedEnd(window, start, literal)
      if (typeof end !== 'number') continue
      any = true
      found?.add(from + start.start, from + end, pattern)
    }
    return any
  }

  /**
   * Whether the literal, whose unit `offset` stands at `at`, is there in one piece; `wrapped` when what interrupts it
   * on either side could be a line break. Near misses are told off here.
   */
  #stretch(input: Input, at: number, literal: string, offset: number): boolean | 'wrapped' {
    const back = this.agreesBack(input, at, literal, offset)
    if (back > WRAP_HEAD && !interruptsBackwards(this.unitAt(input, at - offset + back - 1))) return false
    const ahead = this.agreesAhead(input, at, literal, offset)
    if (ahead < literal.length && !startsBreak(this.unitAt(input, at - offset + ahead))) return false
    return (back === 0 && ahead === literal.length) || 'wrapped'
  }
}

/** Searches strings. */
export class TextSearch extends Search<string> {
  protected probe(text: string, table: GramTable, found: Occurrences | undefined): boolean {
    const { stride, size } = table
    const end = text.length - size + 1
    for (let at = stride - 1, base = 0; at < end; base = at) {
      const block = text.length <= BLOCK ? text : text.substring(base, base + BLOCK)
      scratch.write(block, 'latin1')
      const count = block.length - size + 1
      if (this.probeView(text, table, scratchView, at - base, count, base, found)) return true
      at += Math.ceil((count - (at - base)) / stride) * stride
    }
    return false
  }

  protected hasBreak(text: string, linesApart: boolean): boolean {
    const feed = linesApart ? -1 : text.indexOf('\n')
    return (feed >= 0 && feed < text.length - 1) || text.includes('\\')
  }

  protected lengthOf(text: string): number {
    return text.length
  }

  protected standsAt(text: string, start: number, literal: string): boolean {
    return (
      text.charCodeAt(start) === literal.charCodeAt(0) &&
      text.charCodeAt(start + literal.length - 1) === literal.charCodeAt(literal.length - 1) &&
      text.startsWith(literal, start)
    )
  }

  protected agreesAhead(text: string, at: number, literal: string, index: number): number {
    let ahead = index
    while (ahead < literal.length && text.charCodeAt(at - index + ahead) === literal.charCodeAt(ahead))
      ahead++
    return ahead
  }

  protected agreesBack(text: string, at: number, literal: string, index: number): number {
    let back = index
    while (back > 0 && text.charCodeAt(at - index + back - 1) === literal.charCodeAt(back - 1)) back--
    return back
  }

  protected units(text: string, from: number, to: number): Uint16Array {
    return Uint16Array.from({ length: to - from }, (_, index) => text.charCodeAt(from + index))
  }

  protected unitAt(text: string, at: number): number {
    return text.charCodeAt(at)
  }
}

/** Searches bytes. */
export class ByteSearch extends Search<Uint8Array> {
  protected probe(bytes: Uint8Array, table: GramTable, found: Occurrences | undefined): boolean {
    const { stride, size } = table
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return this.probeView(bytes, table, view, stride - 1, bytes.length - size + 1, 0, found)
  }

  protected hasBreak(bytes: Uint8Array): boolean {
    const input = Buffer.isBuffer(bytes)
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const feed = input.indexOf(LINE_FEED)
    return (feed >= 0 && feed < input.length - 1) || input.includes(BACKSLASH)
  }

  protected lengthOf(bytes: Uint8Array): number {
    return bytes.length
  }

  protected standsAt(bytes: Uint8Array, start: number, literal: string): boolean {
    const last = literal.length - 1
    return (
      bytes[start + last] === literal.charCodeAt(last) && this.agreesAhead(bytes, start, literal, 0) > last
    )
  }

  protected agreesAhead(bytes: Uint8Array, at: number, literal: string, index: number): number {
    let ahead = index
    while (ahead < literal.length && bytes[at - index + ahead] === literal.charCodeAt(ahead)) ahead++
    return ahead
  }

  protected agreesBack(bytes: Uint8Array, at: number, literal: string, index: number): number {
    let back = index
    while (back > 0 && bytes[at - index + back - 1] === literal.charCodeAt(back - 1)) back--
    return back
  }

  protected units(bytes: Uint8Array, from: number, to: number): Uint8Array {
    return bytes.subarray(from, to)
  }

  protected unitAt(bytes: Uint8Array, at: number): number {
    return bytes[at] ?? -1
  }
}
