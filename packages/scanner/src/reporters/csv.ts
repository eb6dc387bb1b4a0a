import type { Finding } from '../finding.ts'
import { printable } from './printable.ts'
import type { Reporter } from './reporter.ts'
import { remedy, suppressionWords } from './wording.ts'

type Cell = string | number | undefined

// The order of the columns; a new one goes to the end.
const columns = {
  severity: ({ severity }) => severity,
  confidence: ({ confidence }) => confidence,
  rule: ({ ruleId }) => ruleId,
  title: ({ title }) => title,
  provider: ({ provider }) => provider,
  path: ({ location }) => location.path,
  line: ({ location }) => location.line,
  column: ({ location }) => location.column,
  end_line: ({ location }) => location.endLine,
  end_column: ({ location }) => location.endColumn,
  masked: ({ masked }) => masked,
  reasons: ({ reasons }) => reasons.join('; '),
  via: ({ via }) => via?.join(' > '),
  companion: ({ companion }) => companion && `${companion.title} ${companion.masked}`,
  fingerprint: ({ fingerprint }) => fingerprint,
  remedy,
  commit: ({ history }) => history?.commit,
  date: ({ history }) => history?.date,
  author: ({ history }) => history?.author,
  removed_in: ({ history }) => history?.removedIn?.commit,
  // Empty, unless the scan was asked for values.
  value: ({ value }) => value,
  suppressed: ({ suppression }) => suppression && suppressionWords(suppression),
  owner: ({ owner }) => owner,
} satisfies Record<string, (finding: Finding) => Cell>

// A spreadsheet takes a cell that starts so for a formula, some after blanks, and some in full width.
const formula = /^\s*[=+\-@|＝＋－＠]/u

const written = (cell: Cell): string => {
  if (typeof cell === 'number') return `${cell}`
  const shown = printable(cell ?? '')
  return `"${formula.test(shown) ? "'" : ''}${shown.replaceAll('"', '""')}"`
}

const row = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\n`

/**
 * Comma-separated values with a head line, every text in quotes, for a spreadsheet. A text that the spreadsheet
 * would run as a formula has an apostrophe before it, which it shows as text.
 *
 * Source: RFC 4180, with line feeds as line ends; OWASP, "CSV injection".
 */
export const csv: Reporter = async function* ({ findings, outcome }) {
  let pending = row(Object.keys(columns))
  for await (const finding of findings) {
    yield pending + row(Object.values(columns).map((cell) => cell(finding)))
    pending = ''
  }
  await outcome()
  yield pending
}
