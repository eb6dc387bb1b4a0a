import type { Confidence, Severity } from '@tacet/rules'
import type {
  Log,
  Notification,
  PhysicalLocation,
  ReportingDescriptor,
  Result,
  Location as SarifLocation,
  Suppression as SarifSuppression,
} from 'sarif'
import type { Skip } from '../coverage.ts'
import type { Companion, Finding, Location } from '../finding.ts'
import type { Suppression } from '../suppression.ts'
import { historyWords } from './history-wording.ts'
import { byConfidence, byImportance, collect } from './importance.ts'
import { jsonText } from './json-text.ts'
import { lineHashes } from './line-hash.ts'
import { isComplete, isGap, type Outcome, type Reporter, type ReportOptions } from './reporter.ts'
import { advice, certainty, ownerWords, remedy } from './wording.ts'

/** GitHub rejects a run with more. */
const mostResults = 25_000

// GitHub calls a score above 9 critical, from 7 high, from 4 medium.
const severities = {
  critical: { level: 'error', score: '9.5' },
  high: { level: 'error', score: '8.0' },
  medium: { level: 'warning', score: '5.5' },
  low: { level: 'note', score: '2.0' },
} satisfies Record<Severity, { level: Result.level; score: string }>

const ranks = { low: 20, medium: 50, high: 80, 'very-high': 95 } satisfies Record<Confidence, number>

const percentEncode = (path: string): string =>
  path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')

const artifact = (path: string): PhysicalLocation['artifactLocation'] => {
  const [, drive, absolute] = /^([a-z]:)?(\/.*)$/is.exec(path) ?? []
  return absolute === undefined
    ? { uri: percentEncode(path), uriBaseId: '%SRCROOT%' }
    : { uri: `file://${drive === undefined ? '' : `/${drive}`}${percentEncode(absolute)}` }
}

const regionOf = ({ line, column, endLine, endColumn }: Location) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
})

const physical = (location: Location, excerpt: string): PhysicalLocation => ({
  artifactLocation: artifact(location.path),
  region: regionOf(location),
  contextRegion: { startLine: location.line, endLine: location.endLine, snippet: { text: excerpt } },
})

/** Why a secret has to be revoked, and not only removed. */
const why = 'It stays in the history and in every clone after its line is gone.'

const descriptor = (findings: readonly Finding[]): ReportingDescriptor => {
  const { ruleId, title, severity, reference } = findings[0]!
  const steps = [`${remedy(findings[0]!)}. ${why}`, ...advice.slice(1)]
  // A rule is as precise as the least sure of its results.
  const least = findings.reduce((a, b) => (byConfidence(a, b) >= 0 ? a : b))
  return {
    id: ruleId,
    name: ruleId,
    shortDescription: { text: title },
    fullDescription: { text: `${title}, in plain text: whoever can read the file can use it.` },
    help: {
      text: steps.join(' '),
      markdown: steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
    },
    ...(reference === undefined ? {} : { helpUri: reference }),
    defaultConfiguration: { level: severities[severity].level },
    properties: {
      precision: least.confidence,
      'security-severity': severities[severity].score,
      tags: ['security', 'secret', 'external/cwe/cwe-798'],
    },
  }
}

const related = ({ location, title, masked }: Companion): SarifLocation => ({
  id: 0,
  message: { text: `${title}: ${masked}` },
  physicalLocation: { artifactLocation: artifact(location.path), region: regionOf(location) },
})

/** One that stands beside the secret has no place of its own that a reader would look for. */
const suppressed = (suppression: Suppression): SarifSuppression => ({
  kind: suppression.where === undefined ? 'inSource' : 'external',
  status: 'accepted',
  ...(suppression.reason === undefined ? {} : { justification: suppression.reason }),
  properties: { ...suppression },
})

const result = (finding: Finding, ruleIndex: number, lineHash: string | undefined): Result => {
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: severities[finding.severity].level,
    rank: ranks[finding.confidence],
    message: {
      text: [
        `${finding.title} ${finding.masked}`,
        remedy(finding),
        certainty(finding).replace(/^./, (first) => first.toUpperCase()),
        ...historyWords(finding),
        ...ownerWords(finding),
      ]
        .map((words) => `${words}.`)
        .join(' '),
    },
    locations: [{ physicalLocation: physical(finding.location, finding.excerpt) }],
    partialFingerprints: {
      ...(lineHash === undefined ? {} : { primaryLocationLineHash: lineHash }),
      'tacet/v1': finding.fingerprint,
    },
    properties: {
      masked: finding.masked,
      provider: finding.provider,
      confidence: finding.confidence,
      reasons: finding.reasons,
      ...(finding.via === undefined ? {} : { via: finding.via }),
      ...(finding.owner === undefined ? {} : { owner: finding.owner }),
      ...(finding.history === undefined ? {} : { history: finding.history }),
    },
    ...(finding.companion === undefined ? {} : { relatedLocations: [related(finding.companion)] }),
    ...(finding.suppression === undefined ? {} : { suppressions: [suppressed(finding.suppression)] }),
  }
}

const skipNotification = (skip: Skip): Notification => ({
  descriptor: { id: `skipped/${skip.reason}` },
  level: isGap(skip) ? 'error' : 'note',
  message: { text: `Not scanned: ${skip.reason}${skip.detail === undefined ? '' : ` (${skip.detail})`}` },
  locations: [{ physicalLocation: { artifactLocation: artifact(skip.path) } }],
})

const notifications = ({ coverage, stopped }: Outcome, leftOut: number): Notification[] => [
  ...coverage.skipped.map(skipNotification),
  ...(stopped === undefined
    ? []
    : [
        {
          descriptor: { id: 'stopped' },
          level: 'error' as const,
          message: { text: `The scan ended early: ${stopped}` },
        },
      ]),
  ...(leftOut === 0
    ? []
    : [
        {
          descriptor: { id: 'results-left-out' },
          level: 'warning' as const,
          message: {
            text: `${leftOut} results of the lowest severity are left out: GitHub takes ${mostResults}`,
          },
        },
      ]),
]

/** The most important findings that one run may hold, in the order in which they were found. */
const withinLimit = (findings: readonly Finding[]): readonly Finding[] => {
  if (findings.length <= mostResults) return findings
  const kept = new Set([...findings].sort(byImportance).slice(0, mostResults))
  return findings.filter((finding) => kept.has(finding))
}

// Findings of a file follow one another, so the hashes of one file at a time are enough.
const lineHasher = (readText: ReportOptions['readText']) => {
  let path: string | undefined
  let hashes: readonly string[] = []
  return async ({ location, history }: Finding): Promise<string | undefined> => {
    // What stands there now may be another text.
    if (history !== undefined) return undefined
    if (location.path !== path) {
      path = location.path
      const text = await readText?.(path)
      hashes = text === undefined ? [] : lineHashes(text)
    }
    return hashes[location.line - 1]
  }
}

const byRule = (findings: readonly Finding[]): Map<string, Finding[]> => {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.ruleId)
    if (group === undefined) groups.set(finding.ruleId, [finding])
    else group.push(finding)
  }
  return groups
}

/**
 * A SARIF 2.1.0 log with one run, as GitHub code scanning takes it.
 *
 * Source: OASIS SARIF 2.1.0; GitHub's page "SARIF support for code scanning".
 */
export const sarif: Reporter = async function* ({ findings, outcome }, { version, readText }) {
  const found = await collect(findings)
  const ended = await outcome()
  const kept = withinLimit(found)
  const rules = byRule(kept)
  const indexes = new Map([...rules.keys()].map((id, index) => [id, index]))
  const lineHash = lineHasher(readText)
  const results: Result[] = []
  for (const finding of kept) {
    results.push(result(finding, indexes.get(finding.ruleId)!, await lineHash(finding)))
  }
  const { skipped, ...coverage } = ended.coverage
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Tacet', semanticVersion: version, rules: [...rules.values()].map(descriptor) },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: isComplete(ended),
            toolExecutionNotifications: notifications(ended, found.length - kept.length),
          },
        ],
        results,
        properties: { coverage: { ...coverage, skipped: skipped.length } },
      },
    ],
  }
  yield `${jsonText(log)}\n`
}
