import type { Command } from '../arguments.ts'
import { initOptions, thingsToSetUp } from './options.ts'

/** Declared apart from what it does, so that help does not load it. */
export const initCommand: Command<typeof initOptions> = {
  name: 'init',
  summary: 'Put Tacet into the hooks and the CI that a repository uses',
  operands: '[what…]',
  words: thingsToSetUp,
  description:
    'Without operands, finds out what the repository uses, shows what it would write, and asks. What may be named, to ' +
    'write just that: husky, lefthook, pre-commit, lint-staged, hooks, github, gitlab, baseline (its merge driver), ' +
    'config (a tacet.json). A hook that is there already is kept: Tacet is put before it, or says what to add by hand. ' +
    'Run it again whenever you like: what is there already stays.',
  options: initOptions,
  exits: [
    ['0', 'all is set up'],
    ['1', 'something is left to do by hand; it says what'],
    ['2', 'could not do what was asked: no repository, a file that cannot be written, nobody to ask'],
  ],
  examples: [
    ['tacet init', 'look, show and ask'],
    ['tacet init --dry-run', 'look and show'],
    ['tacet init --yes --pre-push', 'commits and pushes, without asking'],
    ['tacet init husky github', 'just these two'],
  ],
  run: async (values, operands, terminal) => {
    const { runInit } = await import('./run-init.ts')
    return runInit(values, operands, terminal)
  },
}
