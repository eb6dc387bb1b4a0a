import type { Coverage, Skip } from '../coverage.ts'
import type { Finding } from '../finding.ts'

/** Implementations live beside this file, one a format, and are collected in `index.ts`. */
export type Format =
  | 'text'
  | 'json'
  | 'jsonl'
  | 'sarif'
  | 'junit'
  | 'github'
  | 'gitlab'
  | 'csv'
  | 'markdown'
  | 'gitleaks-json'
  | 'html'

/** How a scan ended. */
export interface Outcome {
  readonly coverage: Coverage
  /** Why the scan ended before it had looked at everything, in a few words. */
  readonly stopped?: string
}

/** What a scan found, in the order in which it was found, and how it ended. */
export interface Report {
  readonly findings: AsyncIterable<Finding> | Iterable<Finding>
  /** Called once, after the last finding. */
  readonly outcome: () => Outcome | Promise<Outcome>
}

export interface ReportOptions {
  /** The version of Tacet that the report names. */
  readonly version: string
  /** Style the text for a terminal. Default: false. */
  readonly color?: boolean
  /** How many columns the reader's terminal has: a text report is fitted into them. Default: its lines are not cut. */
  readonly columns?: number
  /** The address of a place, for hyperlinks in a text report. Default: none. */
  readonly linkTo?: (path: string, line: number) => string | undefined
  /** Tell all reasons for the confidence of each finding in a text report. Default: in one line. */
  readonly explain?: boolean
  /** List everything that was skipped. Default: only what could not be read. */
  readonly verbose?: boolean
  /** Leave out the closing summary of a text report. Default: false. */
  readonly quiet?: boolean
  /** When the scan ended, for the formats that tell. Default: now. */
  readonly time?: Date
  /**
   * The folder that relative paths start in, from the root of its repository: for the formats whose readers start at
   * that root. Default: it is the root.
   */
  readonly folder?: string
  /**
   * The text of a scanned file, from the path that a finding gives; undefined when it is not to be had.
   * SARIF takes from it the line hash by which GitHub follows an alert across commits.
   */
  readonly readText?: (path: string) => Promise<string | undefined>
}

/** Writes a report, in chunks that joined give the whole. It never throws for what a finding holds. */
export type Reporter = (report: Report, options: ReportOptions) => AsyncIterable<string>

/** Whether a scan that skipped this cannot say that nothing is there. */
export const isGap = ({ reason }: Skip): boolean => reason === 'unreadable' || reason === 'missing'

/** Whether all that was asked for was looked at: a file that could not be read proves nothing. */
export const isComplete = (outcome: Outcome): boolean =>
  outcome.stopped === undefined && !outcome.coverage.skipped.some(isGap)
