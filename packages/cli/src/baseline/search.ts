import { type Finding, isComplete, type Outcome } from '@tacet/scanner'
import { parseArguments, type Values } from '../arguments.ts'
import type { ProgressBar } from '../progress.ts'
import { openScan } from '../run-scan.ts'
import { scanOptions } from '../scan-options.ts'
import type { Terminal } from '../terminal.ts'

interface Found {
  /** With their values. */
  readonly findings: readonly Finding[]
  readonly outcome: Outcome
  readonly isComplete: boolean
}

/** Scans as the options say, for findings with their values. */
export const search = async (
  options: Partial<Values<typeof scanOptions>>,
  operands: readonly string[],
  terminal: Terminal,
  progress: ProgressBar,
): Promise<Found> => {
  const { values } = parseArguments([], scanOptions)
  const all = { ...values, ...options, 'show-values': true }
  const report = await openScan(all, operands, terminal, progress)
  const findings: Finding[] = []
  for await (const finding of report.findings) findings.push(finding)
  progress.clear()
  const outcome = await report.outcome()
  return { findings, outcome, isComplete: isComplete(outcome) }
}
