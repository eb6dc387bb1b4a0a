const QUOTE = 34
const BACKSLASH = 92

/**
 * Visits every value of a valid JSON text, and every key, when its end is reached: what is inside before what it
 * is in. Linear in the length of the text.
 *
 * @param json valid JSON; what is visited in another text is unspecified.
 * @param visit takes the offsets of the first unit and of the one after the last.
 */
export function forEachValue(json: string, visit: (start: number, end: number) => void): void {
  const open: number[] = []
  let at = 0
  while (at < json.length) {
    const start = at
    switch (json[at]) {
      case '"':
        at = endOfString(json, at)
        visit(start, at)
        break
      case '{':
      case '[':
        open.push(at++)
        break
      case '}':
      case ']':
        visit(open.pop() ?? 0, ++at)
        break
      default:
        while (isScalar(json.charCodeAt(at))) at++
        if (at > start) visit(start, at)
        else at++
    }
  }
}

/** Rewrites every string, key, number and literal of a valid JSON text; everything between them stays as it is. */
export function rewriteTokens(json: string, rewrite: (token: string) => string): string {
  let out = ''
  let copied = 0
  forEachValue(json, (start, end) => {
    if (json[start] === '{' || json[start] === '[') return
    const token = json.slice(start, end)
    const rewritten = rewrite(token)
    if (rewritten === token) return
    out += json.slice(copied, start) + rewritten
    copied = end
  })
  return copied === 0 ? json : out + json.slice(copied)
}

/** The stretch of a value that holds all the given stretches assigned to it. */
export interface Enclosure<T> {
  readonly start: number
  readonly end: number
  readonly first: T
}

/**
 * The smallest values that hold the given stretches, none inside another. A stretch that no value holds (it
 * reaches into the white space around the outermost one) gives nothing.
 *
 * @param stretches in order, not overlapping.
 */
export function enclosingValues<T extends { readonly start: number; readonly end: number }>(
  json: string,
  stretches: readonly T[],
): readonly Enclosure<T>[] {
  const waiting: T[] = []
  const found: Enclosure<T>[] = []
  let next = 0
  forEachValue(json, (start, end) => {
    while (next < stretches.length && stretches[next]!.end <= end) waiting.push(stretches[next++]!)
    let first: T | undefined
    while (waiting.length > 0 && waiting.at(-1)!.start >= start) first = waiting.pop()
    if (!first) return
    while (found.length > 0 && found.at(-1)!.start >= start) found.pop()
    found.push({ start, end, first })
  })
  return found
}

function endOfString(json: string, start: number): number {
  let at = start + 1
  while (at < json.length) {
    const unit = json.charCodeAt(at)
    if (unit === QUOTE) return at + 1
    at += unit === BACKSLASH ? 2 : 1
  }
  return json.length
}

/** Units of numbers and of `true`, `false` and `null`. */
function isScalar(unit: number): boolean {
  return (
    (unit >= 48 && unit <= 57) || // digits
    (unit >= 97 && unit <= 122) || // a-z
    unit === 45 || // -
    unit === 43 || // +
    unit === 46 || // .
    unit === 69 // E
  )
}
