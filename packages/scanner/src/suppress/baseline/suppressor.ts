import type { Suppressor } from '../../suppression.ts'
import { isOver } from '../expiry.ts'
import type { BaselineEntry } from './entry.ts'
import type { Baseline } from './file.ts'
import { baselineHash } from './hash.ts'

/** A baseline, and what is needed to use it: plain data. */
export interface NamedBaseline extends Baseline {
  /** What reports call its file. */
  readonly name: string
  /** The folder that it is in, absolute. */
  readonly folder: string
  readonly key?: string
}

/** Where an entry stands. */
export const placeOf = ({ name }: NamedBaseline, { line }: Baseline['entries'][number]): string =>
  `${name}:${line}`

/**
 * Hides what is in a baseline, wherever it stands.
 *
 * @param today - `2027-01-31`, in UTC
 */
export function baselineSuppressor(baseline: NamedBaseline, today: string): Suppressor {
  const hashes = baseline.salts.map((salt) => baselineHash(salt, baseline.key))
  const byRule = new Map<string, Map<string, BaselineEntry>>()
  for (const entry of baseline.entries) {
    const entries = byRule.get(entry.ruleId) ?? new Map<string, BaselineEntry>()
    byRule.set(entry.ruleId, entries.set(entry.fingerprint, entry))
  }
  return ({ rule, secret }) => {
    // Most rules have no entry, and a hash takes its time.
    const entries = byRule.get(rule.id)
    if (!entries) return undefined
    for (const hash of hashes) {
      const entry = entries.get(hash(secret))
      if (!entry) continue
      const { reason, owner, until } = entry
      const where = placeOf(baseline, entry)
      return {
        kind: 'baseline',
        ...(reason === undefined ? {} : { reason }),
        ...(owner === undefined ? {} : { owner }),
        ...(until === undefined ? {} : { until }),
        where,
        ...(isOver(until, today)
          ? { refused: `its entry in the baseline (${where}) ended on ${until}` }
          : {}),
      }
    }
    return undefined
  }
}
