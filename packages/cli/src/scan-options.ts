import type { Finding, Format } from '@tacet/scanner'
import type { OptionTable } from './arguments.ts'
import { generalOptions } from './general-options.ts'

// Records, so that the compiler asks for a new format or level here.
const formats = {
  text: 'for a reader',
  json: 'one document',
  sarif: 'SARIF 2.1.0 for code scanning',
} satisfies Record<Format, string>

type Confidence = Finding['confidence']

const confidences = { low: 0, medium: 1, high: 2, 'very-high': 3 } satisfies Record<Confidence, number>

const namesOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table & string)[]

const formatUses = Object.entries(formats).map(([name, use]) => `${name} (${use})`)

/** The options of `tacet scan`. */
export const scanOptions = {
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    choices: namesOf(formats),
    default: 'text',
    summary: `How to report: ${formatUses.join(', ')}`,
  },
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    summary: 'Write the report to a file, whole or not at all',
  },
  'min-confidence': {
    type: 'string',
    value: 'LEVEL',
    choices: namesOf(confidences),
    default: 'medium',
    summary: `Report findings of at least this confidence: ${namesOf(confidences).join(', ')}`,
  },
  explain: {
    type: 'boolean',
    summary: 'Tell every reason for the confidence of a finding, in a text report',
  },
  'decode-depth': {
    type: 'string',
    value: 'N',
    choices: ['0', '1', '2', '3', '4'],
    default: '2',
    summary: 'How often one encoding may be within another: base64, hex, escapes, joined strings',
  },
  'max-file-size': { type: 'string', value: 'SIZE', summary: 'Skip files larger than, say, 500KB or 20MB' },
  'show-values': {
    type: 'boolean',
    summary: 'Put the secrets themselves into a text or JSON report, which then is a secret too',
  },
  'no-progress': { type: 'boolean', summary: 'No progress bar; there is one only on a terminal' },
  'no-color': { type: 'boolean', summary: 'No colours; NO_COLOR and FORCE_COLOR are obeyed too' },
  quiet: { type: 'boolean', short: 'q', summary: 'Findings and errors only: no summary, no progress bar' },
  verbose: { type: 'boolean', short: 'v', summary: 'List all that was skipped, and why' },
  ...generalOptions,
} as const satisfies OptionTable
