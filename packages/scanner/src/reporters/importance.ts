import type { Confidence, Severity } from '@tacet/rules'
import type { Finding } from '../finding.ts'
import type { Report } from './reporter.ts'

const severityOrder = { critical: 0, high: 1, medium: 2, low: 3 } satisfies Record<Severity, number>

const confidenceOrder = { 'very-high': 0, high: 1, medium: 2, low: 3 } satisfies Record<Confidence, number>

/** Every severity, the gravest first. */
export const severities = Object.keys(severityOrder) as readonly Severity[]

/** The surer of two findings first. */
export const byConfidence = (a: Finding, b: Finding): number =>
  confidenceOrder[a.confidence] - confidenceOrder[b.confidence]

/** The graver of two findings first, of equally grave ones the surer. For a stable sort. */
export const byImportance = (a: Finding, b: Finding): number =>
  severityOrder[a.severity] - severityOrder[b.severity] || byConfidence(a, b)

/** All findings, for a format that must know the last before it can write the first. */
export const collect = async (findings: Report['findings']): Promise<Finding[]> => {
  const collected: Finding[] = []
  for await (const finding of findings) collected.push(finding)
  return collected
}
