import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ScanError } from '../../errors.ts'
import { workTreeRoot } from '../git-work-tree.ts'
import { type GitPlace, runGit } from './git.ts'

/** A repository that can be read. Plain data: any thread can open it again. */
export interface Repository extends GitPlace {
  /** Hexadecimal digits in the id of an object: 40, or 64 with SHA-256. */
  readonly idLength: number
  /** Where it keeps its objects and refs, which linked work trees share. */
  readonly commonDir: string
  /** Commits whose parents were left out when the repository was cloned. */
  readonly shallow: readonly string[]
}

/**
 * The repository that a path is in: of a work tree, of a linked one, or a bare one.
 *
 * @throws ScanError `not-a-repository`, `git-not-found`, `git-failed`
 */
export async function openRepository(
  path: string,
  cwd: string,
  signal: AbortSignal | undefined,
): Promise<Repository> {
  const place = locate(resolve(cwd, path))
  if (!place) {
    throw new ScanError(
      'not-a-repository',
      `${path} is not in a Git repository: give the path of one, or scan it without its history`,
    )
  }
  const args = ['rev-parse', '--path-format=absolute', '--show-object-format', '--git-common-dir']
  const { code, stdout, stderr } = await runGit(place, args, { signal })
  if (code !== 0) throw gitFailed(path, stderr)
  const [format, ...common] = stdout.toString().trimEnd().split('\n')
  // An older one repeats what it does not know.
  if (format !== 'sha1' && format !== 'sha256') {
    throw new ScanError('git-failed', 'Git is too old to read a history: version 2.31 or newer is needed')
  }
  const commonDir = common.join('\n')
  const shallowFile = join(commonDir, 'shallow')
  const shallow = existsSync(shallowFile) ? readFileSync(shallowFile, 'latin1').trim().split('\n') : []
  return { ...place, idLength: format === 'sha256' ? 64 : 40, commonDir, shallow: shallow.filter(Boolean) }
}

export function gitFailed(path: string, stderr: string): ScanError {
  const said = stderr.split('\n')[0] || 'it was stopped'
  return new ScanError(
    'git-failed',
    `Git cannot read the repository ${path} (${said}): try \`git fsck\` in it`,
  )
}

function locate(path: string): GitPlace | undefined {
  let at: string
  try {
    at = realpathSync(path)
  } catch {
    return undefined
  }
  for (let up = at; ; up = dirname(up)) {
    if (isBare(up)) return { gitDir: up, workTree: up }
    if (existsSync(join(up, '.git'))) break
    if (up === dirname(up)) return undefined
  }
  const workTree = workTreeRoot(at)
  return workTree === undefined ? undefined : { gitDir: join(workTree, '.git'), workTree }
}

function isBare(directory: string): boolean {
  return ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(directory, name)))
}
