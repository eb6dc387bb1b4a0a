import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { gitOutput, records } from '../sources/git/git.ts'
import type { Repository } from '../sources/git/repository.ts'
import { workTreeRoot } from '../sources/git-work-tree.ts'
import { isWithin } from './extend.ts'

export const CONFIG_NAME = 'tacet.json'

/** A path with `/` between its parts. */
export const slashed = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'))

export const isConfig = (file: string): boolean =>
  file.endsWith(CONFIG_NAME) && basename(file) === CONFIG_NAME

/** The folder that a path is, or is in, without links; that of a glob, and of what is not there, is `cwd`. */
export function folderOf(path: string, cwd: string): string {
  const absolute = resolve(cwd, path)
  try {
    const real = realpathSync(absolute)
    return statSync(real).isDirectory() ? real : dirname(real)
  } catch {
    return realpathSync(cwd)
  }
}

/**
 * The folder up to which configurations count for this one: the root of the repository; without a repository the
 * working directory when the folder is in it, else the folder itself.
 */
export function topOf(folder: string, cwd: string): string {
  const root = workTreeRoot(folder)
  if (root !== undefined) return root
  const from = realpathSync(cwd)
  return isWithin(folder, from) ? from : folder
}

/**
 * The folders from the top down to this one that have a configuration.
 *
 * @param climbed - gets those that were looked at; there is no need to look above them again
 */
export function configuredFolders(
  folder: string,
  top: string,
  climbed = new Set<string>(),
): readonly string[] {
  const found: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    if (climbed.has(at)) return found
    climbed.add(at)
    if (existsSync(join(at, CONFIG_NAME))) found.unshift(at)
    if (at === top || at === dirname(at)) return found
  }
}

/** Whether Git knows of a configuration in a folder of this work tree: a guess that costs little. */
export function mayBeNested(root: string): boolean {
  try {
    return readFileSync(join(root, '.git', 'index')).includes(`/${CONFIG_NAME}`)
  } catch {
    return true
  }
}

/** The configurations in a work tree that Git knows of, and that are there; none when Git cannot tell. */
export async function trackedConfigs(
  repository: Pick<Repository, 'gitDir' | 'workTree'>,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const options = { directory: repository.workTree, signal }
  const listed = await gitOutput(repository, ['ls-files', '-z', '--', `*${CONFIG_NAME}`], options)
  return listed === undefined
    ? []
    : records(listed)
        .map((name) => join(repository.workTree, ...name.split('/')))
        .filter((file) => isConfig(file) && existsSync(file))
}
