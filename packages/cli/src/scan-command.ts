import type { Command } from './arguments.ts'
import { scanOptions } from './scan-options.ts'

/** Declared apart from what it does, so that help does not load the scanner. */
export const scanCommand: Command<typeof scanOptions> = {
  name: 'scan',
  summary: 'Find secrets in files, folders or standard input',
  operands: '[path…]',
  description:
    'Without a path, scans the current folder. In a Git work tree that is what is tracked and what is ' +
    'untracked but not ignored; elsewhere, all files but the ignored ones. A path that you name is scanned ' +
    'even if it is ignored; it may be a glob in quotes, and a single - reads standard input. Values are ' +
    'masked, unless you ask for them.',
  options: scanOptions,
  exits: [
    ['0', 'nothing found'],
    ['1', 'findings'],
    ['2', 'could not do what was asked: wrong arguments, nothing scanned, a file that cannot be read'],
    ['130', 'stopped by Ctrl-C, after reporting what was found so far'],
  ],
  examples: [
    ['tacet scan', 'the current folder'],
    ['tacet scan src .env', 'these only, even if Git ignores them'],
    ['git diff --cached | tacet scan -', 'what is about to be committed'],
    ['tacet scan -f sarif -o tacet.sarif', 'a report for code scanning'],
  ],
  run: async (values, operands, terminal) => {
    const { runScan } = await import('./run-scan.ts')
    return runScan(values, operands, terminal)
  },
}
