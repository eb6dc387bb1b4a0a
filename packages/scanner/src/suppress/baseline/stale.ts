import { isOver } from '../expiry.ts'
import type { BaselineEntry } from './entry.ts'
import { type NamedBaseline, placeOf } from './suppressor.ts'

/** An entry that hid nothing. */
export interface StaleEntry extends Pick<BaselineEntry, 'ruleId' | 'path'> {
  /** `.tacet-baseline:12`. */
  readonly where: string
}

/**
 * The entries that hid nothing in a scan of all that they are for. Those that are over hide nothing anyway.
 *
 * @param used - where the entries stand that hid something
 * @param history - whether a history was scanned, or the files of today
 */
export function staleEntries(
  baselines: readonly NamedBaseline[],
  used: ReadonlySet<string>,
  history: boolean,
  today: string,
): readonly StaleEntry[] {
  return baselines.flatMap((baseline) =>
    baseline.entries
      .filter((entry) => (entry.history ?? false) === history && !isOver(entry.until, today))
      .map((entry) => ({ where: placeOf(baseline, entry), ruleId: entry.ruleId, path: entry.path }))
      .filter(({ where }) => !used.has(where)),
  )
}
