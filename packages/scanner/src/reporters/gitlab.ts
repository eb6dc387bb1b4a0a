import { createHash } from 'node:crypto'
import type { Severity } from '@tacet/rules'
import type { Finding } from '../finding.ts'
import { historyWords } from './history-wording.ts'
import { collect } from './importance.ts'
import { jsonText } from './json-text.ts'
import { outcomeLines } from './outcome-wording.ts'
import { isComplete, type Outcome, type Reporter } from './reporter.ts'
import { certainty, remedy } from './wording.ts'

const schemaVersion = '15.2.1'

/** What GitLab's own analyzers name where there is no commit. */
const noCommit = '0000000'

const longestName = 255
const longestSolution = 7000

const severities = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' } satisfies Record<
  Severity,
  string
>

/** An id in the form of a UUID that is the same in every scan for the same secret at the same place. */
const idOf = ({ fingerprint, location, history }: Finding): string => {
  const { path, line, column } = location
  const identity = JSON.stringify([fingerprint, path, line, column, history?.commit])
  const hex = createHash('sha256').update(identity).digest('hex')
  // Version 8 is for an id of one's own making; its variant is the bits 10.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const isLink = (url: string | undefined): url is string => /^https?:\/\/./.test(url ?? '')

const identifiers = ({ ruleId, title, reference }: Finding) => [
  {
    type: 'tacet_rule_id',
    name: `Tacet rule ${ruleId} (${title})`,
    value: ruleId,
    ...(isLink(reference) ? { url: reference } : {}),
  },
  { type: 'cwe', name: 'CWE-798', value: '798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
]

const links = ({ reference, revoke }: Finding) => [
  ...(isLink(revoke) ? [{ name: 'Revoke it', url: revoke }] : []),
  ...(isLink(reference) ? [{ name: 'What it is', url: reference }] : []),
]

const text = (name: string, value: string) => ({ type: 'text', name, value })

const details = (finding: Finding) => {
  const { masked, excerpt, via, companion, owner } = finding
  const history = historyWords(finding)
  return {
    secret: text('Secret', masked),
    line: { type: 'code', name: 'Line', value: excerpt },
    confidence: text('Confidence', certainty(finding)),
    ...(via === undefined ? {} : { via: text('Written as', via.join(', in ')) }),
    ...(companion === undefined ? {} : { with: text('With', `${companion.title} ${companion.masked}`) }),
    ...(owner === undefined ? {} : { owner: text('Owner', owner) }),
    ...(history.length === 0 ? {} : { history: text('History', history.join('. ')) }),
  }
}

const vulnerability = (finding: Finding) => {
  const { title, severity, location, history, value } = finding
  return {
    id: idOf(finding),
    name: title.slice(0, longestName),
    description: `${title}, in plain text: whoever can read it can use it. ${certainty(finding)}.`,
    severity: severities[severity],
    solution:
      `${remedy(finding)}. Then remove it from the file, and if it was pushed, from the history.`.slice(
        0,
        longestSolution,
      ),
    identifiers: identifiers(finding),
    links: links(finding),
    details: details(finding),
    location: {
      file: location.path,
      start_line: location.line,
      end_line: location.endLine,
      commit: { sha: history?.commit ?? noCommit, author: history?.author, date: history?.date },
    },
    // GitLab asks by it whether a token is still valid.
    raw_source_code_extract: value,
  }
}

const messages = (findings: readonly Finding[], outcome: Outcome) => {
  const level = isComplete(outcome) ? 'info' : 'warn'
  return [
    ...outcomeLines(findings, outcome).map((value) => ({ level, value })),
    ...(outcome.stopped === undefined ? [] : [{ level: 'fatal', value: outcome.stopped }]),
  ]
}

const inUtc = (time: number): string => new Date(time).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)

/**
 * A report of GitLab's secret detection, for `artifacts:reports:secret_detection`.
 *
 * Source: version 15.2.1 of GitLab's schema secret-detection-report-format.json.
 */
export const gitlab: Reporter = async function* ({ findings, outcome }, { version, time = new Date() }) {
  const found = await collect(findings)
  const ended = await outcome()
  const tool = { id: 'tacet', name: 'Tacet', version, vendor: { name: 'Tacet' } }
  const report = {
    version: schemaVersion,
    scan: {
      type: 'secret_detection',
      analyzer: tool,
      scanner: tool,
      status: isComplete(ended) ? 'success' : 'failure',
      start_time: inUtc(time.getTime() - ended.coverage.duration),
      end_time: inUtc(time.getTime()),
      messages: messages(found, ended),
    },
    vulnerabilities: found.map(vulnerability),
  }
  yield `${jsonText(report)}\n`
}
