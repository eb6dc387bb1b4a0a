import { ScanError } from '../errors.ts'
import type { ShardRecord } from '../shard.ts'
import type { ReadReport } from './read-report.ts'

/** What has to be the same in all reports that are joined, and what to do when it is not. */
const same: readonly (readonly [of: (report: ReadReport) => unknown, what: string, todo: string])[] = [
  [({ version }) => version, 'versions of Tacet', 'scan again with one version'],
  [({ coverage }) => coverage.rules, 'numbers of rules', 'scan again with the same rules'],
]

const sameOfShards: readonly (readonly [of: (shard: ShardRecord) => unknown, what: string, todo: string])[] =
  [
    [({ count }) => count, 'numbers of shards', 'join those of one scan'],
    [({ settings }) => settings, 'rules or options', 'scan again with the same ones'],
    [
      ({ listed, listing }) => `${listed} ${listing}`,
      'lists of files',
      'scan the same commit in each shard, by the same relative paths, and keep reports out of what is scanned',
    ],
  ]

/**
 * Makes sure that reports can be joined: that they are of the same kind of scan and, of shards, that each is there once.
 *
 * @throws ScanError `cannot-merge`
 */
export function checkTogether(reports: readonly ReadReport[]): void {
  const [first, ...others] = reports
  for (const report of others) {
    for (const [of, what, todo] of same) {
      if (of(report) !== of(first!)) throw differing(first!, report, what, todo)
    }
  }
  const sharded = reports.flatMap((report) =>
    report.coverage.shard ? { report, shard: report.coverage.shard } : [],
  )
  if (sharded.length === 0) return
  const whole = reports.find(({ coverage }) => !coverage.shard)
  if (whole) {
    throw cannot(`${whole.name} is of a whole scan, ${sharded[0]!.report.name} of a shard: join shards alone`)
  }
  const [start] = sharded
  for (const { report, shard } of sharded) {
    for (const [of, what, todo] of sameOfShards) {
      if (of(shard) !== of(start!.shard)) throw differing(start!.report, report, what, todo)
    }
    if (report.findings.some(({ place }) => place === undefined || place >= shard.listed)) {
      throw cannot(`${report.name} does not tell the places of its findings: scan that shard again`)
    }
  }
  checkEach(sharded, start!.shard.count)
}

/** Each shard has to be there, and once. */
function checkEach(
  sharded: readonly { readonly report: ReadReport; readonly shard: ShardRecord }[],
  count: number,
): void {
  const byIndex = new Map<number, ReadReport>()
  for (const { report, shard } of sharded) {
    const twin = byIndex.get(shard.index)
    if (twin) {
      throw cannot(
        `${twin.name} and ${report.name} are both of shard ${shard.index} of ${count}: give one of them`,
      )
    }
    byIndex.set(shard.index, report)
  }
  const missing: number[] = []
  for (let index = 1; index <= count && missing.length < MOST_NAMED; index++) {
    if (!byIndex.has(index)) missing.push(index)
  }
  if (missing.length === 0) return
  const left = count - byIndex.size - missing.length
  const more = left > 0 ? ` and ${left} more` : ''
  throw cannot(
    `of ${count} shards these are missing: ${missing.join(', ')}${more}; give the report of each, or scan it again`,
  )
}

/** Of what is missing, so many are told by their number. */
const MOST_NAMED = 20

function differing(one: ReadReport, other: ReadReport, what: string, todo: string): ScanError {
  return cannot(`${one.name} and ${other.name} have different ${what}: ${todo}`)
}

const cannot = (message: string): ScanError => new ScanError('cannot-merge', message)
