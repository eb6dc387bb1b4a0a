import type { Rule } from '@tacet/rules'
import { checkNames, type Names } from './check-names.ts'
import { confidences } from './detect/resolve.ts'
import { ScanError } from './errors.ts'
import type { ForeignOptions } from './foreign/read-foreign.ts'
import type { HistoryOptions } from './history/host.ts'
import type { ScanOptions } from './scan.ts'
import type { ShardOptions } from './shard.ts'

const DEEPEST = 8

const scanNames: Names<ScanOptions> = {
  paths: true,
  filesFrom: true,
  input: true,
  history: true,
  staged: true,
  shard: true,
  cwd: true,
  config: true,
  rules: true,
  custom: true,
  threshold: true,
  decodeDepth: true,
  archiveDepth: true,
  maxFileSize: true,
  threads: true,
  fingerprintKey: true,
  showValues: true,
  inlineAllows: true,
  unusedAllows: true,
  baselines: true,
  baselineKey: true,
  foreign: true,
  showSuppressed: true,
  onProgress: true,
  signal: true,
}

const historyNames: Names<HistoryOptions> = {
  branch: true,
  range: true,
  since: true,
  commits: true,
  unreachable: true,
  allowShallow: true,
  allowMissing: true,
  cache: true,
  emails: true,
  reader: true,
}

const shardNames: Names<ShardOptions> = { index: true, count: true }
const foreignNames: Names<ForeignOptions> = {
  comments: true,
  files: true,
  detected: true,
  gitleaksConfig: true,
}

/** @throws ScanError `invalid-option` for a name that no option has */
export function checkScanNames(options: ScanOptions): void {
  checkNames('createScan', options, scanNames)
}

/** @throws ScanError `no-rules`, `invalid-option` */
export function checkOptions(options: ScanOptions, rules: readonly Rule[]): void {
  const { threshold, maxFileSize, custom = [], decodeDepth = 0, archiveDepth = 0 } = options
  const { threads = 1, history, shard, foreign } = options
  if (typeof history === 'object') checkNames('history', history, historyNames)
  if (shard) checkNames('shard', shard, shardNames)
  if (foreign) checkNames('foreign', foreign, foreignNames)
  if (rules.length + custom.length === 0)
    throw new ScanError('no-rules', 'there is no rule to scan with: give at least one')
  if (threshold !== undefined && !confidences.includes(threshold)) {
    throw invalid(`threshold must be one of ${confidences.join(', ')}`)
  }
  if (!isWhole(decodeDepth, 0, DEEPEST)) {
    throw invalid(`decodeDepth must be a whole number from 0 to ${DEEPEST}`)
  }
  if (!isWhole(threads, 1)) throw invalid('threads must be a whole number, 1 or more')
  if (!isWhole(archiveDepth, 0, DEEPEST)) {
    throw invalid(`archiveDepth must be a whole number from 0 to ${DEEPEST}`)
  }
  if (maxFileSize !== undefined && !(maxFileSize >= 0)) {
    throw invalid('maxFileSize must be a number of bytes, 0 or more')
  }
  checkSources(options)
}

function checkSources({ shard, input, filesFrom, history, staged }: ScanOptions): void {
  if (filesFrom && (history || staged)) {
    throw invalid('a list of files has no history: give the paths of repositories instead')
  }
  if (!shard) return
  if (!isWhole(shard.count, 1) || !isWhole(shard.index, 1, shard.count)) {
    throw invalid('shard must have a count, 1 or more, and an index from 1 to the count')
  }
  if (input) throw invalid('a stream has no shards: give paths instead of input')
}

function isWhole(value: number, least: number, most = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

const invalid = (message: string): ScanError => new ScanError('invalid-option', message)
