import { resolve } from 'node:path'
import { makeHistory } from './history-repository.ts'
import { scanners } from './peers.ts'
import { type Contestant, sideBySide } from './side-by-side.ts'

/** Versions of files, at least; `TACET_BENCH_BLOBS` says otherwise. */
const BLOBS = Number(process.env.TACET_BENCH_BLOBS ?? 30_000)

/** A repository of your own to scan instead of one that is made. */
const GIVEN = process.env.TACET_BENCH_REPOSITORY

/** A long history scanned by Tacet and by every peer on PATH that reads histories, in turn. */
export async function benchHistory(): Promise<void> {
  if (GIVEN !== undefined) {
    const root = resolve(GIVEN)
    sideBySide(`Scan of the history of ${root}`, root, [], contestants(root))
    return
  }
  const repository = await makeHistory(BLOBS)
  try {
    const { root, blobs, commits, size } = repository
    const title = `Scan of a history: ${blobs} blobs, ${size.toFixed(0)} MB, in ${commits} commits`
    sideBySide(title, root, repository.planted, contestants(root))
  } finally {
    repository.remove()
  }
}

const contestants = (root: string): Contestant[] =>
  scanners.flatMap(({ name, command, history }) => (history ? [{ name, command, args: history(root) }] : []))
