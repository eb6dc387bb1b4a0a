import { availableParallelism } from 'node:os'
import { type CommitDiff, type DiffMode, type DiffRecord, diffs } from './diffs.ts'
import type { Repository } from './repository.ts'

/**
 * Commits that a process of Git compares: of a short history few enough that all end together, of a long one enough
 * that its start costs little.
 */
const LEAST_COMMITS = 1024
const MOST_COMMITS = 8192
/** More processes at once seldom get the disk or a processor. */
const MOST_AT_ONCE = 4

/**
 * What commits change of their first parents, in their order, told by several processes at once.
 *
 * @param commits - a batch of lines `COMMIT PARENT`, or `COMMIT` for one without a parent
 * @param mode - leaves out most of the files that are not relevant, before they are made text of
 * @param isRelevant - other files are left out, so that what is ahead takes little memory
 * @param end - told of what Git could not read
 */
export async function* relevantDiffs(
  repository: Repository,
  commits: AsyncIterable<readonly string[]>,
  mode: DiffMode,
  isRelevant: (file: DiffRecord) => boolean,
  end: { failure: string | undefined },
  signal: AbortSignal | undefined,
): AsyncGenerator<CommitDiff, void, undefined> {
  const stop = new AbortController()
  const until = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  async function compared(chunk: readonly string[]): Promise<readonly CommitDiff[]> {
    const told: CommitDiff[] = []
    for await (const { commit, files } of diffs(repository, batch(chunk), mode, end, until)) {
      told.push({ commit, files: files.filter(isRelevant) })
    }
    return told
  }
  const atOnce = Math.min(availableParallelism(), MOST_AT_ONCE)
  const running: Promise<readonly CommitDiff[]>[] = []
  try {
    for await (const chunk of chunks(commits)) {
      if (running.length === atOnce) yield* await running.shift()!
      const told = compared(chunk)
      // Whoever waits for it gets the error.
      told.catch(() => {})
      running.push(told)
    }
    for (const told of running) yield* await told
  } finally {
    stop.abort()
  }
}

async function* batch(lines: readonly string[]): AsyncGenerator<readonly string[], void, undefined> {
  yield lines
}

async function* chunks(
  batches: AsyncIterable<readonly string[]>,
): AsyncGenerator<readonly string[], void, undefined> {
  let chunk: string[] = []
  let size = LEAST_COMMITS
  let count = 0
  for await (const lines of batches) {
    for (const line of lines) {
      if (chunk.push(line) < size) continue
      yield chunk
      chunk = []
      if (++count % 2 === 0) size = Math.min(2 * size, MOST_COMMITS)
    }
  }
  if (chunk.length > 0) yield chunk
}
