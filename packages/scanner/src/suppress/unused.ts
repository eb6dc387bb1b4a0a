import type { Finding } from '../finding.ts'
import { parseAllow } from './allow-comment.ts'

/** A comment `tacet:allow` that hides nothing. */
export interface UnusedAllow {
  readonly path: string
  readonly line: number
  /** The rules that it names. */
  readonly rules: readonly string[]
}

const MARK = 'tacet:allow'
/** More of a line is not read. */
const LONGEST = 512

/**
 * The comments in a file that hide nothing. Text that only speaks of such comments, without a rule or a reason, is none.
 *
 * @param findings - all of the file, as they stand in it as a text
 * @param today - `2027-01-31`, in UTC
 */
export function unusedAllows(
  path: string,
  bytes: Buffer,
  findings: readonly Finding[],
  today: string,
): UnusedAllow[] {
  // Most files have none, and need not be taken apart.
  if (bytes.indexOf(MARK) < 0) return []
  const hidden = findings.filter(({ suppression }) => suppression?.kind === 'inline')
  const unused: UnusedAllow[] = []
  for (const [index, text] of bytes
    .toString('utf8')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = index + 1
    for (const said of text.split(MARK).slice(1)) {
      const { rules, reason } = parseAllow(said.slice(0, LONGEST), today)
      const isUsed = hidden.some(
        ({ ruleId, location }) =>
          rules.includes(ruleId) && (location.line === line || location.line === line + 1),
      )
      if (rules.length > 0 && reason !== undefined && !isUsed) unused.push({ path, line, rules })
    }
  }
  return unused
}
