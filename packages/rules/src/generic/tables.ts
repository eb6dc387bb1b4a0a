import { custom } from '../define-rule.ts'
import type { Candidate, Judgement, Rule, Span } from '../rule.ts'
import { judgeValue } from './judge.ts'
import { nameKind } from './names.ts'
import { sampleSecret } from './values.ts'

const raw = String.raw

// As much of a table as is looked at at once: its first rows say what it holds.
const ROWS_MAX = 16_000
const COLUMNS_MAX = 2000
const SECRET_COLUMN = raw`(?=[^()]{0,${COLUMNS_MAX}}?(?:[pP][aA][sS][sS]|[pP][wW]|[sS][eE][cC][rR][eE][tT]|[tT][oO][kK][eE][nN]|[kK][eE][yY]))`

const VALUE = /'((?:[^'\\]|''|\\.)*)'|[^\s,()']+|[(),]/dgs

/** The columns that secrets have, by their places. */
function secretColumns(names: readonly string[]): Map<number, string> {
  const columns = names.map((name, index) => [index, name.replace(/[\s"'`[\]]/g, '')] as const)
  return new Map(columns.filter(([, name]) => nameKind(name) !== undefined))
}

/** The values of an INSERT that belong to columns of secrets. */
function valuesIn(statement: string): Span[] {
  const [, columns = '', head] = /\(([^()]*)\)(\s*values\s*)/i.exec(statement) ?? []
  if (head === undefined) return []
  const wanted = secretColumns(columns.split(','))
  const from = statement.indexOf(head, statement.indexOf(columns)) + head.length
  const spans: Span[] = []
  let depth = 0
  let column = 0
  for (const match of statement.slice(from).matchAll(VALUE)) {
    if (match[0] === '(') [depth, column] = [depth + 1, depth === 0 ? 0 : column]
    else if (match[0] === ')') depth--
    else if (match[0] === ',' && depth === 1) column++
    else if (depth === 1 && match[1] && wanted.has(column)) {
      const [start, end] = match.indices![1]!
      spans.push({ start: from + start, end: from + end, name: wanted.get(column)! })
    }
  }
  return spans
}

const SEPARATORS = [',', ';', '\t', '|']
const CELL = /"((?:[^"]|"")*)"|([^"]+)/d

const NAMES = /^["']?(?:name|key|variable|setting|parameter|property|option)["']?$/i
const VALUES = /^["']?(?:value|val|content)["']?$/i

/** The cells of a table with a header that belong to columns of secrets, or to rows whose first cells say so. */
function cellsIn(table: string): Span[] {
  const [header = ''] = table.split(/\r?\n/, 1)
  const separator = SEPARATORS.find((sign) => header.includes(sign)) ?? ','
  const columns = header.split(separator)
  const wanted = secretColumns(columns)
  const [names, values] = [NAMES, VALUES].map((kind) =>
    columns.findIndex((column) => kind.test(column.trim())),
  )
  const hasPairs = names! >= 0 && values! >= 0
  if (wanted.size === 0 && !hasPairs) return []
  const spans: Span[] = []
  let at = header.length
  for (const line of table.slice(at).split('\n')) {
    let cellAt = at
    const cells = line.split(separator)
    const paired = hasPairs ? cells[names!]!.replace(/["'\s]/g, '') : undefined
    cells.forEach((cell, column) => {
      const name = wanted.get(column) ?? (column === values && nameKind(paired ?? '') ? paired : undefined)
      const found = name === undefined ? undefined : CELL.exec(cell.trimEnd())
      const [start, end] = found?.indices?.slice(1).find(Boolean) ?? [0, 0]
      if (name !== undefined && end > start) spans.push({ start: cellAt + start, end: cellAt + end, name })
      cellAt += cell.length + 1
    })
    at += line.length + 1
  }
  return spans
}

// Tables of Markdown are narrow and short; what goes on below is looked at no further.
const ROW = raw`[^\n|]{0,80}(?:\|[^\n|]{0,80}){1,8}`
const RULE = raw`[ \t]{0,4}\|?[ \t]{0,4}:?-{2,80}[ \t:|-]{0,300}`
const MORE_ROWS = 12

/** The cells of a table of Markdown that belong to columns of secrets, without what sets them in type. */
function markdownCellsIn(table: string): Span[] {
  const [header = '', rule = ''] = table.split('\n', 2)
  const wanted = secretColumns(header.replaceAll('*', '').split('|'))
  const spans: Span[] = []
  let at = header.length + rule.length + 2
  for (const line of table.slice(at).split('\n')) {
    let cellAt = at
    line.split('|').forEach((cell, column) => {
      const name = wanted.get(column)
      const [start, end] = /(?<=^[\s`*]{0,8})[^\s`*](?:[^`]*[^\s`*])?(?=[\s`*]{0,8}$)/d.exec(cell)
        ?.indices?.[0] ?? [0, 0]
      if (name !== undefined && end > start) spans.push({ start: cellAt + start, end: cellAt + end, name })
      cellAt += cell.length + 1
    })
    at += line.length + 1
  }
  return spans
}

function judgeCell(candidate: Candidate): Judgement {
  const { name = '' } = candidate.groups
  const kind = nameKind(name) ?? 'key'
  return judgeValue({ kind, name, because: `in a column that says ${kind}` }, candidate)
}

/** Secrets in tables, known by the heads of their columns. */
export const tables: readonly Rule[] = [
  custom({
    id: 'sql-insert-secret',
    title: 'Secret in a row of an SQL statement',
    provider: 'generic',
    severity: 'high',
    keywords: ['insert into', 'replace into'],
    pattern: new RegExp(
      raw`(?:[iI][nN][sS][eE][rR][tT]|[rR][eE][pP][lL][aA][cC][eE])\s{1,8}[iI][nN][tT][oO]\s{1,8}[\w.\x60"[\]]{1,128}\s{0,8}\(${SECRET_COLUMN}[^()]{3,${COLUMNS_MAX}}\)\s{0,8}[vV][aA][lL][uU][eE][sS]\s{0,8}(?:'(?:[^'\\]|''|\\[^]){0,2000}'|[^';]){3,${ROWS_MAX}}?(?=;|\n\n|$|[iI][nN][sS][eE][rR][tT]\s|(?![^]))`,
    ),
    longest: 30_000,
    before: 0,
    within: valuesIn,
    judge: judgeCell,
    sample: (random) =>
      `INSERT INTO users (id, name, password) VALUES (1, 'reporter', '${sampleSecret(random)}');`,
    nearMisses: [
      (line) => line.replace('password', 'remark'),
      (line) => line.replace(/'[^']*'\);/, "'?');"),
      (line) => line.replace('VALUES', 'SELECT'),
    ],
  }),
  custom({
    id: 'csv-secret',
    title: 'Secret in a table of comma-separated values',
    provider: 'generic',
    severity: 'high',
    keywords: [],
    files: ['.csv', '.tsv'],
    pattern: new RegExp(raw`(?<![^])[^\r\n]{3,${COLUMNS_MAX}}\r?\n[^]{1,${ROWS_MAX}}`),
    longest: COLUMNS_MAX + ROWS_MAX + 2,
    before: 0,
    within: cellsIn,
    judge: judgeCell,
    sample: (random) => `name,password,mail\nreporter,${sampleSecret(random)},a@tacet.dev\n`,
    nearMisses: [
      (table) => table.replace('password', 'remark'),
      (table) => table.replace('password', 'password_hint'),
      (table) => table.slice(0, table.indexOf('\n')),
    ],
  }),
  custom({
    id: 'markdown-table-secret',
    title: 'Secret in a table of Markdown',
    provider: 'generic',
    severity: 'high',
    keywords: [
      ...['| pass', '|pass', '| pwd', '| secret', '|secret', '| token', '|token', '| api key', '| pw |'],
      ...['password |', 'passwd |', 'pass |', 'pwd |', 'secret |', 'token |', 'key |'],
    ],
    pattern: new RegExp(raw`(?<![^\n])${ROW}\n${RULE}\n${ROW}(?:\n${ROW}){0,${MORE_ROWS}}`),
    longest: 11_000,
    before: 240,
    within: markdownCellsIn,
    judge: judgeCell,
    sample: (random) => `| user | password |\n|---|---|\n| reporter | ${sampleSecret(random)} |`,
    nearMisses: [
      (table) => table.replace('password', 'remark'),
      (table) => table.replace('|---|---|', '|   |   |'),
      (table) => table.replace(/[^|]*\|$/, ' |'),
    ],
  }),
]
