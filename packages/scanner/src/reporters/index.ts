import { checkNames, type Names } from '../check-names.ts'
import { alarmsOnly } from './alarms.ts'
import { csv } from './csv.ts'
import { fromRoot } from './from-root.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { gitleaksJson } from './gitleaks-json.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import type { Format, Reporter, ReportOptions } from './reporter.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

const byFormat = {
  text,
  json,
  jsonl,
  sarif: fromRoot(sarif),
  junit: alarmsOnly(junit),
  github: fromRoot(alarmsOnly(github)),
  gitlab: fromRoot(alarmsOnly(gitlab)),
  csv,
  markdown: alarmsOnly(markdown),
  'gitleaks-json': alarmsOnly(gitleaksJson),
  html: alarmsOnly(html),
} satisfies Record<Format, Reporter>

const names: Names<ReportOptions> = {
  version: true,
  color: true,
  columns: true,
  linkTo: true,
  explain: true,
  verbose: true,
  quiet: true,
  time: true,
  folder: true,
  readText: true,
}

const checked =
  (format: string, reporter: Reporter): Reporter =>
  (report, options) => {
    checkNames(`the reporter ${format}`, options, names)
    return reporter(report, options)
  }

/**
 * Every way to write a report, by the name that `--format` takes.
 *
 * Calling one throws a ScanError `invalid-option` for an option that there is not.
 */
export const reporters = Object.fromEntries(
  Object.entries(byFormat).map(([format, reporter]) => [format, checked(format, reporter)]),
) as Readonly<Record<Format, Reporter>>
