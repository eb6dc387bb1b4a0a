import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Where a folder is in the repository that it belongs to, with `/`; empty at its root, and where there is none. */
export const repositoryFolder = (folder: string): string => {
  for (let at = folder; ; at = dirname(at)) {
    // A file in a submodule and in a work tree of its own.
    if (existsSync(join(at, '.git'))) return relative(at, folder).replaceAll('\\', '/')
    if (dirname(at) === at) return ''
  }
}
