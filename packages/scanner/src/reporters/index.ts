import { json } from './json.ts'
import type { Format, Reporter } from './reporter.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** Every way to write a report, by the name that `--format` takes. */
export const reporters = { text, json, sarif } satisfies Record<Format, Reporter>
