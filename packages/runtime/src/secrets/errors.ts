import type { Problem, ProblemKind } from './definition.ts'

const verdicts: Readonly<Record<ProblemKind, string>> = {
  missing: 'not found',
  empty: 'is empty',
  unreadable: 'cannot be read',
  invalid: 'is not valid',
  placeholder: 'is a placeholder',
}

const ADVICE = `On your machine: put variables into a .env file that Git ignores, and files into a folder that
TACET_SECRETS_DIR names. In a cluster: add the key to the store that the Kubernetes Secret is synced from, then see
that it arrives (kubectl get externalsecret) and reaches the container (kubectl describe pod).`

/** Secrets that were asked for are not there, or not as they have to be. Lists every one; holds no value. */
export class SecretsError extends Error {
  readonly code = 'TACET_SECRETS_UNUSABLE'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(problemText).map((text) => `  ${text}`)
    const count =
      problems.length === 1 ? '1 secret cannot be used' : `${problems.length} secrets cannot be used`
    const advice = problems.some(({ kind }) => kind === 'missing' || kind === 'empty') ? `\n${ADVICE}` : ''
    const cause = problems.find((problem) => problem.cause !== undefined)?.cause
    super(`${count}:\n${lines.join('\n')}${advice}`, cause === undefined ? undefined : { cause })
    this.name = 'SecretsError'
    this.problems = problems
  }
}

/** One line: the name, what is wrong, where, and what to do. */
export function problemText({ name, kind, where, remedy }: Problem): string {
  return `secret ${name} ${verdicts[kind]}: ${where}.${remedy && ` ${remedy}`}`
}

/** `loadSecrets` cannot do what it was asked, whatever the values are. */
export class SecretsUsageError extends Error {
  readonly code = 'TACET_SECRETS_USAGE'

  constructor(message: string) {
    super(message)
    this.name = 'SecretsUsageError'
  }
}
