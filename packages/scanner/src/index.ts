export type { Confidence, Rule, Severity } from '@tacet/rules'
export { byteSize } from './byte-size.ts'
export { configKeys } from './config/table.ts'
export { counted } from './counted.ts'
export type { Coverage, Skip, SkipReason } from './coverage.ts'
export type { CustomAllow, CustomRequired, CustomRule, RegexTarget } from './custom/custom-rule.ts'
export { ScanError, type ScanErrorCode } from './errors.ts'
export type { CommitReference, Companion, Finding, History, Location } from './finding.ts'
export { findForeign } from './foreign/find-foreign.ts'
export type { Migration } from './foreign/migrate/translate.ts'
export { translateForeign } from './foreign/migrate/translate-foreign.ts'
export type { ForeignOptions } from './foreign/read-foreign.ts'
export type { HistoryOptions } from './history/host.ts'
export {
  type ExplainedPath,
  type InspectedConfig,
  type InspectOptions,
  inspectConfig,
  type ListedRule,
  type TriedRule,
} from './inspect-config.ts'
export { type MergedReport, mergeReports } from './merge/merge-reports.ts'
export { reporters } from './reporters/index.ts'
export { painter } from './reporters/paint.ts'
export { printable, printablePath } from './reporters/printable.ts'
export {
  type Format,
  isComplete,
  isGap,
  type Outcome,
  type Report,
  type Reporter,
  type ReportOptions,
} from './reporters/reporter.ts'
export { size, summarize } from './reporters/summary.ts'
export { Tally } from './reporters/tally.ts'
export { createScan, type Progress, type Scan, type ScanOptions } from './scan.ts'
export { type ShardOptions, type ShardRecord, shardOf } from './shard.ts'
export type { BaselineEntry } from './suppress/baseline/entry.ts'
export { BASELINE_NAME, type Baseline, formatBaseline, parseBaseline } from './suppress/baseline/file.ts'
export { baselineFile, findBaselines, readBaseline } from './suppress/baseline/find.ts'
export { mergeBaselines } from './suppress/baseline/merge.ts'
export type { StaleEntry } from './suppress/baseline/stale.ts'
export {
  type KnownFinding,
  type UpdatedBaseline,
  type UpdateOptions,
  updateBaseline,
  withoutFindings,
} from './suppress/baseline/update.ts'
export { isDay, isOver, today } from './suppress/expiry.ts'
export type { UnusedAllow } from './suppress/unused.ts'
export type { Suppression } from './suppression.ts'
