import type { Format } from '@tacet/scanner'
import type { Terminal } from './terminal.ts'

/**
 * The format of a report for which none was asked: on the log of GitHub Actions its annotations, else text. What is
 * written to a file is text everywhere, so that a file does not depend on where it was written.
 *
 * @param outputs - the values of `--output`
 */
export const automaticFormat = (
  format: Format | 'auto',
  outputs: readonly string[],
  { env }: Pick<Terminal, 'env'>,
): Format => {
  if (format !== 'auto') return format
  const isFile = outputs.some((output) => !/^[a-z-]+=/.test(output) && output !== '-')
  return env.GITHUB_ACTIONS === 'true' && !isFile ? 'github' : 'text'
}
