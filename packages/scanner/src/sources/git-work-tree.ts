import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { records } from './git/git.ts'
import { askGit, listedFiles } from './listed-files.ts'
import { fromLatin1 } from './names.ts'

/** What Git tells of a directory: names relative to it. */
export interface GitListing {
  readonly files: readonly (string | Buffer)[]
  /** Submodules, and repositories inside that are not tracked. */
  readonly repositories: readonly (string | Buffer)[]
}

/** A letter that tells how Git knows it, and a blank. */
const TAG = 2
const OTHER = '? '
const SUBMODULE = '160000'

/** The directory at or above this one that holds a `.git`, which may be a file. */
export function workTreeRoot(directory: string): string | undefined {
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (at === dirname(at)) return undefined
  }
}

/**
 * The tracked files, and the untracked ones that are not ignored, of a directory in a work tree.
 *
 * @returns undefined when Git is not installed or cannot read the repository
 */
export async function gitListing(
  root: string,
  directory: string,
  signal: AbortSignal | undefined,
): Promise<GitListing | undefined> {
  const listed = await listedFiles(root, directory, signal)
  if (!listed) return undefined
  const files = new Set<string>()
  const repositories = new Set<string>()
  for (const record of records(listed)) {
    if (record.startsWith(OTHER)) {
      const name = record.slice(OTHER.length)
      if (name.endsWith('/')) repositories.add(name.slice(0, -1))
      else files.add(name)
      continue
    }
    // TAG MODE OBJECT STAGE, a tab, the name. In an unfinished merge a file is there once for each side.
    const name = record.slice(record.indexOf('\t') + 1)
    if (record.startsWith(SUBMODULE, TAG)) repositories.add(name)
    else files.add(name)
  }
  return { files: [...files].map(fromLatin1), repositories: [...repositories].map(fromLatin1) }
}

/** Whether the directory itself is ignored by the work tree that it is in. */
export async function isIgnored(
  root: string,
  directory: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  return (
    root !== directory && (await askGit(root, directory, ['check-ignore', '-q', '.'], signal)) !== undefined
  )
}
