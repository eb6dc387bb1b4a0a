import { existsSync, realpathSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { listDirectory } from './directory.ts'
import type { Listing, Pacing } from './entry.ts'
import { shownPath } from './names.ts'

/**
 * What a glob selects of the directories that it starts from; so `**` leaves out what is ignored, and
 * `node_modules/**` names what it wants.
 *
 * @returns undefined when it is no glob or matches nothing
 */
export async function listGlob(
  pattern: string,
  cwd: string,
  pacing: Pacing,
): Promise<readonly Listing[] | undefined> {
  // Loading it takes longer than a small scan.
  const { default: fastGlob } = await import('fast-glob')
  const glob = sep === '/' ? pattern : pattern.replaceAll(sep, '/')
  if (!fastGlob.isDynamicPattern(glob)) return undefined
  const options = { cwd, dot: true, followSymbolicLinks: false, suppressErrors: true }
  const matches = new Set((await fastGlob(glob, options)).map(shownPath))
  if (matches.size === 0) return undefined
  const bases = new Set(fastGlob.generateTasks(glob, options).map(({ base }) => base))
  const listings: Listing[] = []
  for (const base of bases) {
    if (!existsSync(resolve(cwd, base))) continue
    const listing = await listDirectory(realpathSync(resolve(cwd, base)), shownPath(base), pacing)
    listings.push({ ...listing, entries: listing.entries.filter(({ path }) => matches.has(path)) })
  }
  return listings
}
