import { ScanError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { diffs } from '../sources/git/diffs.ts'
import { IdTable } from '../sources/git/ids.ts'
import { type Lineage, traceLineage } from '../sources/git/lineage.ts'
import {
  allObjects,
  broughtObjects,
  gitLines,
  type ListedObject,
  ListingEnd,
  reachableObjects,
} from '../sources/git/listing.ts'
import { objectUnits } from '../sources/git/objects-unit.ts'
import { indexed, listTips, type Tip } from '../sources/git/refs.ts'
import type { Repository } from '../sources/git/repository.ts'
import { type Selection, select } from '../sources/git/selection.ts'
import { Collector } from './collect.ts'
import { describe } from './describe.ts'
import { HeldSecrets } from './held-secrets.ts'
import type { HistoryHost, HistoryOptions } from './host.ts'

/**
 * Scans the history of a repository: every object once, then, for the secrets in them, where they came from.
 *
 * @param prefix - what findings show before the paths of the repository
 */
export async function* scanHistory(
  repository: Repository,
  prefix: string,
  options: HistoryOptions,
  host: HistoryHost,
): AsyncGenerator<Finding, void, undefined> {
  const selection = await select(repository, options, host.signal)
  if (options.unreachable && selection.limited) {
    throw new ScanError(
      'invalid-option',
      'what nothing leads to is in no range: scan the whole history for it',
    )
  }
  const run = new HistoryRun(repository, prefix, options, host, selection)
  yield* run.findings()
}

class HistoryRun {
  readonly #repository: Repository
  readonly #prefix: string
  readonly #options: HistoryOptions
  readonly #host: HistoryHost
  readonly #selection: Selection
  readonly #secrets = new HeldSecrets()
  readonly #end = new ListingEnd()
  /** Ids of commits that nothing leads to. */
  readonly #dangling: string[] = []
  #index: ReadonlySet<string> = new Set()
  readonly #collector: Collector

  constructor(
    repository: Repository,
    prefix: string,
    options: HistoryOptions,
    host: HistoryHost,
    selection: Selection,
  ) {
    this.#repository = repository
    this.#prefix = prefix
    this.#options = options
    this.#host = host
    this.#selection = selection
    this.#collector = new Collector(repository, options, host, this.#secrets)
  }

  async *findings(): AsyncGenerator<Finding, void, undefined> {
    await this.#checkShallow()
    let traced: { readonly lineages: readonly Lineage[]; readonly tips: readonly Tip[] }
    try {
      await (this.#selection.limited ? this.#scanBrought() : this.#scanReachable())
      this.#checkEnd()
      if (this.#selection.limited) await this.#scanBefore()
      traced = await this.#trace()
    } catch (error) {
      // What was found so far; it takes the whole history to tell where it came from.
      if (error instanceof ScanError && error.code === 'aborted') yield* this.#described([], [])
      throw error
    } finally {
      this.#collector.close()
    }
    yield* this.#described(traced.lineages, traced.tips)
  }

  async #trace() {
    if (this.#secrets.all.length === 0) return { lineages: [], tips: [] }
    const [tips, index] = await Promise.all([this.#tips(), indexed(this.#repository, this.#host.signal)])
    this.#index = index
    const selection = { ...this.#selection, revisions: [...this.#selection.revisions, ...this.#dangling] }
    const targets = this.#secrets.targets()
    const end = { failure: undefined }
    const lineages = await traceLineage(this.#repository, selection, targets, tips, end, this.#host)
    if (end.failure !== undefined) this.#incomplete(end.failure)
    return { lineages, tips }
  }

  /** What the clone has left out cannot be told from what was never there. */
  async #checkShallow(): Promise<void> {
    const { shallow, workTree } = this.#repository
    if (shallow.length === 0 || this.#options.allowShallow) return
    const cut = new Set(shallow)
    const advice =
      'deepen it with `git fetch --unshallow` (in CI, a fetch depth of 0), or allow it with --allow-shallow'
    for await (const ids of this.#commits()) {
      if (!this.#selection.limited || ids.some((id) => cut.has(id))) {
        throw new ScanError(
          'shallow',
          `the clone in ${workTree} is shallow, its older history is not there: ${advice}`,
        )
      }
    }
  }

  #commits(): AsyncGenerator<readonly string[], void, undefined> {
    const list = ['rev-list', '--stdin', ...this.#selection.args]
    return gitLines(this.#repository, list, this.#selection.revisions, this.#end, this.#host.signal)
  }

  async #scanBrought(): Promise<void> {
    const names = new Set<string>()
    const onPath = (path: string): void => {
      for (const name of path.split('/')) names.add(name)
    }
    const takeNames = (): readonly string[] => {
      const taken = [...names]
      names.clear()
      return taken
    }
    const objects = broughtObjects(this.#repository, this.#selection, onPath, this.#end, this.#host.signal)
    await this.#collector.collect(objects, takeNames)
  }

  async #scanReachable(): Promise<void> {
    const { unreachable } = this.#options
    const known = unreachable ? new IdTable(this.#repository.idLength) : undefined
    await this.#collector.collectPacked(this.#noting(this.#reachable(this.#selection), known))
    if (this.#end.failure !== undefined) {
      // Something on the way is corrupt. What is behind it may be there all the same.
      await this.#collector.collect(this.#all())
    } else if (known) {
      await this.#collector.collect(this.#unreachable(known))
    }
  }

  #reachable(selection: Selection) {
    return reachableObjects(this.#repository, selection, this.#end, this.#host.signal)
  }

  async *#noting(objects: AsyncIterable<readonly ListedObject[]>, known: IdTable | undefined) {
    for await (const batch of objects) {
      if (known) for (const { id } of batch) known.add(id)
      yield batch
    }
  }

  async *#all() {
    for await (const batch of allObjects(this.#repository, new ListingEnd(), this.#host.signal)) {
      yield batch.map(({ id }) => ({ id, path: '' }))
    }
  }

  /** What is there but not known, with its path where a commit that nothing leads to has it. */
  async *#unreachable(known: IdTable) {
    const loose = new IdTable(this.#repository.idLength)
    for await (const batch of allObjects(this.#repository, this.#end, this.#host.signal)) {
      for (const { id, type } of batch) {
        if (known.find(id) >= 0) continue
        loose.add(id)
        if (type === 'commit') this.#dangling.push(id)
      }
    }
    const isNew = ({ id }: ListedObject): boolean => {
      const { size } = known
      return known.add(id) === size
    }
    if (this.#dangling.length > 0) {
      const selection = { args: [], revisions: this.#dangling, limited: false }
      for await (const batch of this.#reachable(selection)) yield batch.filter(isNew)
    }
    for (let index = 0; index < loose.size; index++) {
      const object = { id: loose.at(index), path: '' }
      if (isNew(object)) yield [object]
    }
  }

  /** What the files of commits with findings were before: what was in one of them already is not news. */
  async #scanBefore(): Promise<void> {
    if (this.#secrets.all.length === 0) return
    const seen = new Set<string>()
    const { signal } = this.#host
    const changes = diffs(this.#repository, this.#commits(), 'combined', this.#end, signal)
    const secrets = this.#secrets
    async function* before() {
      for await (const { files } of changes) {
        if (!files.some(({ id }) => secrets.holds(id))) continue
        const objects: ListedObject[] = []
        for (const file of files) {
          for (const id of file.before) {
            if (/^0+$/.test(id) || seen.has(id) || secrets.holds(id)) continue
            seen.add(id)
            objects.push({ id, path: file.path })
          }
        }
        yield objects
      }
    }
    for await (const { held } of this.#host.scan(objectUnits(this.#repository, before()), false)) {
      for (const each of held) if (secrets.has(each.finding.fingerprint)) secrets.add(each)
    }
  }

  #checkEnd(): void {
    const { failure, missing } = this.#end
    if (failure !== undefined) {
      if (this.#host.signal?.aborted) return
      this.#incomplete(failure)
    }
    if (missing > 0 && !this.#options.allowMissing) {
      this.#host.skip({
        path: this.#repository.workTree,
        reason: 'missing',
        detail: `${missing} objects that the clone left out: fetch them, or allow it with --allow-missing`,
      })
    }
  }

  #incomplete(failure: string): void {
    this.#host.skip({ path: this.#repository.workTree, reason: 'unreadable', detail: failure })
  }

  async #tips(): Promise<readonly Tip[]> {
    const tips = await listTips(this.#repository, this.#host.signal)
    return [...tips, ...this.#dangling.map((id) => ({ name: 'unreachable', id, loose: true as const }))]
  }

  #described(lineages: readonly Lineage[], tips: readonly Tip[]): AsyncGenerator<Finding, void, undefined> {
    return describe({
      repository: this.#repository,
      prefix: this.#prefix,
      emails: this.#options.emails ?? false,
      // Of a part of the history only what came with it is news.
      secrets: this.#secrets.all,
      onlyNew: this.#selection.limited && lineages.length > 0,
      lineages,
      tips,
      whereabouts: (id) =>
        this.#index.has(id) ? ['index'] : this.#options.unreachable ? ['unreachable'] : [],
      host: this.#host,
    })
  }
}
