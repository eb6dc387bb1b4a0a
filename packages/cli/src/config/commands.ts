import type { Command, OptionTable } from '../arguments.ts'
import { generalOptions } from '../general-options.ts'

const options = {
  config: {
    type: 'string',
    value: 'FILE',
    summary: 'This configuration alone; unless given, the tacet.json of each folder and of those above',
  },
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    choices: ['text', 'json'],
    default: 'text',
    summary: 'How to report: text or json',
  },
  ...generalOptions,
} as const satisfies OptionTable

export type ConfigOptions = typeof options

const rulesTestOptions = {
  'require-examples': { type: 'boolean', summary: 'End with 1 also for a rule that has no example' },
  ...options,
} as const satisfies OptionTable

export type RulesTestOptions = typeof rulesTestOptions

const failed = ['2', 'could not do what was asked: wrong arguments, a configuration that is wrong'] as const

export const configPrintCommand: Command<ConfigOptions> = {
  name: 'config print',
  summary: 'Tell what of the configurations applies to a path, and why',
  operands: '[path]',
  description:
    'Tells whether the path is scanned, how, by which rules, who owns it, and which entries allow findings in it; ' +
    'and in which line of which tacet.json each of that stands. Without a path, of the current folder.',
  options,
  exits: [['0', 'told'], failed],
  examples: [
    ['tacet config print src/config.ts', 'what applies to a file'],
    ['tacet config print -f json', 'what applies to this folder, for a program'],
  ],
  run: async (values, operands, terminal) => {
    const { runConfigPrint } = await import('./run-config.ts')
    return runConfigPrint(values, operands, terminal)
  },
}

export const configCheckCommand: Command<ConfigOptions> = {
  name: 'config check',
  summary: 'Check every tacet.json',
  operands: '[path]',
  description:
    'Reads every tacet.json of the path, of the folders above it and of all below it, and tells each mistake with ' +
    'its line and column. A scan does the same before it begins.',
  options,
  exits: [['0', 'all can be used'], failed],
  examples: [
    ['tacet config check', 'those of this folder, of those above and of those below'],
    ['tacet config check --config ci/strict.json', 'one file'],
  ],
  run: async (values, operands, terminal) => {
    const { runConfigCheck } = await import('./run-config.ts')
    return runConfigCheck(values, operands, terminal)
  },
}

export const rulesListCommand: Command<ConfigOptions> = {
  name: 'rules list',
  summary: 'List all rules, and whether they are on',
  operands: '[path]',
  description:
    'Lists the rules by which a scan of the path would look, those of a tacet.json first: id, provider, severity, ' +
    'whether it is on, and where that is said or the rule is defined. Without a path, of the current folder.',
  options,
  exits: [['0', 'listed'], failed],
  examples: [
    ['tacet rules list', 'all'],
    ['tacet rules list -f json', 'for a program'],
  ],
  run: async (values, operands, terminal) => {
    const { runRulesList } = await import('./run-rules.ts')
    return runRulesList(values, operands, terminal)
  },
}

export const rulesTestCommand: Command<RulesTestOptions> = {
  name: 'rules test',
  summary: 'Try the rules of tacet.json with their examples',
  operands: '[path]',
  description:
    'Tries each rule of your own with its examples, in which it has to find something, and with its nonExamples, in ' +
    'which it must not: among all rules, as in a scan, and several times where they have generated characters. ' +
    'Those without examples are told.',
  options: rulesTestOptions,
  exits: [
    ['0', 'each did as it should'],
    ['1', 'one did not; with --require-examples, or has no example'],
    failed,
  ],
  examples: [
    ['tacet rules test', 'the rules of the tacet.json here, or above'],
    ['tacet rules test --require-examples', 'for a check of every change'],
    ['tacet rules test --config ci/strict.json', 'those of one file'],
  ],
  run: async (values, operands, terminal) => {
    const { runRulesTest } = await import('./run-rules.ts')
    return runRulesTest(values, operands, terminal)
  },
}
