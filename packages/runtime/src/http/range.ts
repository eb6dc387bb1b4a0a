import type { IncomingMessage } from 'node:http'

/** What the client asked for: from `first` to `last`, or the `last` bytes when there is no `first`. */
export interface AskedRange {
  readonly first: number | undefined
  readonly last: number | undefined
  /** How much more, on either side, the handler was asked for. */
  readonly reach: number
}

/** Where a partial body lies in the whole, both ends included, and how long the whole is if that is known. */
export interface ContentRange {
  readonly start: number
  readonly end: number
  readonly total: number | undefined
}

const SINGLE = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i
const BYTES = /^\s*bytes/i
const CONTENT_RANGE = /^\s*bytes\s+(\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)\s*$/i

/**
 * Makes the handler answer with more than the client asked for: a secret cut by the edge of a range could not be seen
 * otherwise, and ranges of a few bytes would carry it out piece by piece. `deliver` cuts the answer to what was
 * asked. A request for several ranges, or one that handlers may read in different ways, becomes one for the whole,
 * as RFC 9110 (14.2) leaves to the server.
 *
 * @param reach the longest secret, in bytes, less one.
 */
export function widenRange(request: IncomingMessage, reach: number): AskedRange | undefined {
  const { range } = request.headers
  if (range === undefined || reach <= 0 || !BYTES.test(range)) return undefined
  const match = SINGLE.exec(range)
  const first = match?.[1] ? Number(match[1]) : undefined
  const last = match?.[2] ? Number(match[2]) : undefined
  const absent = first === undefined && last === undefined
  if (absent || (first !== undefined && last !== undefined && first > last)) {
    setRange(request, undefined)
    return undefined
  }
  const until = last === undefined ? '' : last + reach
  setRange(request, `bytes=${first === undefined ? '' : Math.max(0, first - reach)}-${until}`)
  return { first, last, reach }
}

/** Makes the handler answer with the whole. */
export function ignoreRange(request: IncomingMessage): void {
  setRange(request, undefined)
}

/** There are frameworks that read the raw headers. */
function setRange({ headers, rawHeaders }: IncomingMessage, value: string | undefined): void {
  if (value === undefined) delete headers.range
  else headers.range = value
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (rawHeaders[at]!.toLowerCase() !== 'range') continue
    if (value === undefined) rawHeaders.splice(at, 2)
    else rawHeaders[at + 1] = value
  }
}

export function parseContentRange(value: string | undefined): ContentRange | undefined {
  const match = CONTENT_RANGE.exec(value ?? '')
  if (!match) return undefined
  const [, start, end, total] = match
  return { start: Number(start), end: Number(end), total: total === '*' ? undefined : Number(total) }
}

/**
 * Which part of what the handler answered may leave: what was asked for, and no byte that is nearer than a secret's
 * length to an edge that is not an edge of the whole.
 *
 * @param reach the longest secret now, in bytes, less one: it may have grown since the request was widened.
 * @returns `unsatisfiable` when the whole ends before what was asked for; undefined when the handler's answer leaves
 *   nothing that is safe to send.
 */
export function deliver(
  asked: AskedRange,
  answered: ContentRange,
  reach: number,
): ContentRange | 'unsatisfiable' | undefined {
  const { start, end, total } = answered
  const safeStart = start === 0 ? 0 : start + reach
  const safeEnd = total !== undefined && end === total - 1 ? end : end - reach
  if (asked.first === undefined && total === undefined) return undefined
  const first = asked.first ?? Math.max(0, total! - asked.last!)
  const last = asked.first === undefined ? Number.POSITIVE_INFINITY : (asked.last ?? Number.POSITIVE_INFINITY)
  if (total !== undefined && first >= total) return 'unsatisfiable'
  const until = Math.min(last, safeEnd)
  return first < safeStart || until < first ? undefined : { start: first, end: until, total }
}

/** Lets `take` bytes of a stream through, after the first `skip`. */
export class Slice {
  #skip: number
  #take: number

  constructor(skip: number, take: number) {
    this.#skip = skip
    this.#take = take
  }

  push(bytes: Uint8Array): Uint8Array {
    const start = Math.min(this.#skip, bytes.length)
    const end = Math.min(start + this.#take, bytes.length)
    this.#skip -= start
    this.#take -= end - start
    return bytes.subarray(start, end)
  }
}
