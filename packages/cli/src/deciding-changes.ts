import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ScanOptions } from '@tacet/scanner'
import { CommandError } from './errors.ts'
import { gitBytes } from './git.ts'
import type { Terminal } from './terminal.ts'

/** Whether a file decides what is found in others: a configuration, a baseline, or what another scanner keeps. */
export const decides = (path: string): boolean =>
  /(?:^|\/)(?:tacet\.json|\.tacet-baseline|\.gitleaks\.toml|\.gitleaksignore|\.secrets\.baseline)$/.test(path)

type Selection = Pick<ScanOptions, 'history' | 'staged'>

/** Arguments of Git that name the files which the selection changes, and its input; several where one may not do. */
const questions = ({ history, staged }: Selection): readonly (readonly [args: string[], input: string])[] => {
  const names = ['--name-only', '--no-renames', '-z']
  if (staged) return [[['diff', '--cached', ...names], '']]
  const { range, commits } = typeof history === 'object' ? history : {}
  if (commits !== undefined) {
    return [
      [
        ['diff-tree', '--stdin', '-r', '-m', '--root', '--no-commit-id', ...names],
        commits.map((commit) => `${commit}\n`).join(''),
      ],
    ]
  }
  if (!range?.includes('..')) return []
  const diff = (between: string): [string[], string] => [
    ['diff', ...names, '--end-of-options', between, '--'],
    '',
  ]
  // From where the branch began; histories that have nothing in common began nowhere.
  return [diff(range.replace(/\.{2,3}/, '...')), diff(range)]
}

/**
 * The files by which a change decides itself what is found in it: whoever reviews it has to look at them.
 *
 * @returns their paths from the root of the repository, each once; none when all of a history is scanned
 */
export const decidingChanges = async (
  selection: Selection,
  paths: readonly string[],
  terminal: Terminal,
): Promise<readonly string[]> => {
  const folders = new Set(paths.map(folderOf))
  const found = new Set<string>()
  // Git may have told a hook where the repository is.
  for (const place of folders.size > 0 ? [...folders].map((folder) => ['-C', folder]) : [[]]) {
    for (const [args, input] of questions(selection)) {
      const output = await answer([...place, ...args], input, terminal)
      for (const name of output?.split('\0') ?? []) if (decides(name)) found.add(name)
      if (output !== undefined) break
    }
  }
  return [...found].sort()
}

const folderOf = (path: string): string =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path)

/** What is wrong with the repository or with the range, the scan itself says. */
const answer = async (args: string[], input: string, terminal: Terminal): Promise<string | undefined> => {
  try {
    return (await gitBytes(args, terminal, input)).toString()
  } catch (error) {
    if (error instanceof CommandError) return undefined
    throw error
  }
}
