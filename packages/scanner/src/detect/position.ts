/** A place in a text: lines and columns start at 1, columns count UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** What a byte of the text is worth in UTF-16 units; a `binary` has no lines, so its columns count all its bytes. */
export type Units = 'utf-8' | 'one-byte' | 'binary'

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/** Counts lines and columns through a text that comes in windows. A line ends with LF, CRLF or a lone CR. */
export class PositionCounter {
  #line = 1
  #column = 1
  readonly #units: Units

  constructor(units: Units) {
    this.#units = units
  }

  /** Moves on over `bytes[from, to)`, where `bytes[to]` must be known unless the text ends there. */
  advance(bytes: Uint8Array, from: number, to: number): void {
    let lineStart = from
    if (this.#units !== 'binary') {
      let breaks = 0
      for (let at = from; at < to; at++) {
        const byte = bytes[at]!
        if (byte > CARRIAGE_RETURN) continue
        if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) {
          breaks++
          lineStart = at + 1
        }
      }
      if (breaks > 0) {
        this.#line += breaks
        this.#column = 1
      }
    }
    this.#column += this.width(bytes, lineStart, to)
  }

  get position(): Position {
    return { line: this.#line, column: this.#column }
  }

  /** How many columns these bytes of one line take. */
  width(bytes: Uint8Array, from: number, to: number): number {
    return this.#units === 'utf-8' ? unitsOf(bytes, from, to) : to - from
  }

  /** Where one would be after `bytes[from, to)`, without moving. */
  peek(bytes: Uint8Array, from: number, to: number): Position {
    const ahead = new PositionCounter(this.#units)
    ahead.#line = this.#line
    ahead.#column = this.#column
    ahead.advance(bytes, from, to)
    return ahead.position
  }
}

/** Every UTF-8 sequence is one unit, or two when it has four bytes. */
function unitsOf(bytes: Uint8Array, from: number, to: number): number {
  let units = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!
    if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1
  }
  return units
}
