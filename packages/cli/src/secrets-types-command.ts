import type { Command, OptionTable } from './arguments.ts'
import { generalOptions } from './general-options.ts'

const options = {
  from: {
    type: 'string',
    value: 'FILE',
    summary: 'Take the names from a file such as .env.example, not from the code',
  },
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    summary: 'Write to a file, rather than to standard output',
  },
  force: { type: 'boolean', summary: 'Replace the file if it is there' },
  ...generalOptions,
} as const satisfies OptionTable

export type TypesOptions = typeof options

export const secretsTypesCommand: Command<TypesOptions> = {
  name: 'secrets types',
  summary: 'Write the typed declaration of the secrets that a service uses',
  operands: '[folder]',
  description:
    'Writes a TypeScript module with a definition for each variable: of .env.example, where the folder has one, or ' +
    'else of the names that its code reads from process.env. Take out what is no secret.',
  options,
  exits: [
    ['0', 'written'],
    ['2', 'could not do what was asked: wrong arguments, no names, a file that is there already'],
  ],
  examples: [
    ['tacet secrets types', 'to read it first'],
    ['tacet secrets types -o src/secrets.definitions.ts', 'into the service'],
    ['tacet secrets types --from deploy/.env.sample', 'from another file'],
  ],
  run: async (values, operands, terminal) => {
    const { runSecretsTypes } = await import('./run-secrets-types.ts')
    return runSecretsTypes(values, operands, terminal)
  },
}
