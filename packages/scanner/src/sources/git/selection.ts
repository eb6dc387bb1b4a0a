import { ScanError } from '../../errors.ts'
import { gitOutput } from './git.ts'
import type { Repository } from './repository.ts'

/** Which part of a history is asked for. Nothing: all of it. */
export interface SelectionOptions {
  /** Only what a branch, a tag or another revision leads to. */
  readonly branch?: string
  /** Only what the commits of a range bring in, such as `main..HEAD`. */
  readonly range?: string
  /** Only what commits after this date bring in, in any form that `git log --since` takes. */
  readonly since?: string
  /** Only what these commits bring in. */
  readonly commits?: readonly string[]
}

/** A part of a history, in arguments and standard input of `git rev-list` in which no name from elsewhere is. */
export interface Selection {
  readonly args: readonly string[]
  /** Ids of commits, `^` before those whose history is left out. */
  readonly revisions: readonly string[]
  /** Whether only what its commits bring in is asked for, not all that can be reached from them. */
  readonly limited: boolean
}

const EVERYTHING = ['--all', '--reflog', '--ignore-missing']
/** What is going on in a repository may hang on one of these alone. */
const PSEUDO_REFS = ['FETCH_HEAD', 'ORIG_HEAD', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'AUTO_MERGE']

/**
 * Looks up what is asked for.
 *
 * @throws ScanError `unresolved-range`
 */
export async function select(
  repository: Repository,
  { branch, range, since, commits }: SelectionOptions,
  signal: AbortSignal | undefined,
): Promise<Selection> {
  const resolved = (names: readonly string[]) => resolve(repository, names, signal)
  const revisions: string[] = []
  for (const name of [branch, range]) {
    if (name === undefined) continue
    const ids = name.startsWith('-') ? [] : await resolved([name])
    if (!ids.some((id) => !id.startsWith('^'))) throw unresolved(name, repository)
    revisions.push(...ids)
  }
  if (commits !== undefined) revisions.push(...(await checkedCommits(repository, commits, signal)))
  const sinceArgs = since === undefined ? [] : [`--since=${since}`]
  if (commits !== undefined) return { args: ['--no-walk=unsorted'], revisions, limited: true }
  if (range !== undefined || branch !== undefined) {
    return { args: sinceArgs, revisions, limited: range !== undefined || since !== undefined }
  }
  return {
    args: [...EVERYTHING, ...sinceArgs],
    revisions: await resolved(PSEUDO_REFS),
    limited: since !== undefined,
  }
}

/** The ids that revisions stand for; those that stand for none are left out. */
async function resolve(
  repository: Repository,
  names: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const args = ['rev-parse', '--revs-only', '--end-of-options', ...names]
  const output = (await gitOutput(repository, args, { signal })) ?? Buffer.alloc(0)
  return output
    .toString('latin1')
    .split('\n')
    .filter((line) => /^\^?[0-9a-f]{40,64}$/.test(line))
}

/** Ids of commits, from names of them. */
async function checkedCommits(
  repository: Repository,
  names: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const input = names.map((name) => `${name.replaceAll('\n', ' ')}^{commit}\n`).join('')
  const args = ['cat-file', '--batch-check=%(objectname)']
  const output = (await gitOutput(repository, args, { signal, input })) ?? Buffer.alloc(0)
  const ids = output.toString('latin1').split('\n')
  const bad = names.findIndex((_, index) => !/^[0-9a-f]{40,64}$/.test(ids[index] ?? ''))
  if (bad >= 0) throw unresolved(names[bad]!, repository)
  return ids.slice(0, names.length)
}

function unresolved(name: string, { shallow, workTree }: Repository): ScanError {
  const hint =
    shallow.length > 0
      ? 'the clone is shallow: deepen it with `git fetch --unshallow`, or fetch that revision'
      : 'check the spelling, or fetch that revision'
  return new ScanError('unresolved-range', `${JSON.stringify(name)} is no revision in ${workTree}: ${hint}`)
}
