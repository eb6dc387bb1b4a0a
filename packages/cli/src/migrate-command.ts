import type { Command } from './arguments.ts'
import { generalOptions } from './general-options.ts'

const options = {
  history: {
    type: 'boolean',
    summary: 'Take over what is known of the history too: entries of a .gitleaksignore that name commits',
  },
  'dry-run': { type: 'boolean', summary: 'Tell what would be written, and write nothing' },
  force: { type: 'boolean', summary: 'Write tacet.json even if there is one' },
  'no-progress': { type: 'boolean', summary: 'No progress bar on a terminal, and no lines elsewhere' },
  ...generalOptions,
} as const

export type MigrateOptions = typeof options

export const migrateCommand: Command<MigrateOptions> = {
  name: 'migrate',
  summary: 'Take over the set-up of gitleaks, detect-secrets or secretlint',
  operands: '[folder]',
  description:
    'Reads .gitleaks.toml, .gitleaksignore, .secrets.baseline, .secretlintrc.json and .secretlintignore of a folder, the ' +
    'current one unless given. Rules and what is allowed go into tacet.json; findings that are known, by a scan, into ' +
    '.tacet-baseline, so that the same is reported as with the files of the others. What has no equivalent is told. ' +
    'The files of the others stay; comments such as gitleaks:allow are honoured as they are.',
  options,
  exits: [
    ['0', 'taken over, or nothing to take over'],
    ['2', 'could not do what was asked: a file that cannot be read, a tacet.json that is there already'],
  ],
  examples: [
    ['tacet migrate --dry-run', 'what would become of it'],
    ['tacet migrate', 'take it over'],
    ['tacet migrate --history', 'also what is known of the history'],
  ],
  run: async (values, operands, terminal) => {
    const { runMigrate } = await import('./run-migrate.ts')
    return runMigrate(values, operands, terminal)
  },
}
