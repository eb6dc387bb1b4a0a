import type { Command } from '../arguments.ts'
import { auditOptions, baselineMergeOptions, baselineOptions } from './options.ts'

const failed = ['2', 'could not do what was asked'] as const

export const baselineCommand: Command<typeof baselineOptions> = {
  name: 'baseline',
  summary: 'Write down the findings of today, so that scans report only what is new',
  operands: '[path…]',
  description:
    'Scans, and adds what is found to .tacet-baseline, which tacet scan reads. An entry is told by its value and its ' +
    'rule: it stays known wherever it moves to, and another secret on its line is reported. Entries that are there ' +
    'keep what they say. The file holds no values. Set TACET_KEY when it is written first, and always thereafter, to ' +
    'make it of no use to whoever does not have that key.',
  options: baselineOptions,
  exits: [['0', 'the baseline is up to date'], failed],
  examples: [
    ['tacet baseline --reason "before the first scan"', 'all that is there today'],
    ['tacet baseline --history', 'all that ever was'],
    ['tacet baseline test --owner @qa --until 2027-01-31', 'what is in a folder, for a while'],
    ['tacet baseline --prune', 'also forget what is gone'],
  ],
  run: async (values, operands, terminal) => {
    const { runBaseline } = await import('./run-baseline.ts')
    return runBaseline(values, operands, terminal)
  },
}

export const baselineMergeCommand: Command<typeof baselineMergeOptions> = {
  name: 'baseline merge',
  summary: 'Merge what two branches made of a baseline: a merge driver for Git',
  operands: 'base ours theirs',
  description:
    'Writes the merged baseline into the second file. What either side added is there, what either side removed is ' +
    'gone. To have Git use it, put `.tacet-baseline merge=tacet-baseline` into .gitattributes and run: git config ' +
    'merge.tacet-baseline.driver "tacet baseline merge %O %A %B"',
  options: baselineMergeOptions,
  exits: [['0', 'merged'], failed],
  examples: [['tacet baseline merge %O %A %B', 'as Git calls it']],
  run: async (_, operands, terminal) => {
    const { runBaselineMerge } = await import('./run-baseline-merge.ts')
    return runBaselineMerge(operands, terminal)
  },
}

export const auditCommand: Command<typeof auditOptions> = {
  name: 'audit',
  summary: 'Go through the findings one by one, and put false alarms into the baseline',
  operands: '[path…]',
  description:
    'Scans, and asks of each finding whether it is real. A false alarm goes into .tacet-baseline with the reason that ' +
    'you type, at once: what was decided stays decided when you stop. It needs a terminal.',
  options: auditOptions,
  exits: [
    ['0', 'nothing is left but what was decided to be a false alarm'],
    ['1', 'there are findings that are real, or not decided'],
    failed,
    ['130', 'stopped by Ctrl-C; what was decided is saved'],
  ],
  examples: [
    ['tacet audit', 'what is in the current folder'],
    ['tacet audit --history --owner @me', 'what is in the history'],
  ],
  run: async (values, operands, terminal) => {
    const { runAudit } = await import('./run-audit.ts')
    return runAudit(values, operands, terminal)
  },
}
