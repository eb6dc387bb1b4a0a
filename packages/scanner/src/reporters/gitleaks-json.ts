import { entropy } from '@tacet/core'
import type { Finding } from '../finding.ts'
import { jsonText } from './json-text.ts'
import type { Reporter } from './reporter.ts'

/** As Go writes a time in UTC. */
const inUtc = (date: string | undefined): string => {
  const time = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(time) ? '' : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}

const asGitleaks = (finding: Finding) => {
  const { ruleId, title, location, history, masked, value, severity, confidence } = finding
  const commit = history?.commit ?? ''
  return {
    RuleID: ruleId,
    Description: title,
    StartLine: location.line,
    EndLine: location.endLine,
    StartColumn: location.column,
    // There the last character, here the one after it.
    EndColumn: Math.max(location.endColumn - 1, 1),
    Match: value === undefined ? finding.excerpt : value,
    Secret: value ?? masked,
    File: location.path,
    SymlinkFile: '',
    Commit: commit,
    // Of a masked value it would say nothing.
    Entropy: value === undefined ? 0 : Number(entropy(value).toFixed(6)),
    Author: history?.author ?? '',
    Email: history?.email ?? '',
    Date: inUtc(history?.date),
    Message: '',
    Tags: [`severity:${severity}`, `confidence:${confidence}`],
    Fingerprint: [commit, location.path, ruleId, location.line].filter((part) => part !== '').join(':'),
  }
}

/**
 * The array that `gitleaks --report-format json` writes, for what reads such reports. It has no place for what was
 * looked at, so only the exit code and the summary tell that a scan was not complete. `Match` is the masked line,
 * `Secret` the masked value, unless the scan was asked for values; without them there is no `Entropy`.
 *
 * Source: the fields of `Finding` in report/finding.go of gitleaks 8.
 */
export const gitleaksJson: Reporter = async function* ({ findings, outcome }) {
  let written = '['
  let end = ']\n'
  for await (const finding of findings) {
    yield `${written}\n ${jsonText(asGitleaks(finding), 1, 1)}`
    written = ','
    end = '\n]\n'
  }
  await outcome()
  yield (written === '[' ? written : '') + end
}
