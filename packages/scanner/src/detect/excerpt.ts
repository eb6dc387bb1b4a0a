import type { Candidate } from './candidates.ts'
import { CUT, harmless } from './mask.ts'
import { charStart, decode } from './region.ts'

/** So many bytes on either side of a secret can be in its excerpt. */
export const EXCERPT_REACH = 512

const LONGEST = 160
const LONGEST_BEFORE = 60
/** A shorter value may be a word like any other where it stands without its name. */
const LEAST_REPEATED = 6

export interface Excerpt {
  readonly text: string
  /** Where in the text the masked value starts. */
  readonly focus: number
}

/**
 * The line on which a secret starts, every secret in it masked, cut to 160 units around this one, and without
 * characters that a terminal would obey.
 *
 * @param all - every candidate near, also those that are not reported, in order of their start
 */
export function excerpt(bytes: Buffer, of: Candidate, all: readonly Candidate[]): Excerpt {
  const from = lineStart(bytes, of.start)
  const to = lineEnd(bytes, of.start)
  let text = from.cut ? CUT : ''
  let at = from.offset
  let focus = 0
  for (const span of spans(all, from.offset, to.offset)) {
    text += decode(bytes.subarray(at, Math.max(at, span.start)))
    if (span.start <= of.start) focus = text.length
    text += span.masked
    at = span.end
  }
  if (at < to.offset) text += decode(bytes.subarray(at, to.offset))
  if (to.cut) text += CUT
  const clean = (part: string): string => harmless(masking(part, all))
  return cutAround(clean(text.slice(0, focus)), clean(text.slice(focus)))
}

/** The text with every secret masked that stands in it once more, as without the name that gave it away. */
function masking(text: string, all: readonly Candidate[]): string {
  return all.reduce(
    (left, { secret, masked }) => (secret.length >= LEAST_REPEATED ? left.replaceAll(secret, masked) : left),
    text,
  )
}

/** The stretches that candidates cover, each once. */
function spans(
  all: readonly Candidate[],
  from: number,
  to: number,
): { start: number; end: number; masked: string }[] {
  const merged: { start: number; end: number; masked: string }[] = []
  for (const { start, end, masked } of all) {
    if (end <= from || start >= to) continue
    const last = merged.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end, masked })
  }
  return merged
}

interface Bound {
  readonly offset: number
  /** Whether the line goes on beyond. */
  readonly cut: boolean
}

const isBreak = (byte: number | undefined): boolean => byte === 10 || byte === 13

function lineStart(bytes: Buffer, offset: number): Bound {
  const limit = Math.max(0, offset - EXCERPT_REACH)
  let at = offset
  while (at > limit && !isBreak(bytes[at - 1])) at--
  const cut = at > 0 && !isBreak(bytes[at - 1])
  return { offset: cut ? charStart(bytes, at) : at, cut }
}

function lineEnd(bytes: Buffer, offset: number): Bound {
  const limit = Math.min(bytes.length, offset + EXCERPT_REACH)
  let at = offset
  while (at < limit && !isBreak(bytes[at])) at++
  const cut = at < bytes.length && !isBreak(bytes[at])
  return { offset: cut ? charStart(bytes, at) : at, cut }
}

function cutAround(before: string, after: string): Excerpt {
  const text = before + after
  const focus = before.length
  if (text.length <= LONGEST) return { text, focus }
  const start = Math.max(0, Math.min(focus - LONGEST_BEFORE, text.length - LONGEST))
  const end = Math.min(text.length, start + LONGEST)
  const head = start > 0 ? CUT : ''
  const tail = end < text.length ? CUT : ''
  // The cut may go through a surrogate pair.
  const middle = harmless(text.slice(start + head.length, end - tail.length))
  return { text: head + middle + tail, focus: focus - start }
}
