import { join } from 'node:path'
import { ScanError } from '../errors.ts'
import { gitOutput } from './git/git.ts'

const LIST = ['ls-files', '-z', '-t', '--stage', '--cached', '--others', '--exclude-standard']

/** What Git was asked for before anybody waited for it, by the work tree. */
const early = new Map<string, { readonly listed: Promise<Buffer | undefined>; stop(): void }>()

/** Has Git list a work tree meanwhile, for who asks for its files next. */
export function listEarly(root: string): void {
  const stopping = new AbortController()
  const listed = askGit(root, root, LIST, stopping.signal)
  // Whoever asks gets the error.
  listed.catch(() => {})
  early.set(root, { listed, stop: () => stopping.abort() })
}

/**
 * What Git prints of the files of a directory.
 *
 * @param root - of the work tree that it is in
 * @returns undefined when Git is not there or says no
 */
export async function listedFiles(
  root: string,
  directory: string,
  signal: AbortSignal | undefined,
): Promise<Buffer | undefined> {
  const begun = early.get(root)
  if (!begun || root !== directory) return askGit(root, directory, LIST, signal)
  early.delete(root)
  if (signal?.aborted) {
    begun.stop()
    // It may have ended before.
    return undefined
  }
  signal?.addEventListener('abort', begun.stop, { once: true })
  return begun.listed
}

/** Standard output, or undefined when Git is not there or says no. */
export async function askGit(
  root: string,
  directory: string,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Buffer | undefined> {
  try {
    return await gitOutput({ gitDir: join(root, '.git'), workTree: root }, args, { directory, signal })
  } catch (error) {
    if (error instanceof ScanError && error.code === 'git-not-found') return undefined
    throw error
  }
}
