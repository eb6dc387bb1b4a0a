import type { Finding } from '../finding.ts'
import { fitLine, wrapWords } from './fit.ts'
import { focusedExcerpt } from './focus.ts'
import { historyWords } from './history-wording.ts'
import { collect, severities } from './importance.ts'
import { type Paint, painter, severityStyles } from './paint.ts'
import { columns, printable, printableLine, printablePath } from './printable.ts'
import type { Reporter, ReportOptions } from './reporter.ts'
import { summarize } from './summary.ts'
import { Tally } from './tally.ts'
import {
  advice,
  confidenceWords,
  explanation,
  noteWords,
  ownerWords,
  remedy,
  suppressionWords,
} from './wording.ts'

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

// The excerpt has the masked value where the file has the secret, so columns of the file do not apply to it.
const excerptLines = (finding: Finding, { paint, width }: Look): string[] => {
  const gutter = String(finding.location.line).padStart(6)
  const [head, focus, tail] = focusedExcerpt(finding)
  const parts = [printableLine(head), printableLine(focus), printableLine(tail)] as const
  const [before, middle, after] = fitLine(parts, width - gutterWidth)
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
  ...(explain ? explanation(finding) : [confidenceWords(finding)]),
  ...ownerWords(finding),
  ...noteWords(finding),
  finding.suppression === undefined
    ? remedy(finding)
    : `Suppressed: ${suppressionWords(finding.suppression)}`,
]

const headLines = (finding: Finding, look: Look): string[] => {
  const { paint, width } = look
  const { severity, ruleId } = finding
  const title = printable(finding.title)
  const where = linkedPlace(finding, look)
  const what = `${paint(severityStyles[severity], severity)}  ${title}`
  const rule = paint('dim', ruleId)
  const length = columns(`${severity}  ${title}  ${ruleId}`)
  if (columns(`${place(finding)}  `) + length <= width) return [`${where}  ${what}  ${rule}`]
  if (indent.length + length <= width) return [where, `${indent}${what}  ${rule}`]
  return [where, `${indent}${what}`, `${indent}${rule}`]
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

const adviceLines = (width: number): string[] => [
  'What to do, in this order:',
  ...advice.flatMap((step, index) => wrapWords(`  ${index + 1}. ${step}`, width, '   ')),
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
  const all = await collect(findings)
  const found = all.filter(({ suppression }) => suppression === undefined)
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
  const hidden = all.filter(({ suppression }) => suppression !== undefined)
  if (hidden.length > 0 && !quiet) yield `${paint('dim', `── suppressed: ${hidden.length} ──`)}\n\n`
  for (const finding of hidden) yield describe(finding, undefined, look)
  if (quiet) return
  if (found.length > 0) yield `${adviceLines(width).join('\n')}\n\n`
  yield summarize(tally, ended, paint, verbose)
}
