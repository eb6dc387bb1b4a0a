import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { ScanError } from '../errors.ts'
import { listDirectory } from './directory.ts'
import type { Listing, Pacing } from './entry.ts'
import { listGlob } from './glob.ts'
import { shownPath } from './names.ts'

/**
 * What paths given to a scan stand for: a file for itself, a directory for its files, and what does not exist but
 * reads as a glob for what it matches.
 *
 * @throws ScanError `path-not-found`, `not-readable`
 */
export async function listPath(path: string, cwd: string, pacing: Pacing): Promise<readonly Listing[]> {
  const absolute = resolve(cwd, path)
  let isDirectory: boolean
  let real: string
  try {
    const stats = statSync(absolute)
    isDirectory = stats.isDirectory()
    if (!isDirectory && !stats.isFile()) {
      throw new ScanError(
        'not-readable',
        `${path} is neither a file nor a directory: give one, or \`-\` for standard input`,
      )
    }
    real = realpathSync(absolute)
  } catch (error) {
    if (error instanceof ScanError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'ENOTDIR') {
      throw new ScanError('not-readable', `${path} cannot be read (${code}): check its permissions`, {
        cause: error,
      })
    }
    const listings = await listGlob(path, cwd, pacing)
    if (listings) return listings
    throw new ScanError(
      'path-not-found',
      `${path} does not exist: check the spelling, it is looked up in ${cwd}`,
      {
        cause: error,
      },
    )
  }
  const prefix = shownPath(path)
  if (isDirectory) {
    const listing = await listDirectory(real, prefix, pacing)
    const unreadable = listing.skipped.find((skip) => skip.reason === 'unreadable' && skip.path === prefix)
    if (unreadable) {
      throw new ScanError(
        'not-readable',
        `${path} cannot be read (${unreadable.detail}): check its permissions`,
      )
    }
    return [listing]
  }
  const root = dirname(real)
  const source = { kind: 'directory', root } as const
  return [{ source, entries: [{ path: prefix, name: basename(real), file: real }], skipped: [] }]
}
