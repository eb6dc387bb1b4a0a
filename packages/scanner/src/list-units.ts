import { dirname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { isConfig } from './config/discover.ts'
import type { Coverage, Skip } from './coverage.ts'
import { ENOUGH_FILES, sizeOf } from './head-start.ts'
import type { Shard } from './shard.ts'
import type { Listing, Pacing } from './sources/entry.ts'
import { listedPaths, listFiles } from './sources/file-list.ts'
import { listPath } from './sources/paths.ts'
import { untilAborted } from './sources/stdin.ts'
import type { FileUnit } from './sources/unit.ts'

const ENOUGH_BYTES = 16_000_000

/** What there is to scan, and what was found out about it. */
export interface ListedUnits {
  /** A list for each source, in the order of the sources and of the names below each. */
  readonly lists: readonly (readonly FileUnit[])[]
  readonly sources: Coverage['sources']
  readonly skipped: readonly Skip[]
  /** The configurations that were met, those in other shards too: they hold for what is in this one. */
  readonly configs: readonly string[]
  /** The folders of files that were listed one by one, those of other shards too. */
  readonly folders: readonly string[]
}

export interface ToList {
  readonly paths: readonly string[]
  /** A list of more paths. */
  readonly filesFrom: AsyncIterable<Uint8Array> | Iterable<Uint8Array> | undefined
  readonly cwd: string
  /** Leave out what is in another shard. */
  readonly shard: Shard | undefined
}

/**
 * Lists all files to scan, each once.
 *
 * @throws ScanError `path-not-found`, `not-readable`
 */
export async function listUnits(what: ToList, pacing: Pacing): Promise<ListedUnits> {
  const { shard } = what
  const lists: FileUnit[][] = []
  const sources: Coverage['sources'][number][] = []
  const skips: Skip[] = []
  const seen = new Set<string>()
  const configs: string[] = []
  const folders = new Set<string>()
  for await (const { source, entries, skipped } of listings(what, pacing)) {
    const units: FileUnit[] = []
    for (const entry of entries) {
      const before = seen.size
      const { file } = entry
      if (seen.add(typeof file === 'string' ? file : file.toString('latin1')).size === before) continue
      if (typeof file === 'string') {
        if (isConfig(file)) configs.push(file)
        if (source.kind === 'list') folders.add(dirname(file))
      }
      units.push({ kind: 'file', root: source.root, ...entry })
    }
    units.sort((a, b) => (a.path < b.path ? -1 : 1))
    lists.push(shard ? units.filter(({ path }) => shard.takes(path)) : units)
    sources.push(source)
    for (const skip of skipped) if (shard?.has(skip.path) ?? true) skips.push(skip)
  }
  return { lists, sources, skipped: skips, configs, folders: [...folders] }
}

async function* listings(
  { paths, filesFrom, cwd }: ToList,
  pacing: Pacing,
): AsyncGenerator<Listing, void, undefined> {
  for (const path of paths) yield* await listPath(path, cwd, pacing)
  if (!filesFrom) return
  const list = await buffer(untilAborted(filesFrom, pacing.signal))
  yield* await listFiles(listedPaths(list), cwd, pacing)
}

/** Whether starting workers, which takes as long as scanning some megabytes, is worth its while. */
export function isMuch(lists: readonly (readonly FileUnit[])[]): boolean {
  const units = lists.flat()
  if (units.length >= ENOUGH_FILES) return true
  let bytes = 0
  for (const { file } of units) bytes += sizeOf(file)
  return bytes >= ENOUGH_BYTES
}
