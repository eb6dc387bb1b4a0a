import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { ScanOptions } from '@tacet/scanner'
import type { Values } from './arguments.ts'
import { cacheDirectory } from './cache-directory.ts'
import { CommandError } from './errors.ts'
import type { historyOptions } from './history-options.ts'
import type { Terminal } from './terminal.ts'

type HistoryValues = Values<typeof historyOptions>

/** The lines of a file that are not empty; `-` is standard input. */
const readCommits = async (file: string, { stdin }: Terminal): Promise<readonly string[]> => {
  try {
    const lines = file === '-' ? await text(stdin) : await readFile(file, 'utf8')
    return lines.split('\n').flatMap((line) => line.trim() || [])
  } catch (error) {
    throw new CommandError('usage', `cannot read the commits in ${file}: check that it is a file`, {
      cause: error,
    })
  }
}

/**
 * What the options ask for of the history of a repository, or of its index.
 *
 * @throws CommandError with the code `usage`
 */
export const historySelection = async (
  values: HistoryValues,
  terminal: Terminal,
): Promise<Pick<ScanOptions, 'history' | 'staged'>> => {
  const { range, since, branch, unreachable, staged, 'commits-from': commitsFrom } = values
  const parts = { '--range': range, '--since': since, '--branch': branch, '--commits-from': commitsFrom }
  const asked = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : name))
  const alone = asked.find((name) => name === '--range' || name === '--commits-from')
  const other = asked.find((name) => name !== alone)
  if (alone !== undefined && other !== undefined) {
    throw new CommandError('usage', `${alone} and ${other} do not go together: give one of them`)
  }
  const isHistory = values.history || asked.length > 0 || unreachable
  if (staged) {
    if (isHistory) throw new CommandError('usage', 'what is staged is in no history: give --staged alone')
    return { staged }
  }
  if (!isHistory) return {}
  if (values['no-cache'] && values.cache !== undefined) {
    throw new CommandError('usage', '--cache and --no-cache do not go together: give one of them')
  }
  const cache = values['no-cache'] ? undefined : (values.cache ?? cacheDirectory(terminal.env))
  return {
    history: {
      unreachable,
      allowShallow: values['allow-shallow'],
      allowMissing: values['allow-missing'],
      emails: values['show-emails'],
      ...(cache === undefined ? {} : { cache }),
      ...(range === undefined ? {} : { range }),
      ...(since === undefined ? {} : { since }),
      ...(branch === undefined ? {} : { branch }),
      ...(commitsFrom === undefined ? {} : { commits: await readCommits(commitsFrom, terminal) }),
    },
  }
}

/** @throws CommandError when standard input is to be scanned, which has no history. */
export const rejectInput = (operands: readonly string[]): void => {
  if (operands.includes('-')) {
    throw new CommandError(
      'usage',
      'standard input has no history: give the path of a repository instead of -',
    )
  }
}
