import type { Finding, Format } from '@tacet/scanner'
import type { OptionTable } from './arguments.ts'
import { generalOptions } from './general-options.ts'
import { historyOptions } from './history-options.ts'

// Records, so that the compiler asks for a new format or level here.
const formats = {
  auto: 'annotations in GitHub Actions, else text',
  text: 'for a reader',
  json: 'one document',
  jsonl: 'a JSON object a line',
  sarif: 'SARIF 2.1.0 for code scanning',
  junit: 'XML, as test results',
  github: 'annotations of GitHub Actions',
  gitlab: "GitLab's secret detection",
  csv: 'for a spreadsheet',
  markdown: 'a comment for a pull request',
  'gitleaks-json': 'the array that gitleaks writes',
  html: 'one page that stands alone',
} satisfies Record<Format | 'auto', string>

type Confidence = Finding['confidence']

const confidences = { low: 0, medium: 1, high: 2, 'very-high': 3 } satisfies Record<Confidence, number>

const namesOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table & string)[]

const formatUses = Object.entries(formats).map(([name, use]) => `${name} (${use})`)

/** The options of commands that write a report of findings. */
export const reportOptions = {
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    choices: namesOf(formats),
    default: 'auto',
    summary: `How to report: ${formatUses.join(', ')}`,
  },
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    multiple: true,
    summary:
      'Write the report to a file, whole or not at all; FORMAT=FILE writes one more in that format, as often as given',
  },
  explain: {
    type: 'boolean',
    summary: 'Tell every reason for the confidence of a finding, in a text report',
  },
  'no-color': { type: 'boolean', summary: 'No colours; NO_COLOR and FORCE_COLOR are obeyed too' },
  quiet: { type: 'boolean', short: 'q', summary: 'Findings and errors only: no summary, no progress' },
  verbose: { type: 'boolean', short: 'v', summary: 'List all that was skipped, and why' },
} as const satisfies OptionTable

/** The options of `tacet scan`. */
export const scanOptions = {
  ...reportOptions,
  ...historyOptions,
  'files-from': {
    type: 'string',
    value: 'FILE',
    summary: 'Scan the files of a list too, ended by NULs or line ends; - for standard input',
  },
  'npm-pack': {
    type: 'boolean',
    summary: 'Scan what npm pack would publish of the packages in these folders; nothing of them is run',
  },
  shard: {
    type: 'string',
    value: 'I/N',
    summary: 'Scan only part I of N, which is the same on every machine; tacet merge joins the reports',
  },
  'min-confidence': {
    type: 'string',
    value: 'LEVEL',
    choices: namesOf(confidences),
    summary: `Report findings of at least this confidence: ${namesOf(confidences).join(', ')}; unless given, medium or what tacet.json says`,
  },
  'decode-depth': {
    type: 'string',
    value: 'N',
    choices: ['0', '1', '2', '3', '4'],
    summary:
      'How often one encoding may be within another: base64, hex, escapes, joined strings; unless given, 2',
  },
  'archive-depth': {
    type: 'string',
    value: 'N',
    choices: ['1', '2', '3', '4', '5', '6', '7', '8'],
    summary:
      'How often one archive may be within another: zip, jar, tar, gz, container images; unless given, 5',
  },
  'no-archives': { type: 'boolean', summary: 'Do not look into archives and compressed files' },
  'max-file-size': { type: 'string', value: 'SIZE', summary: 'Skip files larger than, say, 500KB or 20MB' },
  threads: {
    type: 'string',
    value: 'N',
    summary: 'How many threads scan; as many as the processor has, at most 8',
  },
  'show-values': {
    type: 'boolean',
    summary:
      'Put the secrets themselves into the report, which then is a secret too; never in sarif, github, markdown and html',
  },
  config: {
    type: 'string',
    value: 'FILE',
    summary:
      'Scan by this configuration alone; unless given, by the tacet.json of each folder and of those above',
  },
  'no-config': { type: 'boolean', summary: 'Pass over what every tacet.json says' },
  baseline: {
    type: 'string',
    value: 'FILE',
    multiple: true,
    summary:
      'A file of findings that are known, also a JSON report of gitleaks or a baseline of detect-secrets; unless given, .tacet-baseline of the repository',
  },
  'no-baseline': { type: 'boolean', summary: 'Report also what the baseline lists' },
  'no-allow-comments': {
    type: 'boolean',
    summary: 'Report also what a comment hides: tacet:allow, and those of other scanners',
  },
  'show-suppressed': {
    type: 'boolean',
    summary:
      'List also what is suppressed, in text, json, jsonl, sarif and csv; it does not change the exit code',
  },
  'gitleaks-config': {
    type: 'string',
    value: 'FILE',
    summary:
      'Scan by a configuration of gitleaks: with its rules alone, unless it uses the default ones or has none',
  },
  'no-foreign': {
    type: 'boolean',
    summary:
      'Pass over what other scanners are told by: comments as gitleaks:allow, .gitleaks.toml, .gitleaksignore, .secrets.baseline',
  },
  'no-progress': { type: 'boolean', summary: 'No progress bar on a terminal, and no lines elsewhere' },
  ...generalOptions,
} as const satisfies OptionTable
