import type { Command } from '../arguments.ts'
import type { HookName } from './advice.ts'
import { hookOptions } from './options.ts'

type HookCommand = Command<typeof hookOptions>

const hookCommand = (
  hook: HookName,
  {
    summary,
    operands,
    description,
    examples,
  }: Pick<HookCommand, 'summary' | 'operands' | 'description' | 'examples'>,
): HookCommand => ({
  name: `hook ${hook}`,
  summary,
  operands,
  description,
  options: hookOptions,
  exits: [
    ['0', 'no secret: it may go on'],
    ['1', 'a secret: it is stopped'],
    ['2', 'could not be checked: it is stopped too'],
  ],
  examples,
  run: async (values, _operands, terminal) => {
    const { runHook } = await import('./run-hook.ts')
    return runHook(hook, values, terminal)
  },
})

/** Declared apart from what they do, so that help does not load the scanner. */
export const preCommitCommand = hookCommand('pre-commit', {
  summary: 'For a pre-commit hook: stop a commit that adds a secret',
  operands: '[file…]',
  description:
    'Scans what is staged, as it would be committed: its added lines. Files that are named, as lint-staged does, ' +
    'make no difference. Says what was found and what to do about it; and tells when the commit itself changes what is ' +
    'looked at, or hides something. tacet init sets hooks up.',
  examples: [
    ['tacet hook pre-commit', 'in .git/hooks/pre-commit or .husky/pre-commit'],
    ['git commit --no-verify', 'commits without the hook'],
  ],
})

export const prePushCommand = hookCommand('pre-push', {
  summary: 'For a pre-push hook: stop a push that brings a secret to a remote',
  operands: '[remote] [url]',
  description:
    'Reads from standard input what Git hands to the hook, and scans the commits that no remote is known to have. ' +
    'A secret that a later commit takes away again is found too, since it is pushed with the history. A ref that ' +
    'is deleted brings nothing.',
  examples: [
    ['tacet hook pre-push "$@"', 'in .git/hooks/pre-push'],
    ['git push --no-verify', 'pushes without the hook'],
  ],
})

export const preReceiveCommand = hookCommand('pre-receive', {
  summary: "For a server's pre-receive hook: refuse a push that brings a secret",
  operands: '',
  description:
    'Reads from standard input what Git hands to the hook, and scans the commits that no ref of the repository ' +
    'leads to, before the push is taken.',
  examples: [['tacet hook pre-receive', 'in hooks/pre-receive of a bare repository']],
})
