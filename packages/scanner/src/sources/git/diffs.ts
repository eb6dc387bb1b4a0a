import type { Readable, Writable } from 'node:stream'
import { exit, startGit } from './git.ts'
import type { Repository } from './repository.ts'

/** A file that a commit changes. */
export interface DiffRecord {
  /** Each byte one unit of text. */
  readonly path: string
  /** What the file is afterwards, in octal as Git writes it: `000000` when it is gone. */
  readonly mode: string
  readonly id: string
  /** What it was before, in each parent that is looked at: only zeros when it was not there. */
  readonly before: readonly string[]
}

export interface CommitDiff {
  readonly commit: string
  readonly files: readonly DiffRecord[]
}

/**
 * Whether a file may matter, by the first hexadecimal digits of its id, and by those of the one that it was. Of a long
 * history most do not, and making text of each takes longer than Git does.
 *
 * @param id - where the id begins in `bytes`
 */
export type MayMatter = (bytes: Buffer, before: number, id: number) => boolean

/**
 * How to compare a commit: with all its parents, or with the one that is named. Then only files are told that are or
 * were one of a few objects, or that may matter.
 */
export type DiffMode =
  | 'combined'
  | { readonly objects: readonly string[] }
  | { readonly mayMatter: MayMatter }

/** So often Git is started again; what it has not told by then is left out. */
const MOST_DEATHS = 100

/**
 * What commits change, in their order. Git dies of a tree that is missing or corrupt: that commit then changes nothing,
 * and the others are told all the same, within reason.
 *
 * @param commits - a batch of lines `COMMIT`, or `COMMIT PARENT` to compare with that parent
 * @param mode - `combined`: of a merge, only files that differ from all its parents
 * @param end - told of what Git could not read
 */
export async function* diffs(
  repository: Repository,
  commits: AsyncGenerator<readonly string[]>,
  mode: DiffMode,
  end: { failure: string | undefined },
  signal: AbortSignal | undefined,
): AsyncGenerator<CommitDiff, void, undefined> {
  const asked = new Asked(commits)
  try {
    for (let deaths = 0; deaths < MOST_DEATHS; deaths++) {
      yield* diffsUntilDeath(repository, asked, mode, end, signal)
      if (signal?.aborted || asked.lines.length === 0) return
      yield { commit: asked.told(), files: [] }
    }
  } finally {
    asked.stopped = true
    await commits.return(undefined)
  }
}

async function* diffsUntilDeath(
  repository: Repository,
  asked: Asked,
  mode: DiffMode,
  end: { failure: string | undefined },
  signal: AbortSignal | undefined,
): AsyncGenerator<CommitDiff, void, undefined> {
  const args = ['diff-tree', '--stdin', '--always', '--root', '-r', '--raw', '-z', '--no-renames']
  if (mode === 'combined') args.push('-c')
  else if ('objects' in mode) args.push(...mode.objects.map((id) => `--find-object=${id}`))
  const child = startGit(repository, args, { signal })
  const ended = exit(child)
  asked.stopped = false
  const asking = asked.ask(child.stdin)
  asking.catch(() => child.kill())
  try {
    const parser = new DiffParser(
      repository.idLength,
      mode !== 'combined' && 'mayMatter' in mode ? mode.mayMatter : undefined,
    )
    for await (const chunk of child.stdout as Readable & AsyncIterable<Buffer>) {
      for (const diff of parser.take(chunk)) {
        asked.told()
        yield diff
      }
    }
    const { code, stderr } = await ended
    asked.stopped = true
    await asking
    // The last one is whole, or all that is known of it.
    const last = parser.last()
    if (last) {
      asked.told()
      yield last
    }
    if (code !== 0) end.failure ??= stderr.split('\n')[0] || 'it was stopped'
  } finally {
    asked.stopped = true
    child.kill()
  }
}

/** Commits that Git was asked for and has not told of. */
class Asked {
  /** In their order. */
  lines: string[] = []
  /** Whether there are no more. */
  complete = false
  /** Nobody reads what is asked for. */
  stopped = false
  readonly #commits: AsyncGenerator<readonly string[]>

  constructor(commits: AsyncGenerator<readonly string[]>) {
    this.#commits = commits
  }

  /** Takes note that the first one was told. Returns its id. */
  told(): string {
    return this.lines.shift()!.split(' ')[0]!
  }

  /** Asks for what was asked of a process that died, then for what comes. */
  async ask(stdin: Writable): Promise<void> {
    let lines: readonly string[] = [...this.lines]
    for (;;) {
      if (lines.length > 0) await write(stdin, `${lines.join('\n')}\n`)
      if (this.stopped || this.complete) break
      const next = await this.#commits.next()
      if (next.done) this.complete = true
      lines = next.done ? [] : next.value
      for (const line of lines) this.lines.push(line)
    }
    stdin.end()
  }
}

/** Resolves when more can be written, or nobody reads any more. */
async function write(stream: Writable, text: string): Promise<void> {
  if (stream.write(text) || stream.destroyed) return
  await new Promise<void>((resolve) => {
    stream.once('drain', resolve)
    stream.once('close', resolve)
  })
}

const COLON = 58
/** Where the first id of a record is, after a colon and two modes. */
const FIRST_ID = 15

/** Takes apart `COMMIT`, then for each file `:MODE… ID… STATUS` and its path; a zero ends each of them. */
class DiffParser {
  readonly #idLength: number
  readonly #mayMatter: MayMatter | undefined
  #rest: Buffer = Buffer.alloc(0)
  #commit: string | undefined
  #files: DiffRecord[] = []

  constructor(idLength: number, mayMatter: MayMatter | undefined) {
    this.#idLength = idLength
    this.#mayMatter = mayMatter
  }

  *take(chunk: Buffer): Generator<CommitDiff, void, undefined> {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    let at = 0
    for (;;) {
      const end = bytes.indexOf(0, at)
      if (end < 0) break
      if (bytes[at] !== COLON) {
        const done = this.last()
        this.#commit = bytes.toString('latin1', at, end)
        if (done) yield done
        at = end + 1
        continue
      }
      const pathEnd = bytes.indexOf(0, end + 1)
      if (pathEnd < 0) break
      if (this.#mayMatter?.(bytes, at + FIRST_ID, at + FIRST_ID + this.#idLength + 1) ?? true) {
        this.#files.push(
          record(bytes.toString('latin1', at, end), bytes.toString('latin1', end + 1, pathEnd)),
        )
      }
      at = pathEnd + 1
    }
    this.#rest = Buffer.from(bytes.subarray(at))
  }

  /** The commit that was begun, which is whole by now. */
  last(): CommitDiff | undefined {
    if (this.#commit === undefined) return undefined
    const done = { commit: this.#commit, files: this.#files }
    this.#commit = undefined
    this.#files = []
    return done
  }
}

/** As many colons as there are parents, a mode and an id for each of them, then those of the commit itself. */
function record(raw: string, path: string): DiffRecord {
  const fields = raw.split(' ')
  const parents = fields[0]!.lastIndexOf(':') + 1
  return {
    path,
    mode: parents === 0 ? '' : fields[parents]!,
    id: fields[2 * parents + 1]!,
    before: fields.slice(parents + 1, 2 * parents + 1),
  }
}
