import { findBaselines, type ScanOptions } from '@tacet/scanner'
import type { Values } from '../arguments.ts'
import { CommandError } from '../errors.ts'
import type { scanOptions } from '../scan-options.ts'
import type { Terminal } from '../terminal.ts'
import { reading } from './reading.ts'

type BaselineValues = Pick<Values<typeof scanOptions>, 'baseline' | 'no-baseline'>

/**
 * The baselines by which to scan: those that are named, or those of the paths.
 *
 * @throws CommandError with the code `usage`, or `scan` for a link out of the repository
 */
export const chosenBaselines = (
  { baseline, 'no-baseline': none }: BaselineValues,
  paths: readonly string[],
  { env }: Terminal,
): Pick<ScanOptions, 'baselines' | 'baselineKey'> => {
  if (none && baseline.length > 0) {
    throw new CommandError('usage', '--baseline and --no-baseline do not go together: give one of them')
  }
  if (none) return {}
  const found = () => reading(() => findBaselines(paths.length > 0 ? paths : ['.'], process.cwd()))
  const baselines = baseline.length > 0 ? baseline : found()
  return { baselines, ...(env.TACET_KEY ? { baselineKey: env.TACET_KEY } : {}) }
}
