import { watch } from 'chokidar'
import { CommandError, codeOf } from '../errors.ts'

/** Milliseconds without a change before those that came are handed on: editors write a file in several steps. */
const quiet = 100

const cannotWatch = (error: unknown): CommandError => {
  const code = codeOf(error)
  const advice =
    code === 'ENOSPC' || code === 'EMFILE'
      ? 'the system lets nobody watch more files; name fewer folders, or raise fs.inotify.max_user_watches'
      : 'check that they may be read'
  return new CommandError('scan', `cannot watch the files (${code}): ${advice}`, { cause: error })
}

/**
 * The paths that change below some folders, in batches, until the signal is aborted.
 *
 * @param isIgnored - of absolute paths, asked before a folder is gone into
 * @param onReady - called when no change is missed any more
 * @throws CommandError with the code `scan` when the system refuses
 */
export async function* changes(
  folders: readonly string[],
  isIgnored: (path: string) => boolean,
  { signal, onReady }: { readonly signal: AbortSignal; readonly onReady: () => void },
): AsyncGenerator<readonly string[], void, undefined> {
  const changed = new Set<string>()
  let failure: unknown
  let timer: NodeJS.Timeout | undefined
  let wake = (): void => {}
  const watcher = watch([...folders], { ignoreInitial: true, ignored: isIgnored, followSymlinks: false })
  watcher.on('ready', onReady)
  watcher.on('error', (error) => {
    failure ??= error
    wake()
  })
  watcher.on('all', (_, path) => {
    changed.add(path)
    clearTimeout(timer)
    timer = setTimeout(() => wake(), quiet)
  })
  const stop = (): void => wake()
  signal.addEventListener('abort', stop)
  try {
    while (!signal.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve
        if (signal.aborted) resolve()
      })
      if (failure !== undefined) throw cannotWatch(failure)
      if (signal.aborted) return
      const batch = [...changed]
      changed.clear()
      if (batch.length > 0) yield batch
    }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
    await watcher.close()
  }
}
