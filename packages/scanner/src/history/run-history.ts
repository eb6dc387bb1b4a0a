import { realpathSync } from 'node:fs'
import { isAbsolute, relative } from 'node:path'
import type { Coverage } from '../coverage.ts'
import type { Finding } from '../finding.ts'
import type { Shard } from '../shard.ts'
import { printedPath } from '../sources/git/object-path.ts'
import { openRepository, type Repository } from '../sources/git/repository.ts'
import { submodules } from '../sources/git/submodules.ts'
import { shown, shownPath } from '../sources/names.ts'
import type { HistoryHost, HistoryOptions } from './host.ts'
import { scanHistory } from './scan-history.ts'
import { scanStaged } from './scan-staged.ts'

interface OpenedRepository {
  readonly repository: Repository
  /** What findings show before the paths of the repository. */
  readonly prefix: string
}

/** What a scan of repositories needs of the scan that it is. */
export interface RepositoriesHost extends HistoryHost {
  source(source: Coverage['sources'][number]): void
  /** Which of the repositories to scan; all of them unless given. */
  readonly shard: Shard | undefined
  /** Told of all of them before any is scanned. */
  opened(repositories: readonly OpenedRepository[]): Promise<void>
}

/**
 * Scans the histories of repositories and of their submodules, or what is staged in them.
 *
 * @param paths - each in a repository, from `cwd`
 * @param history - what to scan of a history; undefined for what is staged
 * @throws ScanError
 */
export async function* scanRepositories(
  paths: readonly string[],
  cwd: string,
  history: HistoryOptions | undefined,
  host: RepositoriesHost,
): AsyncGenerator<Finding, void, undefined> {
  const repositories = new Map<string, OpenedRepository>()
  const add = async (repository: Repository, prefix: string): Promise<void> => {
    if (repositories.has(repository.gitDir)) return
    repositories.set(repository.gitDir, { repository, prefix })
    if (!history || !isWhole(history)) return
    for (const { path, repository: inner } of await submodules(repository, host.signal)) {
      await add(inner, shown(prefix, printedPath(path)))
    }
  }
  for (const path of paths) {
    const repository = await openRepository(path, cwd, host.signal)
    await add(repository, prefixOf(repository.workTree, cwd))
  }
  const { shard } = host
  const all = [...repositories.values()]
  await host.opened(all)
  for (const { repository } of all) {
    host.source({ kind: history ? 'git-history' : 'git-index', root: repository.workTree })
  }
  // A secret is told of once for all objects of a repository that hold it, so a repository is in one shard.
  const part = shard ? all.filter(({ prefix }) => shard.takes(prefix)) : all
  for (const { repository, prefix } of part) {
    const findings = history
      ? scanHistory(repository, prefix, history, host)
      : scanStaged(repository, prefix, host)
    for await (const finding of findings) yield shard?.placed(finding, prefix) ?? finding
  }
}

/** Whether all of a history is asked for: what names a part of it names none in a submodule. */
function isWhole({ branch, range, commits }: HistoryOptions): boolean {
  return branch === undefined && range === undefined && commits === undefined
}

/** Nothing in the repository that the working directory is in; else the way to the repository. */
function prefixOf(root: string, cwd: string): string {
  const from = realpathSync(cwd)
  const inside = relative(root, from)
  if (inside === '' || !(inside.startsWith('..') || isAbsolute(inside))) return ''
  const way = relative(from, root)
  return shownPath(way.startsWith('..') ? root : way)
}
