import type { OptionTable } from './arguments.ts'

/** What `tacet` and each of its commands take. */
export const generalOptions = {
  help: { type: 'boolean', short: 'h', summary: 'Show this help' },
  version: { type: 'boolean', short: 'V', summary: 'Show the version' },
} as const satisfies OptionTable
