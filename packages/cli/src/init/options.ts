import type { OptionTable } from '../arguments.ts'
import { generalOptions } from '../general-options.ts'

/** Of several that run hooks, the first one is offered. */
export const thingsToSetUp = [
  'husky',
  'lefthook',
  'pre-commit',
  'lint-staged',
  'hooks',
  'github',
  'gitlab',
  'baseline',
  'config',
] as const

/** The options of `tacet init`. */
export const initOptions = {
  yes: { type: 'boolean', short: 'y', summary: 'Write what is found to be of use, without asking' },
  'dry-run': { type: 'boolean', short: 'n', summary: 'Only show what would be written' },
  'pre-push': { type: 'boolean', summary: 'Check each push too, where hooks are set up' },
  ...generalOptions,
} as const satisfies OptionTable
