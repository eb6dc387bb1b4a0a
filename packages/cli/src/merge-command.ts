import type { Command } from './arguments.ts'
import { generalOptions } from './general-options.ts'
import { reportOptions } from './scan-options.ts'

const options = { ...reportOptions, ...generalOptions } as const

export type MergeOptions = typeof options

export const mergeCommand: Command<MergeOptions> = {
  name: 'merge',
  summary: 'Join the JSON reports of shards, or of several scans, into one report',
  operands: 'report…',
  description:
    'Takes reports that tacet scan --format json wrote: of all shards of one scan, or of whole scans. A name may be a ' +
    'glob in quotes. The report of shards is that of a scan of the whole, in the same order.',
  options,
  exits: [
    ['0', 'nothing found'],
    ['1', 'findings'],
    [
      '2',
      'could not do what was asked: a shard is missing or there twice, the shards differ in version, rules, options or ' +
        'files, a report is damaged, one of the scans was not complete',
    ],
  ],
  examples: [
    ["tacet merge 'reports/*.json'", 'all of a folder'],
    ['tacet merge 1.json 2.json -f sarif -o tacet.sarif', 'two shards, for code scanning'],
  ],
  run: async (values, operands, terminal) => {
    const { runMerge } = await import('./run-merge.ts')
    return runMerge(values, operands, terminal)
  },
}
