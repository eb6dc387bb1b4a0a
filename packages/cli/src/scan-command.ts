import type { Command } from './arguments.ts'
import { asksForHistory } from './history-options.ts'
import { optimizeLate } from './optimize-late.ts'
import { scanOptions } from './scan-options.ts'

/** Declared apart from what it does, so that help does not load the scanner. */
export const scanCommand: Command<typeof scanOptions> = {
  name: 'scan',
  summary: 'Find secrets in files, folders, standard input or the history of a repository',
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
    [
      '2',
      'could not do what was asked: wrong arguments, nothing scanned, a file that cannot be read, a shallow clone',
    ],
    ['130', 'stopped by Ctrl-C, after reporting what was found so far'],
  ],
  examples: [
    ['tacet scan', 'the current folder'],
    ['tacet scan src .env', 'these only, even if Git ignores them'],
    ['tacet scan --history', 'all that was ever committed, stashed or tagged'],
    ['tacet scan --staged', 'what is about to be committed'],
    ['tacet scan --range origin/main..HEAD', 'what a branch brings in'],
    ['kubectl get secret -o yaml | tacet scan -', 'what a command prints'],
    ['git ls-files -z "*.ts" | tacet scan --files-from -', 'the files of a list'],
    ['tacet scan --shard 1/4 -f json -o ../1.json', 'a quarter of it, for tacet merge'],
    ['tacet scan -f sarif -o tacet.sarif', 'a report for code scanning'],
  ],
  run: async (values, operands, terminal) => {
    optimizeLate()
    const { headStart } = await import('@tacet/scanner/head-start')
    // What files there are is not what a history is asked for.
    if (!asksForHistory(values)) headStart(operands, Number(values.threads) || undefined)
    const { runScan } = await import('./run-scan.ts')
    return runScan(values, operands, terminal)
  },
}
