import { textBeside } from '../custom/lines.ts'
import type { Suppressor } from '../suppression.ts'
import { secretlintDirective } from './secretlint-comments.ts'

/** What begins a comment where detect-secrets looks for its pragma. */
const OPENING = "(?:#|//|/\\*|'|--|<!--)[ \\t]*"

/** By what a line says, the kind of what hides a secret on it. */
const ON_LINE: readonly (readonly [mark: RegExp, kind: string])[] = [
  [/gitleaks:allow/, 'gitleaks:allow'],
  [/betterleaks:allow/, 'betterleaks:allow'],
  [/trufflehog:ignore/, 'trufflehog:ignore'],
  [/\bggignore\b/, 'ggignore'],
]
const BEHIND = new RegExp(`${OPENING}pragma: ?(?:allow|white)list[ -]secret`)
const ON_LINE_BEFORE = new RegExp(`^\\s*${OPENING}pragma: ?(?:allow|white)list[ -]nextline[ -]secret`)

/** Honours the comments by which other scanners are told to pass over a secret. */
export const commentSuppressor: Suppressor = (found) => {
  const { start, end } = found.partOf ?? found
  // A file that is found by its name has no line.
  if (start === end) return undefined
  const beside = textBeside(found.bytes, Math.min(start, found.start), Math.max(end, found.end))
  // What the secret itself says does not count.
  for (const [mark, kind] of ON_LINE) {
    if (mark.test(beside.before) || mark.test(beside.after)) return { kind }
  }
  if (BEHIND.test(beside.after) || ON_LINE_BEFORE.test(beside.lineBefore)) return { kind: 'detect-secrets' }
  return secretlintDirective(found, beside)
}
