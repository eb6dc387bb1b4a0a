export type { Coverage, Skip, SkipReason } from './coverage.ts'
export { ScanError, type ScanErrorCode } from './errors.ts'
export type { CommitReference, Companion, Finding, History, Location } from './finding.ts'
export type { HistoryOptions } from './history/host.ts'
export { type MergedReport, mergeReports } from './merge/merge-reports.ts'
export { reporters } from './reporters/index.ts'
export { painter } from './reporters/paint.ts'
export { printable } from './reporters/printable.ts'
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
