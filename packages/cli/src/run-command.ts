import type { Command, OptionTable } from './arguments.ts'
import { runFailed } from './exit-codes.ts'
import { generalOptions } from './general-options.ts'

const options = {
  'secrets-from': {
    type: 'string',
    value: 'PLACES',
    default: 'env,mounts,.env',
    summary: 'Where the secrets are, with commas: the environment, the mounted files, the .env files here',
  },
  include: {
    type: 'string',
    value: 'NAMES',
    summary: 'Variables and files that are secret whatever they look like, with commas',
  },
  exclude: { type: 'string', value: 'NAMES', summary: 'Those that are not, with commas' },
  verbose: { type: 'boolean', short: 'v', summary: 'Tell at the start what is redacted, and why: no values' },
  summary: { type: 'boolean', summary: 'Tell at the end what was redacted, and how often' },
  'self-test': {
    type: 'boolean',
    summary: 'First try with a random value which outputs are covered, and tell; a command is not needed',
  },
  ...generalOptions,
} as const satisfies OptionTable

export type RunOptions = typeof options

export const runCommand: Command<RunOptions> = {
  name: 'run',
  summary: 'Run a command and redact the secrets in what it prints',
  operands: '[--] command [argument…]',
  description:
    'Runs a command of any language, and redacts its standard output and standard error, byte by byte as they come. ' +
    'Secrets are found by name and by shape; see -v. Standard input, the signals and the exit code are those of the ' +
    'command.',
  options,
  wraps: true,
  failed: runFailed,
  exits: [
    [
      '125',
      'could not do what was asked: wrong arguments, a failed self-test, an output that cannot be written',
    ],
    ['126', 'the command cannot be executed'],
    ['127', 'there is no such command'],
    ['other', "the command's own; when a signal ended it, by the same signal, or 128 and its number"],
  ],
  examples: [
    ['tacet run -- node server.js', 'what the service prints has no secret in it'],
    ['tacet run --secrets-from .env -- make deploy', 'only those of the .env files'],
    ['tacet run -v --include SESSION -- sh job.sh', 'tells what is redacted; SESSION always is'],
  ],
  run: async (values, operands, terminal) => {
    const { runProgram } = await import('./run-program.ts')
    return runProgram(values, operands, terminal)
  },
}
