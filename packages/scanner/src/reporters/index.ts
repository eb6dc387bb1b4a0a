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
import type { Format, Reporter } from './reporter.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** Every way to write a report, by the name that `--format` takes. */
export const reporters = {
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
