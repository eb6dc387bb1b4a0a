import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** What other scanners read without being told to; a `tacet.json` beside it stands in for a configuration. */
const NAMES = ['.gitleaks.toml', '.gitleaksignore', '.secrets.baseline']
const OWN = 'tacet.json'

/** The root of the repository that a folder is in; undefined outside of any. */
export function repositoryRoot(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) return undefined
  }
}

/** The folder itself, or the one that a file is in. */
export const folderOf = (path: string): string =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path)

/**
 * The files of other scanners that belong to these paths, each once: in the folder of the path, and in those above it
 * as far as the root of its repository, of each kind the nearest.
 *
 * @param paths - from `cwd`
 */
export function findForeign(paths: readonly string[], cwd: string): readonly string[] {
  const found = new Set<string>()
  for (const path of paths) {
    const start = folderOf(resolve(cwd, path))
    const root = repositoryRoot(start) ?? start
    const left = new Set(NAMES)
    for (let at = start; ; at = dirname(at)) {
      for (const name of left) {
        if (!existsSync(join(at, name))) continue
        left.delete(name)
        if (name !== '.gitleaks.toml' || !existsSync(join(at, OWN))) found.add(join(at, name))
      }
      if (at === root) break
    }
  }
  return [...found]
}
