import { type DiffRecord, diffs } from './diffs.ts'
import { exit, type GitProcess, startGit } from './git.ts'
import { IdTable } from './ids.ts'
import type { Repository } from './repository.ts'
import type { Selection } from './selection.ts'
import { splitAt } from './split.ts'

/** An object to look at. */
export interface ListedObject {
  readonly id: string
  /** Where it was met, each byte one unit of text; empty when it has no name. */
  readonly path: string
}

/** What became of a listing; to be read when it is over. */
export class ListingEnd {
  /** Ids of what a partial clone has left out. */
  missing = 0
  /** What Git said when it could not list everything. */
  failure: string | undefined
}

type Batches = AsyncGenerator<readonly ListedObject[], void, undefined>

/** Every object that can be reached from what is selected, each once; what is corrupt on the way ends the listing. */
export async function* reachableObjects(
  repository: Repository,
  { args, revisions }: Selection,
  end: ListingEnd,
  signal: AbortSignal | undefined,
): Batches {
  const index = args.includes('--all') ? ['--indexed-objects'] : []
  const list = ['rev-list', '--objects', '--missing=print', '--stdin', ...index, ...args]
  for await (const lines of gitLines(repository, list, revisions, end, signal)) {
    const objects: ListedObject[] = []
    for (const line of lines) {
      if (line.startsWith('?')) end.missing++
      else objects.push({ id: line.slice(0, repository.idLength), path: line.slice(repository.idLength + 1) })
    }
    yield objects
  }
}

/**
 * What the selected commits bring in: their messages and the files that they change.
 *
 * @param onPath - told of the path of every file that they change
 */
export async function* broughtObjects(
  repository: Repository,
  selection: Selection,
  onPath: (path: string) => void,
  end: ListingEnd,
  signal: AbortSignal | undefined,
): Batches {
  const seen = new IdTable(repository.idLength)
  const isNew = (id: string): boolean => {
    const { size } = seen
    return seen.add(id) === size
  }
  const list = ['rev-list', '--stdin', ...selection.args]
  const commits = gitLines(repository, list, selection.revisions, end, signal)
  for await (const { commit, files } of diffs(repository, commits, 'combined', end, signal)) {
    const objects: ListedObject[] = isNew(commit) ? [{ id: commit, path: '' }] : []
    for (const { path, id } of files.filter(isBlob)) {
      onPath(path)
      if (isNew(id)) objects.push({ id, path })
    }
    yield objects
  }
}

const isBlob = ({ mode }: DiffRecord): boolean => mode !== '000000' && mode !== '160000'

/** All objects that are there, whether something leads to them or not, in the order of their ids. */
export async function* allObjects(
  repository: Repository,
  end: ListingEnd,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly { readonly id: string; readonly type: string }[], void, undefined> {
  const list = ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectname) %(objecttype)']
  for await (const lines of gitLines(repository, list, [], end, signal)) {
    yield lines.map((line) => {
      const [id, type] = line.split(' ')
      return { id: id!, type: type! }
    })
  }
}

/** The lines that Git prints; what goes wrong is told to `end`. */
export async function* gitLines(
  repository: Repository,
  args: readonly string[],
  input: readonly string[],
  end: { failure: string | undefined },
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly string[], void, undefined> {
  const child: GitProcess = startGit(repository, args, { signal })
  const ended = exit(child)
  try {
    child.stdin.end(input.map((line) => `${line}\n`).join(''))
    yield* splitAt(child.stdout, '\n')
    const { code, stderr } = await ended
    if (code !== 0) end.failure ??= stderr.split('\n')[0] || 'it was stopped'
  } finally {
    child.kill()
  }
}
