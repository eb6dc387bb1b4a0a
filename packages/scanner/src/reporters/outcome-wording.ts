import type { Finding } from '../finding.ts'
import { painter } from './paint.ts'
import type { Outcome } from './reporter.ts'
import { summarize } from './summary.ts'
import { Tally } from './tally.ts'

/** The summary of a report in lines without styles, for a format that has a place for a few words. */
export const outcomeLines = (findings: readonly Finding[], outcome: Outcome): string[] => {
  const tally = new Tally()
  for (const finding of findings) tally.add(finding)
  return summarize(tally, outcome, painter(false)).trimEnd().split('\n')
}
