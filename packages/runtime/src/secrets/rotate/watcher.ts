import { type FolderWatch, watchFolders } from './folder-watch.ts'
import { signature } from './signature.ts'

export interface RotateOptions {
  /** False to look for no changes: then only `reload()` and signals have the secrets read again. */
  readonly watch?: boolean
  /**
   * Looks for changes by the clock as well, every so many milliseconds: for file systems that do not tell of them,
   * such as NFS. Where a folder is missing or cannot be watched, that is done every second anyway.
   */
  readonly poll?: number
  /** Signals that have the secrets read again, such as `SIGHUP`. A signal named here ends the process no more. */
  readonly signals?: readonly NodeJS.Signals[]
}

const WITHOUT_WATCH = 1_000
/** What is edited in place is written in steps; what Kubernetes does is done at once. */
const SETTLED_AFTER = 50
/** Where something is written without end, a log in the same folder say. */
const SETTLED_AT_LATEST = 1_000
const KUBERNETES_LINK = '..data'

/**
 * Looks for changes of files for as long as the process lives otherwise. Several changes in a row are one.
 *
 * @param files absolute paths; their folders are watched, for a file that is renamed over another is another
 * @param changed is called at first, for what happened before, and for each change; until it returns true it is
 *   called again, at each event and each second
 * @returns the function that ends it
 */
export function watchFiles(
  { files, folders }: { readonly files: readonly string[]; readonly folders: readonly string[] },
  { watch: watching = true, poll, signals = [] }: RotateOptions,
  changed: () => boolean,
): () => void {
  let seen: string | undefined
  let closed = false
  let failed = false
  let soon: NodeJS.Immediate | undefined
  let settling: NodeJS.Timeout | undefined
  let unsettledSince: number | undefined
  let clock: NodeJS.Timeout | undefined

  const check = (): void => {
    unsettledSince = undefined
    watch.renew()
    // Before the files are read: what changes meanwhile is another change.
    const now = signature(files)
    if (failed || now !== seen) failed = !changed()
    seen = now
    setClock()
  }
  const checkSoon = (): void => {
    soon ??= setImmediate(() => {
      soon = undefined
      check()
    }).unref()
  }
  const checkSettled = (): void => {
    unsettledSince ??= Date.now()
    if (Date.now() - unsettledSince > SETTLED_AT_LATEST) return
    clearTimeout(settling)
    settling = setTimeout(check, SETTLED_AFTER).unref()
  }
  const setClock = (): void => {
    clearTimeout(clock)
    // A subscriber may have closed it.
    if (closed) return
    const period = poll ?? (failed || !watch.complete() ? WITHOUT_WATCH : undefined)
    if (period !== undefined) clock = setTimeout(check, period).unref()
  }
  const onSignal = (): void => {
    failed = !changed()
    if (watching) setClock()
  }

  const watch: FolderWatch = watchFolders(watching ? folders : [], (name) => {
    if (name === KUBERNETES_LINK) checkSoon()
    else checkSettled()
  })
  for (const signal of signals) process.on(signal, onSignal)
  if (watching) checkSoon()

  return () => {
    closed = true
    watch.close()
    clearImmediate(soon)
    clearTimeout(settling)
    clearTimeout(clock)
    for (const signal of signals) process.off(signal, onSignal)
  }
}
