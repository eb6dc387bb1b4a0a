import type { Finding } from '../finding.ts'
import { objectUnits } from '../sources/git/objects-unit.ts'
import type { Repository } from '../sources/git/repository.ts'
import { addedLines, type LineRange, type StagedFile, stagedFiles } from '../sources/git/staged.ts'
import { HeldSecrets } from './held-secrets.ts'
import type { HistoryHost } from './host.ts'
import { PathPrinter } from './print-path.ts'
import type { Held } from './scan-objects.ts'

/**
 * Scans what is staged, as it would be committed and not as it is on the disk. Whole files are looked at; what is
 * reported stands in lines that are added, or in the names of files that are new.
 *
 * @param prefix - what findings show before the paths of the repository
 * @throws ScanError `git-failed`
 */
export async function* scanStaged(
  repository: Repository,
  prefix: string,
  host: HistoryHost,
): AsyncGenerator<Finding, void, undefined> {
  const files = await stagedFiles(repository, host.signal)
  const fresh = files.filter(({ before, renamed }) => before === undefined || renamed)
  const names = new Set(fresh.flatMap(({ path }) => path.split('/')))
  async function* objects() {
    yield files
  }
  const held: Held[] = []
  const secrets = new HeldSecrets()
  for await (const result of host.scan(
    objectUnits(repository, objects(), { takeNames: () => [...names] }),
    true,
  )) {
    for (const each of result.held) {
      held.push(each)
      if (each.name !== undefined) secrets.add(each)
    }
  }
  const byPath = new Map(files.map((file) => [file.path, file]))
  const old = await heldBefore(repository, host, held, byPath)
  const printer = new PathPrinter(prefix, secrets.all)
  const added = addedIn(repository, host.signal)
  for (const { finding, id, path, within, name } of held) {
    if (name !== undefined) {
      const file = fresh.find((each) => each.path.split('/').includes(name))!
      const to = file.path.split('/').indexOf(name) + 1
      const named = file.path.split('/').slice(0, to).join('/')
      yield printer.findingAt({ finding, kind: 'file-name', object: file.id, path: named, within: '' })
      continue
    }
    if (within !== '') {
      // Lines of a part of a file are not those of the file.
      if (old.has(keyOf(path, finding))) continue
    } else {
      const { line, endLine } = finding.location
      const ranges = await added(byPath.get(path)!)
      if (!ranges.some(([start, count]) => line < start + count && endLine >= start)) continue
    }
    yield printer.findingAt({ finding, kind: 'file', object: id, path, within })
  }
}

const keyOf = (path: string, { fingerprint }: Finding): string => `${path}\0${fingerprint}`

/** What the files held in the last commit in whose parts something is found now. */
async function heldBefore(
  repository: Repository,
  host: HistoryHost,
  held: readonly Held[],
  files: ReadonlyMap<string, StagedFile>,
): Promise<ReadonlySet<string>> {
  const paths = new Set(held.flatMap(({ path, within }) => (within === '' ? [] : [path])))
  const objects = [...paths].flatMap((path) => {
    const { before } = files.get(path)!
    return before === undefined ? [] : [{ id: before, path }]
  })
  const old = new Set<string>()
  if (objects.length === 0) return old
  async function* listing() {
    yield objects
  }
  for await (const result of host.scan(objectUnits(repository, listing()), false)) {
    for (const { finding, path } of result.held) old.add(keyOf(path, finding))
  }
  return old
}

/** Asks for the lines that are added to a file, of one file after the other. */
function addedIn(
  repository: Repository,
  signal: AbortSignal | undefined,
): (file: StagedFile) => Promise<readonly LineRange[]> {
  let last: StagedFile | undefined
  let ranges: readonly LineRange[] = []
  return async (file) => {
    if (file === last) return ranges
    last = file
    ranges =
      file.before === undefined
        ? [[1, Number.POSITIVE_INFINITY]]
        : await addedLines(repository, file.before, file.id, signal)
    return ranges
  }
}
