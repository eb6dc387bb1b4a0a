import type { Found, Suppression, Suppressor } from '../suppression.ts'
import { type Allow, parseAllow } from './allow-comment.ts'

/** So many bytes before and behind a secret are looked at: a line of a minified file may be long. */
const REACH = 512
const MARK = Buffer.from('tacet:allow')
/** A comment on the line before has the line for itself: one behind code is meant for that code. */
const ALONE = /^[^\p{L}\p{N}]*(?:(?:rem|dnl)[^\p{L}\p{N}]*)?$/iu
/** Where there are no comments, as in JSON, a text with such a name is one. */
const ENTRY = /^\s*(["'])(?:\/\/|#|[$_]*comment)\w*\1\s*:\s*["']\s*$/i

/**
 * Honours `tacet:allow <rule>[, <rule>] [until <day>] -- <reason>` on the line on which a secret begins, or alone on
 * the line before.
 *
 * @param today - `2027-01-31`, in UTC
 */
export function inlineSuppressor(today: string): Suppressor {
  return (found) => {
    let refusal: Suppression | undefined
    for (const text of commentsFor(found)) {
      const suppression = judge(parseAllow(text, today), found.rule.id)
      if (suppression.refused === undefined) return suppression
      refusal ??= suppression
    }
    return refusal
  }
}

function judge({ rules, problem, ...said }: Allow, ruleId: string): Suppression {
  const suppression = { kind: 'inline', ...said }
  if (rules.length > 0 && !rules.includes(ruleId)) {
    return { ...suppression, refused: `the comment allows ${rules.join(', ')}, and this is ${ruleId}` }
  }
  if (problem === undefined) return suppression
  return { ...suppression, refused: problem(ruleId) }
}

/** What follows each mark that is meant for the secret: to the end of its line, as far as is looked at. */
function* commentsFor({ bytes, start, end }: Found): Generator<string> {
  const from = Math.max(0, start - 2 * REACH)
  const own = lineStart(bytes, start, start - REACH)
  const to = lineEnd(bytes, start, end + REACH)
  for (const at of marks(bytes, own, to)) {
    // What a secret itself says does not count.
    if (at + MARK.length <= start || at >= end) yield textFrom(bytes, at, at < start ? start : to)
  }
  if (!isBreak(bytes[own - 1])) return
  const lastOfBefore = own - (bytes[own - 1] === LF && bytes[own - 2] === CR ? 2 : 1)
  const before = lineStart(bytes, lastOfBefore, from)
  const [at] = marks(bytes, before, lastOfBefore)
  if (at === undefined) return
  if (before > 0 && !isBreak(bytes[before - 1])) return
  const head = bytes.toString('utf8', before, at)
  if (ALONE.test(head) || ENTRY.test(head)) yield textFrom(bytes, at, lastOfBefore)
}

const LF = 10
const CR = 13
const isBreak = (byte: number | undefined): boolean => byte === LF || byte === CR

function lineStart(bytes: Buffer, offset: number, limit: number): number {
  let at = offset
  while (at > Math.max(0, limit) && !isBreak(bytes[at - 1])) at--
  return at
}

function lineEnd(bytes: Buffer, offset: number, limit: number): number {
  let at = offset
  while (at < Math.min(bytes.length, limit) && !isBreak(bytes[at])) at++
  return at
}

function* marks(bytes: Buffer, from: number, to: number): Generator<number> {
  const line = bytes.subarray(from, to)
  for (let at = line.indexOf(MARK); at >= 0; at = line.indexOf(MARK, at + 1)) yield from + at
}

const textFrom = (bytes: Buffer, mark: number, to: number): string =>
  bytes.toString('utf8', mark + MARK.length, to)
