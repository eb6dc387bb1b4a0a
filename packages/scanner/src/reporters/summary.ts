import { counted, number } from '../counted.ts'
import type { Coverage, Skip, SkipReason } from '../coverage.ts'
import { type Paint, severityStyles } from './paint.ts'
import { printable, printablePath } from './printable.ts'
import { isComplete, isGap, type Outcome } from './reporter.ts'
import type { Tally } from './tally.ts'

const skipWords = {
  binary: 'binary',
  'too-large': 'too large',
  unreadable: 'unreadable',
  link: 'links within the tree',
  outside: 'links out of the tree',
  'not-a-file': 'no regular files',
  encrypted: 'encrypted',
  damaged: 'damaged',
  unsupported: 'compressed in a way that is not read',
  limit: 'nested or expanding beyond a limit',
  missing: 'left out by a partial clone',
  lfs: 'pointers to Git LFS files',
  excluded: 'excluded by a configuration',
} satisfies Record<SkipReason, string>

const shownUnreadable = 10

const tenths = (value: number): number => Math.round(value * 10) / 10

/** Bytes in decimal units, with at most one digit after the point. */
export const size = (bytes: number): string => {
  let value = bytes
  let unit = bytes === 1 ? 'byte' : 'bytes'
  for (const larger of ['KB', 'MB', 'GB']) {
    if (tenths(value) < 1000) break
    value /= 1000
    unit = larger
  }
  return `${number(tenths(value))} ${unit}`
}

const speed = ({ bytes, duration }: Coverage): string =>
  duration > 0 ? ` (${size((bytes / duration) * 1000)}/s)` : ''

const severitiesOf = (tally: Tally, paint: Paint): string =>
  Object.entries(tally.severities)
    .filter(([, count]) => count > 0)
    .map(([name, count]) =>
      paint(severityStyles[name as keyof typeof severityStyles], `${number(count)} ${name}`),
    )
    .join(', ')

const verdict = (tally: Tally, outcome: Outcome, paint: Paint): string => {
  if (tally.findings === 0) {
    return isComplete(outcome)
      ? paint('green', 'No secrets found.')
      : 'No secrets found in what was scanned, but the scan is not complete.'
  }
  const places = `${counted(tally.findings, 'finding')} in ${counted(tally.files, 'file')}`
  const distinct = tally.secrets < tally.findings ? `, ${counted(tally.secrets, 'different secret')}` : ''
  return `${paint('bold', `${places}${distinct}`)}: ${severitiesOf(tally, paint)}.`
}

const shownConfigs = 5

const configsOf = ({ configs = [] }: Coverage): string[] => {
  if (configs.length === 0) return []
  const more = configs.length - shownConfigs
  const shown = configs.slice(0, shownConfigs).map(printablePath).join(', ')
  return [`Configured by ${shown}${more > 0 ? ` and ${number(more)} more` : ''}.`]
}

const suppressedOf = ({ suppressed = {} }: Coverage): string[] => {
  const kinds = Object.entries(suppressed)
  if (kinds.length === 0) return []
  const count = kinds.reduce((sum, [, each]) => sum + each, 0)
  const by = kinds.map(([kind, each]) => `${number(each)} ${printable(kind)}`).join(', ')
  return [`${counted(count, 'finding')} suppressed: ${by}.`]
}

const notesOf = ({ notes = [] }: Coverage): string[] => notes.map((note) => `Note: ${printablePath(note)}.`)

const staleOf = ({ stale = [] }: Coverage, verbose: boolean): string[] => {
  if (stale.length === 0) return []
  const files = [...new Set(stale.map(({ where }) => where.replace(/:\d+$/, '')))].join(', ')
  const entries = counted(stale.length, 'entry', 'entries')
  const hides = stale.length === 1 ? 'hides' : 'hide'
  const head = `${entries} of ${files} ${hides} nothing any more; to remove: tacet baseline --prune.`
  const listed = verbose ? stale.map(({ where, ruleId, path }) => `  ${where}: ${ruleId} ${path}`) : []
  return [head, ...listed].map(printablePath)
}

const unusedOf = ({ unusedAllows = [] }: Coverage): string[] => {
  if (unusedAllows.length === 0) return []
  const hides = unusedAllows.length === 1 ? 'hides' : 'hide'
  return [
    `${counted(unusedAllows.length, 'comment')} tacet:allow ${hides} nothing:`,
    ...unusedAllows.map(
      ({ path, line, rules }) => `  ${printablePath(path)}:${line}: ${printable(rules.join(', '))}`,
    ),
  ]
}

const skipLine = (skip: Skip): string => {
  const detail = skip.detail === undefined ? '' : ` (${printablePath(skip.detail)})`
  return `  ${skipWords[skip.reason]}: ${printablePath(skip.path)}${detail}`
}

const skippedOf = (skipped: readonly Skip[], verbose: boolean): string[] => {
  if (skipped.length === 0) return []
  const counts = new Map<SkipReason, number>()
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const reasons = [...counts].map(([reason, count]) => `${number(count)} ${skipWords[reason]}`).join(', ')
  const unreadable = skipped.filter(isGap)
  const listed = verbose ? skipped : unreadable.slice(0, shownUnreadable)
  const hidden = verbose ? 0 : unreadable.length - listed.length
  return [
    `Skipped ${number(skipped.length)}: ${reasons}.`,
    ...listed.map(skipLine),
    ...(hidden > 0 ? [`  … and ${number(hidden)} more: --verbose lists all`] : []),
  ]
}

/**
 * What a scan found and what it looked at, in a few lines for a reader.
 *
 * @returns Lines, each ended by a line feed.
 */
export const summarize = (tally: Tally, outcome: Outcome, paint: Paint, verbose = false): string => {
  const { coverage, stopped } = outcome
  const seconds = `${number(Math.round(coverage.duration / 10) / 100)} s`
  const { commits, objects, known = 0, shard } = coverage
  const history =
    objects === undefined ? '' : `${counted(commits ?? 0, 'commit')}, ${counted(objects, 'object')}, `
  const scanned = `${history}${counted(coverage.files, 'file')}, ${size(coverage.bytes)} in ${seconds}${speed(coverage)}`
  const lines = [
    verdict(tally, outcome, paint),
    paint('dim', `Scanned ${scanned} with ${counted(coverage.rules, 'rule')}.`),
    ...configsOf(coverage).map((line) => paint('dim', line)),
    ...(shard === undefined
      ? []
      : [paint('dim', `Shard ${shard.index} of ${shard.count}: the others look at the rest.`)]),
    ...(known > 0
      ? [paint('dim', `${counted(known, 'object')} known to be clean from an earlier scan.`)]
      : []),
    ...suppressedOf(coverage),
    ...staleOf(coverage, verbose),
    ...(verbose ? unusedOf(coverage) : []),
    ...notesOf(coverage),
    ...skippedOf(coverage.skipped, verbose),
    ...(stopped === undefined ? [] : [paint('yellow', `The scan ended early: ${printable(stopped)}.`)]),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
