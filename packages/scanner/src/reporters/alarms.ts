import type { Finding } from '../finding.ts'
import type { Report, Reporter } from './reporter.ts'

/** Makes a reporter leave out what is suppressed: every finding of its format is an alarm. */
export const alarmsOnly =
  (reporter: Reporter): Reporter =>
  (report, options) =>
    reporter({ ...report, findings: alarms(report.findings) }, options)

async function* alarms(findings: Report['findings']): AsyncGenerator<Finding> {
  for await (const finding of findings) if (finding.suppression === undefined) yield finding
}
