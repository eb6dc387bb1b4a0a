import type { Confidence, Rule } from '@tacet/rules'
import type { Finding } from '../finding.ts'
import { type Candidate, candidateFinder } from './candidates.ts'
import { SNIFFED } from './content.ts'
import { EXCERPT_REACH, type Excerpt, excerpt } from './excerpt.ts'
import type { Position } from './position.ts'
import { reaches, resolve } from './resolve.ts'
import { BlobWindow, type Stretch } from './window.ts'

export interface DetectorOptions {
  readonly rules: readonly Rule[]
  /** Findings below it are left out. */
  readonly threshold: Confidence
  readonly fingerprint: (ruleId: string, value: string) => string
  /** Put the values themselves into the findings. */
  readonly showValues: boolean
  /** Bytes looked at at once, unless the rules' reach needs more. Default: 2 MiB. */
  readonly windowSize?: number
}

/** Looks for secrets in one blob after the other. */
export interface Detector {
  /**
   * Starts on the next blob; the one before must have ended.
   *
   * @param path - what findings say
   * @param name - what rules see of it: relative, empty when there is none
   */
  blob(path: string, name: string): BlobWindow
}

const DEFAULT_WINDOW = 2 << 20
/** A window is at least so many times as wide as what two windows share. */
const LEAST_WINDOWS = 4

export function createDetector(options: DetectorOptions): Detector {
  const finder = candidateFinder(options.rules)
  const overlap = finder.reach + EXCERPT_REACH
  const buffer = Buffer.allocUnsafeSlow(
    Math.max(options.windowSize ?? DEFAULT_WINDOW, LEAST_WINDOWS * overlap, SNIFFED),
  )

  function search(path: string, name: string, { bytes, from, to, last, position }: Stretch): Finding[] {
    const findings: Finding[] = []
    const candidates = finder.find(bytes, name)
    let at = from
    let near = 0
    for (const candidate of resolve(candidates)) {
      const { start, end } = candidate
      if (start < from || start >= to || !reaches(candidate.confidence, options.threshold)) continue
      position().advance(bytes, at, start)
      at = start
      while (candidates[near]!.end < start - EXCERPT_REACH) near++
      let beyond = near
      while (beyond < candidates.length && candidates[beyond]!.start < start + EXCERPT_REACH) beyond++
      const line = excerpt(bytes, candidate, candidates.slice(near, beyond))
      findings.push(finding(candidate, path, line, position().position, position().peek(bytes, start, end)))
    }
    if (!last) position().advance(bytes, at, to)
    return findings
  }

  function finding(candidate: Candidate, path: string, line: Excerpt, from: Position, to: Position): Finding {
    const { rule, secret, masked } = candidate
    return {
      ruleId: rule.id,
      title: rule.title,
      provider: rule.provider,
      severity: rule.severity,
      confidence: candidate.confidence,
      reasons: candidate.reasons,
      location: { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column },
      masked,
      excerpt: line.text,
      focus: line.focus,
      fingerprint: options.fingerprint(rule.id, secret),
      ...(rule.reference === undefined ? {} : { reference: rule.reference }),
      ...(rule.revoke === undefined ? {} : { revoke: rule.revoke }),
      ...(options.showValues ? { value: secret } : {}),
    }
  }

  return { blob: (path, name) => new BlobWindow(buffer, overlap, (stretch) => search(path, name, stretch)) }
}
