import type { Coverage, Skip } from './coverage.ts'
import { ScanError } from './errors.ts'
import type { ScanOptions } from './scan.ts'

/** What is staged, and what a range brings in, may well be nothing; the range was looked up. */
export function mayBeNothing({ history, staged }: ScanOptions): boolean {
  return staged === true || (typeof history === 'object' && Boolean(history.range ?? history.commits))
}

/** A scan that looked at nothing proves nothing. */
export function nothingScanned(sources: Coverage['sources'], skipped: readonly Skip[]): ScanError {
  const where = [...new Set(sources.map(({ kind, root }) => nameOf(kind, root)))].join(', ')
  const left = skipped.length === 0 ? '' : ` (${skipped.length} skipped: ${reasons(skipped)})`
  return new ScanError(
    'nothing-scanned',
    `nothing to scan in ${where || 'no path'}${left}: ${adviceFor(skipped)}`,
  )
}

type Source = Coverage['sources'][number]

const NAMES: Partial<Record<Source['kind'], string>> = {
  stdin: 'standard input',
  list: 'the list of files',
}

const nameOf = (kind: Source['kind'], root: string): string =>
  kind === 'git-history' ? `the history of ${root}` : (NAMES[kind] ?? root)

const adviceFor = (skipped: readonly Skip[]): string =>
  skipped.length > 0 && skipped.every(({ reason }) => reason === 'excluded')
    ? 'change the paths of the configuration, which leave nothing'
    : 'check what was given'

function reasons(skipped: readonly Skip[]): string {
  return [...new Set(skipped.map(({ reason }) => reason))].join(', ')
}
