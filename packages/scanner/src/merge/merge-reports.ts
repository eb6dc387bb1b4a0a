import type { Coverage } from '../coverage.ts'
import { ScanError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { nothingScanned } from '../nothing-scanned.ts'
import type { ShardRecord } from '../shard.ts'
import { Suppressed } from '../suppressed.ts'
import { checkTogether } from './check-together.ts'
import { type ReadReport, readReport } from './read-report.ts'

/** Several reports as one. */
export interface MergedReport {
  /** The version of Tacet that wrote them. */
  readonly version: string
  readonly findings: readonly Finding[]
  /** What was looked at by all; the duration is that of the longest. */
  readonly coverage: Coverage
  /** Why one of the scans was stopped, if one was. */
  readonly stopped?: string
}

/**
 * Joins reports that the JSON reporter wrote. Those of shards give the report of a scan of the whole, its findings in
 * the same order; others are put one after the other.
 *
 * @param reports - the text of each, and what messages call it
 * @throws ScanError `not-a-report`; `cannot-merge` when one is missing or there twice, or when they are not of the same
 *   version, rules, options and files; `nothing-scanned` when the shards together looked at nothing
 */
export function mergeReports(
  reports: readonly { readonly name: string; readonly text: string }[],
): MergedReport {
  const read = reports.map(({ name, text }) => readReport(name, text))
  const [first] = read
  if (!first) throw new ScanError('cannot-merge', 'there is no report to join: name at least one')
  checkTogether(read)
  const { shard } = first.coverage
  if (shard) read.sort((a, b) => a.coverage.shard!.index - b.coverage.shard!.index)
  const findings = read.flatMap((report) => report.findings)
  // The sort is stable: what is in one place comes from one report, and is in order there.
  if (shard) findings.sort((a, b) => a.place! - b.place!)
  const stopped = read.find((report) => report.stopped !== undefined)?.stopped
  const coverage = summed(read, shard)
  if (shard && coverage.bytes + (coverage.known ?? 0) === 0 && !shard.mayBeNothing && !stopped) {
    throw nothingScanned(coverage.sources, coverage.skipped)
  }
  return {
    version: first.version,
    findings: findings.map(({ place, ...finding }) => finding),
    coverage,
    ...(stopped === undefined ? {} : { stopped }),
  }
}

function summed(reports: readonly ReadReport[], shard: ShardRecord | undefined): Coverage {
  const all = reports.map(({ coverage }) => coverage)
  const sum = (of: (coverage: Coverage) => number | undefined): number =>
    all.reduce((total, coverage) => total + (of(coverage) ?? 0), 0)
  const [first] = all
  const objects = sum((each) => each.objects)
  const known = sum((each) => each.known)
  const skipped = all.flatMap((each) => each.skipped)
  const notes = [...new Set(all.flatMap((each) => each.notes ?? []))]
  const configs = [...new Set(all.flatMap((each) => each.configs ?? []))]
  // Each shard has the same sources, though not in the same folder.
  const sources = shard ? first!.sources : all.flatMap((each) => each.sources)
  return {
    rules: first!.rules,
    files: sum(({ files }) => files),
    bytes: sum(({ bytes }) => bytes),
    findings: sum(({ findings }) => findings),
    ...Suppressed.joined(all),
    ...(configs.length > 0 ? { configs } : {}),
    duration: all.reduce((longest, { duration }) => Math.max(longest, duration), 0),
    ...(objects > 0 ? { commits: sum((each) => each.commits), objects } : {}),
    ...(known > 0 ? { known } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    skipped: shard ? skipped.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)) : skipped,
    sources,
  }
}
