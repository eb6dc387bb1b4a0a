import type { Command, OptionTable } from './arguments.ts'
import { generalOptions } from './general-options.ts'

const options = {
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    choices: ['text', 'json'],
    default: 'text',
    summary: 'How to report: text or json',
  },
  'expires-within': {
    type: 'string',
    value: 'DAYS',
    default: '30',
    summary: 'Note certificates and tokens that end within so many days',
  },
  ...generalOptions,
} as const satisfies OptionTable

export type CheckOptions = typeof options

export const secretsCheckCommand: Command<CheckOptions> = {
  name: 'secrets check',
  summary: 'Tell which of the declared secrets are there',
  operands: '[tacet.json | module.js]',
  description:
    'Looks for each secret where the service would, and tells whether it is there, where it came from, and when a ' +
    'certificate or token ends: never a value. The declaration is the list "secrets" of tacet.json, or a module of ' +
    'your own that exports what loadSecrets takes as `definitions`; the module is run.',
  options,
  exits: [
    ['0', 'all are there'],
    ['1', 'a secret is missing, empty, expired, a placeholder in production, or cannot be read'],
    ['2', 'could not do what was asked: wrong arguments, no declaration'],
  ],
  examples: [
    ['tacet secrets check', 'those that tacet.json lists'],
    ['tacet secrets check dist/secrets.js', 'those that a module declares'],
    ['tacet secrets check -f json', 'for a program'],
  ],
  run: async (values, operands, terminal) => {
    const { runSecretsCheck } = await import('./run-secrets-check.ts')
    return runSecretsCheck(values, operands, terminal)
  },
}
