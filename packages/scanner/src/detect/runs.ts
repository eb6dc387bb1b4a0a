import { isUtf8 } from 'node:buffer'
import { constants, gunzipSync, inflateSync } from 'node:zlib'
import type { ByteSearch } from './byte-search.ts'
import { type Derived, derive, type Patch } from './derived.ts'
import { charStart } from './region.ts'
import { digits, isControl, isHexText, kindOf, runStart } from './run-kinds.ts'

/** A shorter run cannot hold a credential of a known form. */
const SHORTEST = 24
/** Lines of encoders that wrap are not shorter; the last one may be. */
const SHORTEST_WRAPPED = 56
const WIDEST_INDENT = 40
/** So much of what a run says decides whether it is text. */
const SAMPLED = 512
const CONTEXT = 128
/** No more is inflated, of one run and of all that are looked at together. */
const MOST_INFLATED = 4 << 20

const NONE: readonly number[] = []

/** What may still be done about some bytes, whatever they hold. */
export interface Budget {
  /** Bytes that may come out of compressed values. */
  left: number
  /** Bytes that may be read once more. */
  read: number
}

/** Enough for a text that is encoded twice from end to end. */
export const budgetFor = (length: number): Budget => ({
  left: 4 * MOST_INFLATED,
  read: 4 * MOST_INFLATED + 6 * length,
})

/** Start and end, in turn, of what may be text in base64 or hex. */
export function runsIn(bytes: Buffer, search: ByteSearch): ArrayLike<number> {
  const runs = search.runs(bytes, SHORTEST)
  // A copy: what they come to is searched before the next is looked at.
  return runs.length === 0 ? NONE : runs.slice()
}

/** Everything in `bytes` that is text, or compressed text, in base64 or hex. */
export function* decodedRuns(bytes: Buffer, budget: Budget, runs: ArrayLike<number>): Generator<Derived> {
  let free = 0
  for (let index = 0; index < runs.length; index += 2) {
    if (runs[index]! < free) continue
    const { derived, end } = decodeRun(bytes, runs[index]!, runs[index + 1]!, budget)
    if (derived) yield derived
    free = end
  }
}

/** What a run says if it says something, and where the lines end that were read as one with it. */
function decodeRun(
  bytes: Buffer,
  from: number,
  to: number,
  budget: Budget,
): { derived?: Derived; end: number } {
  const start = runStart(bytes, from)
  if (isHexText(bytes, start, to)) {
    const decoded = Buffer.from(bytes.toString('latin1', start, to), 'hex')
    const patch = { start, end: start + 2 * decoded.length, bytes: decoded }
    return isText(decoded) ? { derived: around(bytes, [patch], 'hex'), end: to } : { end: to }
  }
  // What begins before these bytes may begin anywhere in a group of four.
  const shifts = from === 0 ? 4 : 1
  let end = to
  for (let shift = 0; shift < shifts; shift++) {
    const first = start + shift
    const kind = kindOf(bytes, first)
    if (kind === 'other') continue
    const patches = lines(bytes, first, to)
    const whole =
      patches.length === 1 ? patches[0]!.bytes : Buffer.concat(patches.map((patch) => patch.bytes))
    end = Math.max(end, patches.at(-1)!.end)
    if (kind === 'text') {
      if (isText(whole)) return { derived: around(bytes, patches, 'base64'), end }
      continue
    }
    const read = kind === 'utf-16' ? Buffer.from(whole.toString('utf16le')) : inflate(whole, budget)
    if (!read || !isText(read)) continue
    const patch = {
      start: first,
      end: patches.at(-1)!.end,
      bytes: read,
      opaque: kind !== 'utf-16' || patches.length > 1,
    }
    return { derived: around(bytes, [patch], `${kind} in base64`), end }
  }
  return { end }
}

const around = (bytes: Buffer, patches: readonly Patch[], via: string): Derived =>
  derive(
    bytes,
    Math.max(0, patches[0]!.start - CONTEXT),
    Math.min(bytes.length, patches.at(-1)!.end + CONTEXT),
    patches,
    via,
  )

/** The run, and the lines that go on with it, each decoded; what is between them comes to nothing. */
function lines(bytes: Buffer, start: number, end: number): Patch[] {
  const line = (from: number, to: number): Patch => ({
    start: from,
    end: to,
    bytes: Buffer.from(bytes.toString('latin1', from, to), 'base64'),
  })
  const patches = [line(start, end)]
  const width = end - start
  if (width < SHORTEST_WRAPPED || width % 4 !== 0) return patches
  for (let at = end; ; ) {
    const next = nextLine(bytes, at)
    let to = next
    while (to - next <= width && digits[bytes[to]!]) to++
    if (next === at || to === next || to - next > width || !endsLine(bytes[to])) return patches
    patches.push({ start: at, end: next, bytes: Buffer.alloc(0) }, line(next, to))
    if (to - next < width) return patches
    at = to
  }
}

/** Whether what stands after a run lets it be a line of its own: nothing, padding, or what closes a string or a tag. */
const endsLine = (byte: number | undefined): boolean => byte === undefined || lineEnds.has(byte)
const lineEnds = new Set(Buffer.from('\r\n="\'`<\\'))

/** Where the next line begins after its indent; `at` itself when no line ends there. */
function nextLine(bytes: Buffer, at: number): number {
  let next = bytes[at] === 13 ? at + 1 : at
  if (bytes[next] !== 10) return at
  next++
  const limit = next + WIDEST_INDENT
  while (next < limit && (bytes[next] === 32 || bytes[next] === 9)) next++
  return next
}

/** Whether it begins as text does; the first character may be cut. */
function isText(bytes: Buffer): boolean {
  let from = 0
  while (from < 3 && (bytes[from]! & 0xc0) === 0x80) from++
  const sample = bytes.subarray(from, charStart(bytes, Math.min(bytes.length - 3, SAMPLED)))
  return isUtf8(sample) && !sample.some(isControl)
}

/** What was compressed, or nothing when it is damaged or grows beyond what is left of the budget. */
function inflate(compressed: Buffer, budget: Budget): Buffer | undefined {
  const maxOutputLength = Math.min(MOST_INFLATED, budget.left)
  if (maxOutputLength <= 0) return undefined
  // An end that is cut off takes nothing from what came before it.
  const options = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH }
  try {
    const inflated =
      compressed[0] === 0x1f ? gunzipSync(compressed, options) : inflateSync(compressed, options)
    budget.left -= inflated.length
    return inflated
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') budget.left -= maxOutputLength
    return undefined
  }
}
