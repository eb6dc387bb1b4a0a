import type { Finding } from '../finding.ts'
import { type Paint, painter, severityStyles } from './paint.ts'
import { columns, printable, printablePath } from './printable.ts'
import type { Reporter } from './reporter.ts'
import { summarize } from './summary.ts'
import { Tally } from './tally.ts'
import { certainty, explanation, remedy } from './wording.ts'

const place = ({ location }: Finding): string =>
  `${printablePath(location.path)}:${location.line}:${location.column}`

const shown = (text: string): string => printable(text.replaceAll('\t', '  '))

// The excerpt has the masked value where the file has the secret, so columns of the file do not apply to it.
const excerptLines = ({ excerpt, focus, masked, location }: Finding, paint: Paint): string[] => {
  const gutter = String(location.line).padStart(6)
  const lines = [`${paint('dim', `${gutter} │`)} ${shown(excerpt)}`]
  // Of a secret within a longer one, the excerpt shows only the longer.
  if (!excerpt.startsWith(masked, focus)) return lines
  const before = ' '.repeat(columns(shown(excerpt.slice(0, focus))))
  const marks = '^'.repeat(columns(shown(masked)))
  lines.push(`${paint('dim', `${' '.repeat(gutter.length)} │`)} ${before}${paint('red', marks)}`)
  return lines
}

const companionOf = ({ companion }: Finding): string[] =>
  companion === undefined
    ? []
    : [`with ${companion.title} ${companion.masked} (line ${companion.location.line})`]

const remarksOn = (finding: Finding, explain: boolean): string[] => [
  ...(finding.value === undefined ? [] : [`value: ${finding.value}`]),
  ...companionOf(finding),
  ...(explain ? explanation(finding) : [certainty(finding)]),
  remedy(finding),
]

const describe = (finding: Finding, first: Finding | undefined, paint: Paint, explain: boolean): string => {
  const severity = paint(severityStyles[finding.severity], finding.severity)
  const remarks =
    first === undefined ? remarksOn(finding, explain) : [`The same secret as at ${place(first)}`]
  const lines = [
    `${paint('bold', place(finding))}  ${severity}  ${printable(finding.title)}  ${paint('dim', finding.ruleId)}`,
    ...excerptLines(finding, paint),
    ...remarks.map((remark) => `       ${printable(remark)}`),
  ]
  return `${lines.join('\n')}\n\n`
}

const advice =
  'Revoke each secret first: it stays in the history and in every clone after its line is gone.\n' +
  'Then remove it, and read it from the environment or from a mounted file.\n'

/** For a reader: each finding with its line, how sure it is and what to do; at the end what was looked at. */
export const text: Reporter = async function* ({ findings, outcome }, options) {
  const { color = false, explain = false, verbose = false, quiet = false } = options
  const paint = painter(color)
  const tally = new Tally()
  for await (const finding of findings) yield describe(finding, tally.add(finding), paint, explain)
  const ended = await outcome()
  if (quiet) return
  if (tally.findings > 0) yield `${advice}\n`
  yield summarize(tally, ended, paint, verbose)
}
