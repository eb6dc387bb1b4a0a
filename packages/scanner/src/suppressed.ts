import type { Rule } from '@tacet/rules'
import type { Coverage, Skip } from './coverage.ts'
import type { Finding } from './finding.ts'
import type { ScanOptions } from './scan.ts'
import type { StaleEntry } from './suppress/baseline/stale.ts'
import type { SuppressSettings } from './suppress/suppressors.ts'
import type { UnusedAllow } from './suppress/unused.ts'
import { isHiding, type Suppression } from './suppression.ts'
import { staleIn } from './whole-scan.ts'

/** Counts what was hidden, by what hid it, and notes what hid nothing. */
export class Suppressed {
  readonly #counts = new Map<string, number>()
  readonly #places = new Set<string>()
  readonly #unused: UnusedAllow[] = []
  #stale: readonly StaleEntry[] = []

  /** Counts a finding if it is suppressed, and tells whether it is. */
  takes({ suppression, history }: Finding): boolean {
    if (suppression === undefined || !isHiding(suppression, history?.commit)) return false
    this.#add(suppression)
    return true
  }

  #add({ kind, where }: Pick<Suppression, 'kind' | 'where'>, count = 1): void {
    if (where !== undefined) this.#places.add(where)
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count)
  }

  /** What several scans together had hidden. */
  static joined(parts: readonly Coverage[]): Pick<Coverage, 'suppressed' | 'unusedAllows'> {
    const sum = new Suppressed()
    for (const { suppressed = {}, unusedAllows = [] } of parts) {
      sum.addUnused(unusedAllows)
      for (const [kind, count] of Object.entries(suppressed)) sum.#add({ kind }, count)
    }
    return sum.record
  }

  addUnused(allows: readonly UnusedAllow[]): void {
    for (const each of allows) this.#unused.push(each)
  }

  /** To be told when all was scanned. */
  end(
    options: ScanOptions,
    rules: readonly Rule[],
    settings: SuppressSettings,
    skipped: readonly Skip[],
  ): void {
    this.#stale = staleIn(options, rules, settings, this.#places, skipped)
  }

  get record(): Pick<Coverage, 'suppressed' | 'stale' | 'unusedAllows'> {
    // Threads may have met them in any order.
    const counts = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1))
    return {
      ...(counts.length > 0 ? { suppressed: Object.fromEntries(counts) } : {}),
      ...(this.#stale.length > 0 ? { stale: this.#stale } : {}),
      ...(this.#unused.length > 0 ? { unusedAllows: this.#unused } : {}),
    }
  }
}
