import type { Severity } from '@tacet/rules'
import type { Finding } from '../finding.ts'
import { historyWords } from './history-wording.ts'
import { byImportance, collect } from './importance.ts'
import { outcomeLines } from './outcome-wording.ts'
import { printable, printablePath } from './printable.ts'
import type { Reporter } from './reporter.ts'
import { certainty, ownerWords, remedy } from './wording.ts'

/** GitHub shows so many annotations of one kind of a step. */
const mostOfOneKind = 10

const kinds = { critical: 'error', high: 'error', medium: 'warning', low: 'notice' } satisfies Record<
  Severity,
  string
>

const escapeData = (text: string): string => printable(text).replaceAll('%', '%25')

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

const placeOf = ({ location }: Finding): string => `${location.path}:${location.line}:${location.column}`

// What was found in the history may not stand there any more, so the annotation names the place in words only.
const properties = ({ location, history, title, ruleId }: Finding): string => {
  const { path, line, endLine, column, endColumn } = location
  const place =
    history === undefined
      ? { file: path, line, endLine, ...(line === endLine ? { col: column, endColumn } : {}) }
      : {}
  return Object.entries({ ...place, title: `${title} (${ruleId})` })
    .map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`)
    .join(',')
}

const annotation = (finding: Finding): string => {
  const lines = [
    ...(finding.history === undefined ? [] : [placeOf(finding)]),
    `${finding.masked} · ${certainty(finding)}`,
    ...historyWords(finding),
    ...ownerWords(finding),
    remedy(finding),
  ]
  return `::${kinds[finding.severity]} ${properties(finding)}::${lines.map(escapeData).join('%0A')}\n`
}

const line = (finding: Finding): string => {
  const { path, line, column } = finding.location
  const { severity, title, ruleId } = finding
  return `${printablePath(path)}:${line}:${column} ${severity} ${printable(title)} (${printable(ruleId)})\n`
}

/**
 * Commands that the runner of GitHub Actions turns into annotations, the gravest findings first: as many of a kind
 * as GitHub shows. The others follow as lines of the log.
 *
 * Source: GitHub's pages "Workflow commands" and, for the limits, the description of annotations in actions/toolkit.
 */
export const github: Reporter = async function* ({ findings, outcome }, { quiet = false }) {
  const found = await collect(findings)
  const rest: Finding[] = []
  const counts = new Map<string, number>()
  for (const finding of found.toSorted(byImportance)) {
    const count = (counts.get(kinds[finding.severity]) ?? 0) + 1
    counts.set(kinds[finding.severity], count)
    if (count <= mostOfOneKind) yield annotation(finding)
    else rest.push(finding)
  }
  if (rest.length > 0) {
    yield `Without an annotation, of which GitHub shows ${mostOfOneKind} of a kind:\n`
    for (const finding of rest) yield line(finding)
  }
  if (quiet) return
  for (const words of outcomeLines(found, await outcome())) yield `${words}\n`
}
