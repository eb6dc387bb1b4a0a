import { type OptionTable, picked } from '../arguments.ts'
import { generalOptions } from '../general-options.ts'
import { scanOptions } from '../scan-options.ts'

/** The options of a scan that say what counts as a finding, for commands that choose themselves what to scan. */
export const judgingOptions = {
  ...picked(scanOptions, [
    'min-confidence',
    'config',
    'no-config',
    'baseline',
    'no-baseline',
    'no-allow-comments',
    'gitleaks-config',
    'no-foreign',
    'threads',
    'no-color',
  ]),
  explain: { type: 'boolean', summary: 'Tell every reason for the confidence of a finding' },
} as const satisfies OptionTable

/** The options of `tacet hook`. */
export const hookOptions = {
  ...judgingOptions,
  ...picked(scanOptions, ['allow-shallow', 'allow-missing']),
  ...generalOptions,
} as const satisfies OptionTable
