import { type OptionTable, picked } from '../arguments.ts'
import { generalOptions } from '../general-options.ts'
import { scanOptions } from '../scan-options.ts'

/** What to look at for findings that are to be known: as a scan that then passes over them. */
const searchOptions = picked(scanOptions, [
  'history',
  'unreachable',
  'allow-shallow',
  'allow-missing',
  'min-confidence',
  'decode-depth',
  'archive-depth',
  'no-archives',
  'max-file-size',
  'threads',
  'config',
  'no-config',
  'no-allow-comments',
  'gitleaks-config',
  'no-foreign',
])

const file = {
  type: 'string',
  value: 'FILE',
  summary:
    'The baseline; unless given, .tacet-baseline at the root of the repository, or nearer if there is one',
} as const

const owner = { type: 'string', value: 'NAME', summary: 'Who answers for the new entries' } as const
const until = {
  type: 'string',
  value: 'DAY',
  summary: 'The last day on which the new entries hide something, as 2027-01-31',
} as const

export const baselineOptions = {
  prune: { type: 'boolean', summary: 'Remove the entries for which there is no finding any more' },
  reason: { type: 'string', value: 'TEXT', summary: 'Why the new entries need not be reported' },
  owner,
  until,
  file,
  ...searchOptions,
  'no-progress': scanOptions['no-progress'],
  quiet: { ...scanOptions.quiet, summary: 'Do not list what is added; no progress' },
  ...generalOptions,
} as const satisfies OptionTable

export const auditOptions = {
  owner,
  until,
  file,
  ...searchOptions,
  'no-color': scanOptions['no-color'],
  ...generalOptions,
} as const satisfies OptionTable

export const baselineMergeOptions = { ...generalOptions } as const satisfies OptionTable
