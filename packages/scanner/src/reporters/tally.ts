import type { Severity } from '@tacet/rules'
import type { Finding } from '../finding.ts'

/** Counts of the findings that went by, but for those that are suppressed. */
export class Tally {
  readonly severities: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 }
  readonly #fingerprints = new Map<string, Finding>()
  readonly #paths = new Set<string>()
  #findings = 0

  /** Counts a finding. Returns the first finding of the same secret when this is not the first. */
  add(finding: Finding): Finding | undefined {
    if (finding.suppression !== undefined) return undefined
    this.#findings++
    this.severities[finding.severity]++
    this.#paths.add(finding.location.path)
    const first = this.#fingerprints.get(finding.fingerprint)
    if (first === undefined) this.#fingerprints.set(finding.fingerprint, finding)
    return first
  }

  get findings(): number {
    return this.#findings
  }

  /** How many different secrets the findings hold. */
  get secrets(): number {
    return this.#fingerprints.size
  }

  get files(): number {
    return this.#paths.size
  }
}
