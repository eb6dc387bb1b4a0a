import type { Coverage } from '../coverage.ts'
import { ScanError } from '../errors.ts'
import type { Finding } from '../finding.ts'

/** A JSON report, as it was read. */
export interface ReadReport {
  /** What messages call it, such as the path of its file. */
  readonly name: string
  /** The version of Tacet that wrote it. */
  readonly version: string
  readonly findings: readonly Finding[]
  readonly coverage: Coverage
  /** Why the scan was stopped, if it was. */
  readonly stopped?: string
}

type Fields = Readonly<Record<string, unknown>>
type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isCount: Check = (value) => typeof value === 'number' && value >= 0
const isFlag: Check = (value) => typeof value === 'boolean'
const isList =
  (of: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(of)
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const has =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(checks).every(([name, check]) => check((value as Fields)[name]))

const isLocation = has({
  path: isText,
  line: isCount,
  column: isCount,
  endLine: isCount,
  endColumn: isCount,
})

const isCounts: Check = (value) =>
  typeof value === 'object' && value !== null && Object.values(value).every(isCount)

const authored = { author: maybe(isText), email: maybe(isText), date: maybe(isText) }

// What reporters take for granted.
const isFinding = has({
  ruleId: isText,
  title: isText,
  provider: isText,
  severity: (value) => isText(value) && ['critical', 'high', 'medium', 'low'].includes(value as string),
  confidence: (value) => isText(value) && ['low', 'medium', 'high', 'very-high'].includes(value as string),
  reasons: isList(isText),
  location: isLocation,
  masked: isText,
  excerpt: isText,
  focus: isCount,
  via: maybe(isList(isText)),
  companion: maybe(has({ ruleId: isText, title: isText, masked: isText, location: isLocation })),
  history: maybe(
    has({
      kind: isText,
      object: isText,
      versions: isCount,
      paths: isList(isText),
      tips: isList(isText),
      refs: isList(isText),
      commit: maybe(isText),
      ...authored,
      removedIn: maybe(has({ commit: isText, ...authored })),
    }),
  ),
  fingerprint: isText,
  place: maybe(isCount),
  owner: maybe(isText),
  suppression: maybe(
    has({
      kind: isText,
      reason: maybe(isText),
      owner: maybe(isText),
      until: maybe(isText),
      where: maybe(isText),
    }),
  ),
  note: maybe(isText),
  reference: maybe(isText),
  revoke: maybe(isText),
  value: maybe(isText),
})

const isCoverage = has({
  rules: isCount,
  files: isCount,
  bytes: isCount,
  findings: isCount,
  suppressed: maybe(isCounts),
  configs: maybe(isList(isText)),
  notes: maybe(isList(isText)),
  duration: isCount,
  commits: maybe(isCount),
  objects: maybe(isCount),
  known: maybe(isCount),
  shard: maybe(
    has({
      index: isCount,
      count: isCount,
      listed: isCount,
      listing: isText,
      settings: isText,
      mayBeNothing: isFlag,
    }),
  ),
  skipped: isList(has({ path: isText, reason: isText, detail: maybe(isText) })),
  sources: isList(has({ kind: isText, root: isText })),
})

const isReport = has({
  schemaVersion: (value) => value === 1,
  tool: has({ name: (value) => value === 'tacet', version: isText }),
  findings: isList(isFinding),
  complete: isFlag,
  stopped: maybe(isText),
  coverage: isCoverage,
})

/**
 * Reads what the JSON reporter wrote.
 *
 * @param name - what messages call it
 * @throws ScanError `not-a-report`
 */
export function readReport(name: string, text: string): ReadReport {
  const report = parsed(name, text)
  if (!isReport(report)) {
    throw new ScanError(
      'not-a-report',
      `${name} is no JSON report of Tacet: write one with \`tacet scan --format json --output FILE\``,
    )
  }
  const { tool, findings, coverage, stopped } = report as {
    readonly tool: { readonly version: string }
    readonly findings: readonly Finding[]
    readonly coverage: Coverage
    readonly stopped?: string
  }
  // A report that was cut off and mended would otherwise pass for a whole one.
  const told = findings.filter(({ suppression }) => suppression === undefined).length
  if (told !== coverage.findings) {
    throw new ScanError(
      'not-a-report',
      `${name} has ${told} findings where its scan had ${coverage.findings}: scan again`,
    )
  }
  const read = { name, version: tool.version, findings, coverage }
  return stopped === undefined ? read : { ...read, stopped }
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    // The parser's own message quotes the text, which may hold values.
    throw new ScanError(
      'not-a-report',
      `${name} is not whole, or no JSON: let the scan end before its report is taken`,
    )
  }
}
