import type { OptionTable } from '../arguments.ts'
import { generalOptions } from '../general-options.ts'
import { judgingOptions } from '../hook/options.ts'

/** The options of `tacet watch`. */
export const watchOptions = { ...judgingOptions, ...generalOptions } as const satisfies OptionTable
