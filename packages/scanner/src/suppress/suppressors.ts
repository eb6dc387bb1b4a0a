import type { Suppressor } from '../suppression.ts'
import { baselineSuppressor, type NamedBaseline } from './baseline/suppressor.ts'
import { inlineSuppressor } from './inline.ts'

/** What hides findings: plain data, the same for every thread. */
export interface SuppressSettings {
  /** Whether comments beside a secret count. */
  readonly inline: boolean
  /** Whether to tell of those that hide nothing. */
  readonly tellsUnused: boolean
  /** The day on which the scan began, `2027-01-31`: what is over is over for all threads. */
  readonly today: string
  readonly baselines: readonly NamedBaseline[]
}

/** Who is asked, in this order. */
export function suppressors({ inline, today, baselines }: SuppressSettings): Suppressor[] {
  return [
    ...(inline ? [inlineSuppressor(today)] : []),
    ...baselines.map((baseline) => baselineSuppressor(baseline, today)),
  ]
}
