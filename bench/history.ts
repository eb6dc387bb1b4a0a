import { makeHistory } from './history-repository.ts'
import { scanners } from './peers.ts'
import { sideBySide } from './side-by-side.ts'

/** Versions of files, at least; `TACET_BENCH_BLOBS` says otherwise. */
const BLOBS = Number(process.env.TACET_BENCH_BLOBS ?? 30_000)

/** A long history scanned by Tacet and by every peer on PATH that reads histories, in turn. */
export async function benchHistory(): Promise<void> {
  const repository = await makeHistory(BLOBS)
  try {
    const { root, blobs, commits, size } = repository
    const title = `Scan of a history: ${blobs} blobs, ${size.toFixed(0)} MB, in ${commits} commits`
    const contestants = scanners.flatMap(({ name, command, history }) =>
      history ? [{ name, command, args: history(root) }] : [],
    )
    sideBySide(title, root, repository.planted, contestants)
  } finally {
    repository.remove()
  }
}
