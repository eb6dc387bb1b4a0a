import { realpathSync, statSync } from 'node:fs'
import { posix, resolve, sep } from 'node:path'
import type { Skip } from '../coverage.ts'
import { listDirectory } from './directory.ts'
import type { FileEntry, Listing, Pacing } from './entry.ts'
import { fromLatin1, join, printedName, shownPath } from './names.ts'

/**
 * The paths of a list: each ended by a NUL when there is one in the list, as `find -print0` and `git ls-files -z` write
 * it, else by a line end of any system. UTF-16 with its mark, as a shell of Windows writes it, is read as such.
 *
 * @returns bytes where a path is not UTF-8
 */
export function listedPaths(list: Buffer): (string | Buffer)[] {
  const isWide = list[0] === 0xff && list[1] === 0xfe
  const bytes = isWide ? Buffer.from(list.toString('utf16le')) : list
  const text = bytes.toString('latin1').replace(/^\xef\xbb\xbf/, '')
  return text
    .split(text.includes('\0') ? '\0' : /\r?\n/)
    .filter((path) => path !== '')
    .map(fromLatin1)
}

/**
 * What the paths of a list stand for: all files together, then each directory with its files. No path is a glob. One
 * that cannot be looked at is skipped as unreadable, and so is one that is not there.
 */
export async function listFiles(
  paths: readonly (string | Buffer)[],
  cwd: string,
  pacing: Pacing,
): Promise<readonly Listing[]> {
  const entries: FileEntry[] = []
  const skipped: Skip[] = []
  const directories: Listing[] = []
  for (const path of paths) {
    const pause = pacing.breathe()
    if (pause) await pause
    const shown = shownPath(typeof path === 'string' ? path : printedName(path))
    try {
      const file = real(path, cwd)
      const stats = statSync(file)
      if (stats.isDirectory() && typeof file === 'string') {
        directories.push(await listDirectory(file, shown, pacing))
      } else if (stats.isFile()) entries.push({ path: shown, name: posix.basename(shown), file })
      else skipped.push({ path: shown, reason: 'not-a-file' })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === undefined) throw error
      skipped.push({ path: shown, reason: 'unreadable', detail: code })
    }
  }
  return [{ source: { kind: 'list', root: cwd }, entries, skipped }, ...directories]
}

/** Where a path leads, without links; only the system itself can tell that of bytes. */
function real(path: string | Buffer, cwd: string): string | Buffer {
  if (typeof path === 'string') return realpathSync(resolve(cwd, path))
  return realpathSync.native(path.indexOf(sep) === 0 ? path : join(cwd, path), { encoding: 'buffer' })
}
