import { lineAt } from '../line-at.ts'

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
/** So many bytes of a line on either side are looked at: what is minified has no lines to speak of. */
const LINE_REACH = 8192

const isBreak = (byte: number | undefined): boolean => byte === LINE_FEED || byte === CARRIAGE_RETURN

/** Where the line, or lines, that `bytes[start, end)` stands on begin and end, cut to a bounded length. */
function boundsAround(bytes: Buffer, start: number, end: number): readonly [from: number, to: number] {
  const least = Math.max(0, start - LINE_REACH)
  const most = Math.min(bytes.length, end + LINE_REACH)
  let from = start
  while (from > least && !isBreak(bytes[from - 1])) from--
  let to = end
  while (to < most && !isBreak(bytes[to])) to++
  return [from, to]
}

/** The line, or lines, that `bytes[start, end)` stands on, without the break at its end, cut to a bounded length. */
export function lineAround(bytes: Buffer, start: number, end: number): Buffer {
  return bytes.subarray(...boundsAround(bytes, start, end))
}

/** What stands beside `bytes[start, end)` on its line, and on the line before, each byte one unit of text. */
export function textBeside(bytes: Buffer, start: number, end: number) {
  const [from, to] = boundsAround(bytes, start, end)
  const isWhole = isBreak(bytes[from - 1])
  const last = from - (bytes[from - 1] === LINE_FEED && bytes[from - 2] === CARRIAGE_RETURN ? 2 : 1)
  const [first] = isWhole ? boundsAround(bytes, last, last) : [last]
  return {
    before: bytes.toString('utf8', from, start),
    after: bytes.toString('utf8', end, to),
    lineBefore: isWhole ? bytes.toString('utf8', first, last) : '',
    from,
  }
}

/** Tells line and column, both from 0 and in bytes, of places that are asked for in any order. */
export class LineTable {
  readonly #starts: number[] = [0]

  constructor(bytes: Buffer) {
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
      this.#starts.push(at + 1)
    }
  }

  place(offset: number): { readonly line: number; readonly column: number } {
    const line = lineAt(this.#starts, offset)
    return { line, column: offset - this.#starts[line]! }
  }
}
