import type { Coverage, Skip } from './coverage.ts'
import { ScanError } from './errors.ts'
import type { ScanOptions } from './scan.ts'

/** What is staged, and what a range brings in, may well be nothing; the range was looked up. */
export function mayBeNothing({ history, staged }: ScanOptions): boolean {
  return staged === true || (typeof history === 'object' && Boolean(history.range ?? history.commits))
}

/** A scan that looked at nothing proves nothing. */
export function nothingScanned(sources: Coverage['sources'], skipped: readonly Skip[]): ScanError {
  const where = [...new Set(sources.map(({ kind, root }) => NAMES[kind] ?? root))].join(', ')
  const left = skipped.length === 0 ? '' : ` (${skipped.length} skipped: ${reasons(skipped)})`
  return new ScanError(
    'nothing-scanned',
    `nothing to scan in ${where || 'no path'}${left}: check what was given`,
  )
}

const NAMES: Partial<Record<Coverage['sources'][number]['kind'], string>> = {
  stdin: 'standard input',
  list: 'the list of files',
}

function reasons(skipped: readonly Skip[]): string {
  return [...new Set(skipped.map(({ reason }) => reason))].join(', ')
}
