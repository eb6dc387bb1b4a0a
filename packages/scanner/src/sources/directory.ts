import { lstatSync } from 'node:fs'
import type { Skip } from '../coverage.ts'
import type { FileEntry, Listing, Pacing } from './entry.ts'
import { gitListing, isIgnored, workTreeRoot } from './git-work-tree.ts'
import { join, printedName, shown } from './names.ts'
import { walk } from './walk.ts'

/**
 * The files of a directory. Inside a Git work tree: what is tracked, and what is untracked and not ignored, with the
 * repositories inside it. Elsewhere, or where Git cannot tell: all files that no `.gitignore` leaves out. A directory
 * that is itself ignored was meant when it was given, so all of it counts.
 *
 * @param root - absolute, without links
 * @param prefix - what findings show before the names below it
 */
export async function listDirectory(root: string, prefix: string, pacing: Pacing): Promise<Listing> {
  const top = workTreeRoot(root)
  const [tree, ignored] =
    top === undefined
      ? []
      : await Promise.all([gitListing(top, root, pacing.signal), isIgnored(top, root, pacing.signal)])
  if (tree === undefined) {
    const found = await walk(root, { ignoreFiles: true, prefix, pacing })
    return { source: { kind: 'directory', root }, ...found }
  }
  const isEmpty = tree.files.length === 0 && tree.repositories.length === 0
  if (isEmpty || ignored) {
    const found = await walk(root, { ignoreFiles: false, prefix, pacing })
    return { source: { kind: 'directory', root }, ...found }
  }
  const isReal = realDirectories(root)
  const entries: FileEntry[] = []
  const skipped: Skip[] = []
  for (const name of tree.files) {
    if (isReal(parentOf(name))) entries.push(entry(root, prefix, name))
  }
  for (const name of tree.repositories) {
    if (!isReal(name)) continue
    const { file, path, name: innerName } = entry(root, prefix, name)
    const inner =
      typeof file === 'string' && workTreeRoot(file) === file
        ? await listDirectory(file, path, pacing)
        : await walk(file, { ignoreFiles: true, prefix: path, pacing })
    for (const found of inner.entries) entries.push({ ...found, name: shown(innerName, found.name) })
    for (const skip of inner.skipped) skipped.push(skip)
  }
  return { source: { kind: 'git-work-tree', root }, entries, skipped }
}

function entry(root: string, prefix: string, name: string | Buffer): FileEntry {
  const printed = typeof name === 'string' ? name : printedName(name)
  return { path: shown(prefix, printed), name: printed, file: join(root, name) }
}

/** The directory part of a name; empty at the root. */
function parentOf(name: string | Buffer): string | Buffer {
  const end = Math.max(0, name.lastIndexOf('/'))
  return typeof name === 'string' ? name.slice(0, end) : name.subarray(0, end)
}

/**
 * Tells whether a directory below the root is one, and so are those above it. A tracked name may lead through what
 * is now a link, or was made up to lead out of the tree: to Git, such a file is deleted.
 */
function realDirectories(root: string): (name: string | Buffer) => boolean {
  const known = new Map<string, boolean>()
  const isReal = (name: string | Buffer): boolean => {
    if (name.length === 0) return true
    const key = typeof name === 'string' ? name : printedName(name)
    let real = known.get(key)
    if (real === undefined) {
      real = !/(?:^|\/)\.\.$/.test(key) && isReal(parentOf(name)) && isDirectory(join(root, name))
      known.set(key, real)
    }
    return real
  }
  return isReal
}

function isDirectory(file: string | Buffer): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false
  } catch {
    // Reading what is in it will tell why not.
    return true
  }
}
