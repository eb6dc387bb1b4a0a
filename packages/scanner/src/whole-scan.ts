import { realpathSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import type { Rule } from '@tacet/rules'
import type { Skip } from './coverage.ts'
import { isGap } from './reporters/reporter.ts'
import type { ScanOptions } from './scan.ts'
import { type StaleEntry, staleEntries } from './suppress/baseline/stale.ts'
import type { SuppressSettings } from './suppress/suppressors.ts'

/**
 * What baselines list in vain, after a scan that went to its end; one of a part does not tell.
 *
 * @param used - where the entries stand that hid something
 */
export function staleIn(
  options: ScanOptions,
  rules: readonly Rule[],
  { baselines, today }: SuppressSettings,
  used: ReadonlySet<string>,
  skipped: readonly Skip[],
): readonly StaleEntry[] {
  if (skipped.some(isGap)) return []
  const whole = baselines.filter(({ folder }) => isWholeScan(options, folder))
  if (whole.length === 0) return []
  const ids = new Set([...rules, ...(options.custom ?? [])].map(({ id }) => id))
  const stale = staleEntries(whole, used, Boolean(options.history), today)
  return stale.filter(({ ruleId }) => ids.has(ruleId))
}

/** Whether a scan looks at all files in a folder, or at the whole history of its repository, with nothing left out. */
function isWholeScan(options: ScanOptions, folder: string): boolean {
  const { paths, cwd = process.cwd(), shard, filesFrom, input, staged, history } = options
  const { threshold = 'medium', maxFileSize, decodeDepth = 2, archiveDepth = 5 } = options
  if (shard || staged || maxFileSize !== undefined) return false
  if (decodeDepth < 2 || archiveDepth < 5 || threshold === 'high' || threshold === 'very-high') return false
  const { range, since, branch, commits } = typeof history === 'object' ? history : {}
  if (range !== undefined || since !== undefined || branch !== undefined || commits !== undefined)
    return false
  const scanned = paths ?? (input || filesFrom ? [] : ['.'])
  return scanned.some((path) => isIn(real(folder), real(resolve(cwd, path))))
}

const isIn = (folder: string, outer: string): boolean =>
  `${folder}${sep}`.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`)

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // A glob.
    return path
  }
}
