import type { Command } from '../arguments.ts'
import { watchOptions } from './options.ts'

/** Declared apart from what it does, so that help does not load the scanner. */
export const watchCommand: Command<typeof watchOptions> = {
  name: 'watch',
  summary: 'Scan files again as they are saved, and tell what came and what went',
  operands: '[folder…]',
  description:
    'Scans the current folder, or those that are named, and then each file that changes there. Only what is new is ' +
    'told, and what is gone. What Git ignores is left alone. Ends with Ctrl-C.',
  options: watchOptions,
  exits: [
    ['2', 'could not do what was asked'],
    ['130', 'stopped by Ctrl-C'],
  ],
  examples: [
    ['tacet watch', 'in a terminal of its own, beside the editor'],
    ['tacet watch src config', 'these folders only'],
  ],
  run: async (values, operands, terminal) => {
    const { runWatch } = await import('./run-watch.ts')
    return runWatch(values, operands, terminal)
  },
}
