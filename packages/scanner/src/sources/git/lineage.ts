import type { DiffMode, DiffRecord } from './diffs.ts'
import { IdFilter, IdTable } from './ids.ts'
import { gitLines } from './listing.ts'
import { PathStates } from './path-states.ts'
import type { Tip } from './refs.ts'
import { relevantDiffs } from './relevant-diffs.ts'
import type { Repository } from './repository.ts'
import type { Selection } from './selection.ts'

/** Where a secret came from and where it went. */
export interface Lineage {
  /** The first commit that has it. */
  first?: Presence
  /** The commit that took it away, when none brought it back. */
  removedIn?: string
  readonly paths: Set<string>
  /** Where it still stands. */
  readonly tips: Set<string>
  /** From where a commit that holds it can be reached; what is loose only when nothing else leads to one. */
  readonly refs: Set<string>
  /** How many there are besides those that are named. */
  moreTips: number
  moreRefs: number
}

/** A mirror may have a ref for every pull request: more of them are only counted. */
const MOST_NAMED = 100
/** As many ids fit into any command line. */
const MOST_ASKED_FOR = 256

/** A commit with an object that holds a secret; its path is empty when that is the commit itself. */
export interface Presence {
  /** The place of the commit in a walk from parents to children. */
  readonly order: number
  readonly commit: string
  readonly id: string
  readonly path: string
}

export interface Targets {
  /** Which secrets an object holds, by its id. */
  readonly objects: ReadonlyMap<string, readonly number[]>
  /** Which secrets the name of a file or a folder holds. */
  readonly names: ReadonlyMap<string, readonly number[]>
  /** How many secrets there are. */
  readonly count: number
}

/**
 * Follows secrets through a history in one walk, parents before children: which paths hold them after each commit is
 * what held them after its first parent, changed as the commit changes it. A secret comes with a commit when none of
 * the parents has it, and goes with one when all of them have it.
 */
export async function traceLineage(
  repository: Repository,
  { args, revisions }: Selection,
  targets: Targets,
  tips: readonly Tip[],
  end: { failure: string | undefined },
  { signal, breathe }: { signal: AbortSignal | undefined; breathe: () => Promise<void> | undefined },
): Promise<readonly Lineage[]> {
  const trace = new Trace(targets)
  const commits = new IdTable(repository.idLength)
  const walk = args.filter((argument) => !argument.startsWith('--no-walk'))
  const only = walk.length < args.length
  const list = ['rev-list', '--date-order', '--reverse', '--parents', '--stdin', ...walk]
  const lines = gitLines(repository, only ? [...list, '--no-walk=unsorted'] : list, revisions, end, signal)
  const parents: (readonly number[])[] = []
  async function* withFirstParent() {
    for await (const batch of lines) {
      yield batch.map((line) => {
        const [commit, ...ids] = line.split(' ')
        commits.add(commit!)
        parents.push(ids.map((id) => commits.find(id)))
        return ids.length === 0 ? commit! : `${commit} ${ids[0]}`
      })
    }
  }
  let index = 0
  const isRelevant = (file: DiffRecord): boolean =>
    [file.id, ...file.before].some((id) => heldIn(targets, id, file.path).length > 0)
  const changes = relevantDiffs(repository, withFirstParent(), modeFor(targets), isRelevant, end, signal)
  for await (const { commit, files } of changes) {
    trace.commit(commit, parents[index]!, files)
    index++
    const pause = breathe()
    if (pause) await pause
  }
  for (const tip of tips) {
    const at = commits.find(tip.id)
    if (at >= 0 && at < index) trace.tip(tip, at)
  }
  return trace.lineages
}

function modeFor({ objects, names }: Targets): DiffMode {
  // A name may be anywhere.
  if (names.size > 0) return { mayMatter: () => true }
  if (objects.size <= MOST_ASKED_FOR) return { objects: [...objects.keys()] }
  const held = new IdFilter(objects.keys())
  return { mayMatter: (bytes, before, id) => held.mayHave(bytes, before) || held.mayHave(bytes, id) }
}

/** The secrets in a file or in its path; an id of zeros is no file. */
function heldIn({ objects, names }: Targets, id: string, path: string): readonly number[] {
  const inside = objects.get(id) ?? []
  if (names.size === 0 || /^0+$/.test(id)) return inside
  const parts = path.split('/').flatMap((part) => names.get(part) ?? [])
  return parts.length === 0 ? inside : [...new Set([...inside, ...parts])]
}

class Trace {
  readonly lineages: readonly Lineage[]
  readonly #targets: Targets
  readonly #states = new PathStates()
  /** For each commit, the number of a set of secrets that it or one of its ancestors holds. */
  readonly #reach: number[] = []
  readonly #sets: ReadonlySet<number>[] = [new Set()]

  constructor(targets: Targets) {
    this.#targets = targets
    this.lineages = Array.from({ length: targets.count }, () => ({
      paths: new Set<string>(),
      tips: new Set<string>(),
      refs: new Set<string>(),
      moreTips: 0,
      moreRefs: 0,
    }))
  }

  /** @param parents - numbers of commits that were told before, -1 for one that is not looked at */
  commit(commit: string, parents: readonly number[], files: readonly DiffRecord[]): void {
    const states = this.#states
    const said = this.#targets.objects.get(commit) ?? []
    const change = states.change(parents[0] ?? -1)
    const added = new Map<number, DiffRecord>()
    const before = new Set<number>()
    for (const file of files) {
      for (const id of file.before) {
        for (const secret of heldIn(this.#targets, id, file.path)) {
          before.add(secret)
          change.remove(secret, file.path)
        }
      }
      for (const secret of heldIn(this.#targets, file.id, file.path)) {
        this.lineages[secret]!.paths.add(file.path)
        if (!added.has(secret)) added.set(secret, file)
        change.add(secret, file.path)
      }
    }
    change.end()
    for (const secret of new Set([...before, ...added.keys()])) {
      const has = states.holds(-1, secret)
      const had = (parent: number): boolean =>
        parent < 0
          ? before.has(secret)
          : states.holds(parent, secret) || (parent === parents[0] && before.has(secret))
      if (has && !parents.some(had)) this.#came(secret, commit, added.get(secret)!)
      else if (!has && parents.every(had)) this.lineages[secret]!.removedIn = commit
    }
    for (const secret of said) {
      this.lineages[secret]!.first ??= { order: this.#reach.length, commit, id: commit, path: '' }
    }
    this.#reach.push(this.#reachOf(parents, [...said, ...added.keys()]))
  }

  #came(secret: number, commit: string, { id, path }: DiffRecord): void {
    const lineage = this.lineages[secret]!
    lineage.first ??= { order: this.#reach.length, commit, id, path }
    delete lineage.removedIn
  }

  #reachOf(parents: readonly number[], own: readonly number[]): number {
    let reach = parents[0] === undefined || parents[0] < 0 ? 0 : this.#reach[parents[0]]!
    const more = new Set(own)
    for (const parent of parents.slice(1)) {
      if (parent >= 0 && this.#reach[parent] !== reach) {
        for (const secret of this.#sets[this.#reach[parent]!]!) more.add(secret)
      }
    }
    const set = this.#sets[reach]!
    if ([...more].some((secret) => !set.has(secret))) {
      reach = this.#sets.push(new Set([...set, ...more])) - 1
    }
    return reach
  }

  tip({ name, loose }: Tip, index: number): void {
    for (const secret of this.#sets[this.#reach[index]!]!) {
      const lineage = this.lineages[secret]!
      if (loose && lineage.refs.size > 0) continue
      if (!named(lineage.refs, name)) lineage.moreRefs++
    }
    if (loose) return
    for (const secret of this.#states.secrets(index)) {
      const lineage = this.lineages[secret]!
      if (!named(lineage.tips, name)) lineage.moreTips++
    }
  }
}

/** Adds a name, unless there are too many. */
function named(names: Set<string>, name: string): boolean {
  if (names.size >= MOST_NAMED && !names.has(name)) return false
  names.add(name)
  return true
}
