import type { OptionTable } from '../arguments.ts'
import { generalOptions } from '../general-options.ts'
import { scanOptions } from '../scan-options.ts'

/** The options of a scan that say what counts as a finding, for commands that choose themselves what to scan. */
export const judgingOptions = {
  'min-confidence': scanOptions['min-confidence'],
  config: scanOptions.config,
  'no-config': scanOptions['no-config'],
  baseline: scanOptions.baseline,
  'no-baseline': scanOptions['no-baseline'],
  'no-allow-comments': scanOptions['no-allow-comments'],
  'gitleaks-config': scanOptions['gitleaks-config'],
  'no-foreign': scanOptions['no-foreign'],
  threads: scanOptions.threads,
  explain: { type: 'boolean', summary: 'Tell every reason for the confidence of a finding' },
  'no-color': scanOptions['no-color'],
} as const satisfies OptionTable

/** The options of `tacet hook`. */
export const hookOptions = {
  ...judgingOptions,
  'allow-shallow': scanOptions['allow-shallow'],
  'allow-missing': scanOptions['allow-missing'],
  ...generalOptions,
} as const satisfies OptionTable
