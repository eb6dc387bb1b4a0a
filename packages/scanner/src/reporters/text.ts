import type { Finding } from '../finding.ts'
import { fitLine, wrapWords } from './fit.ts'
import { historyWords } from './history-wording.ts'
import { collect, severities } from './importance.ts'
import { type Paint, painter, severityStyles } from './paint.ts'
import { columns, printable, printablePath } from './printable.ts'
import type { Reporter, ReportOptions } from './reporter.ts'
import { summarize } from './summary.ts'
import { Tally } from './tally.ts'
import { certainty, explanation, remedy } from './wording.ts'

/** What a remark stands under, and how far the line is from the left edge. */
const indent = ' '.repeat(7)
const gutterWidth = 9

type Look = Pick<ReportOptions, 'linkTo'> & {
  readonly paint: Paint
  readonly explain: boolean
  /** Infinity when nothing is to be fitted. */
  readonly width: number
}

const place = ({ location }: Finding): string =>
  `${printablePath(location.path)}:${location.line}:${location.column}`

/** A text that a terminal makes a link, as most do for the sequence OSC 8. */
const linked = (words: string, address: string | undefined): string =>
  address === undefined || !/^[!-~]+$/.test(address)
    ? words
    : `\u001b]8;;${address}\u001b\\${words}\u001b]8;;\u001b\\`

// What was found in the history may not be there now.
const linkedPlace = (finding: Finding, { linkTo, paint }: Look): string => {
  const { location, history } = finding
  const address = history === undefined ? linkTo?.(location.path, location.line) : undefined
  return linked(paint('bold', place(finding)), address)
}

const shown = (text: string): string => printable(text.replaceAll('\t', '  '))

// The excerpt has the masked value where the file has the secret, so columns of the file do not apply to it.
const excerptLines = ({ excerpt, focus, masked, location }: Finding, { paint, width }: Look): string[] => {
  const gutter = String(location.line).padStart(6)
  // Of a secret within a longer one, the excerpt shows only the longer.
  const marked = excerpt.startsWith(masked, focus) ? masked : ''
  const parts = [excerpt.slice(0, focus), marked, excerpt.slice(focus + marked.length)].map(shown)
  const [before, middle, after] = fitLine(parts as [string, string, string], width - gutterWidth)
  const line = `${paint('dim', `${gutter} │`)} ${before}${middle}${after}`
  if (middle === '') return [line]
  const marks = ' '.repeat(columns(before)) + paint('red', '^'.repeat(columns(middle)))
  return [line, `${paint('dim', `${' '.repeat(gutter.length)} │`)} ${marks}`]
}

const companionOf = ({ companion }: Finding): string[] =>
  companion === undefined
    ? []
    : [`with ${companion.title} ${companion.masked} (line ${companion.location.line})`]

const remarksOn = (finding: Finding, explain: boolean): string[] => [
  ...companionOf(finding),
  ...historyWords(finding),
  ...(explain ? explanation(finding) : [certainty(finding)]),
  remedy(finding),
]

const headLines = (finding: Finding, look: Look): string[] => {
  const { paint, width } = look
  const { severity, title, ruleId } = finding
  const where = linkedPlace(finding, look)
  const what = `${paint(severityStyles[severity], severity)}  ${printable(title)}  ${paint('dim', ruleId)}`
  const length = columns(`${place(finding)}  ${severity}  ${printable(title)}  ${ruleId}`)
  return length <= width ? [`${where}  ${what}`] : [where, `${indent}${what}`]
}

const describe = (finding: Finding, first: Finding | undefined, look: Look): string => {
  const remarks =
    first === undefined ? remarksOn(finding, look.explain) : [`The same secret as at ${place(first)}`]
  const wrapped = remarks.flatMap((remark) => wrapWords(printable(remark), look.width - indent.length))
  // Not wrapped: who asked for the value wants to copy it.
  const value =
    first === undefined && finding.value !== undefined ? [`value: ${printable(finding.value)}`] : []
  const lines = [
    ...headLines(finding, look),
    ...excerptLines(finding, look),
    ...[...value, ...wrapped].map((line) => indent + line),
  ]
  return `${lines.join('\n')}\n\n`
}

const advice = [
  'What to do, in this order:',
  '  1. Revoke each secret where it was issued: it stays in the history and in every clone after its line is gone.',
  '  2. Remove it from the file, and read it from the environment or from a mounted file.',
  '  3. If it was pushed, rewrite the history last: a secret that is revoked does no harm there.',
]

/**
 * For a reader: each finding with its line, how sure it is and what to do, the gravest first; at the end what was
 * looked at.
 */
export const text: Reporter = async function* ({ findings, outcome }, options) {
  const { color = false, explain = false, verbose = false, quiet = false, linkTo } = options
  const { columns: width = Number.POSITIVE_INFINITY } = options
  const paint = painter(color)
  const look = { paint, explain, width, ...(linkTo === undefined ? {} : { linkTo }) }
  const found = await collect(findings)
  const ended = await outcome()
  const tally = new Tally()
  const groups = severities
    .map((severity) => ({ severity, group: found.filter((finding) => finding.severity === severity) }))
    .filter(({ group }) => group.length > 0)
  for (const { severity, group } of groups) {
    if (groups.length > 1 && !quiet) {
      yield `${paint(severityStyles[severity], `── ${severity}: ${group.length} ──`)}\n\n`
    }
    for (const finding of group) yield describe(finding, tally.add(finding), look)
  }
  if (quiet) return
  if (found.length > 0) yield `${advice.flatMap((line) => wrapWords(line, width)).join('\n')}\n\n`
  yield summarize(tally, ended, paint, verbose)
}
