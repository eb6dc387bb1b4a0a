import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, isAbsent, readRegularFile, type Unfit } from '../sources/read-file.ts'

/** In bytes. Guessing takes time, and what is longer is data, or many secrets, which are better declared. */
const LARGEST = 64 * 1024
/** Of those that nobody has to guess about: what a Kubernetes Secret can hold. */
const LARGEST_INCLUDED = 1024 * 1024
/** Secrets are mounted as files of a folder, or as files of a folder for each Kubernetes Secret. */
const DEEPEST = 3

/** A mounted file, or why it was not read; or a folder that could not be looked into. */
export type MountedFile = { readonly name: string; readonly path: string } & (
  | { readonly bytes: Buffer }
  | { readonly unread: string }
)

/**
 * The files in the folder that secrets are mounted in, by their path in it, with `/`. Without those that Kubernetes
 * keeps for itself (`..data` and the like), through which the others are links. None when there is no such folder.
 *
 * @param included names of files that may be longer than others
 */
export function mountedFiles(root: string, included: ReadonlySet<string>, under = ''): MountedFile[] {
  let entries: string[]
  try {
    entries = readdirSync(join(root, under)).toSorted()
  } catch (error) {
    if (isAbsent(error)) return []
    return [{ name: under || '.', path: join(root, under), unread: `it cannot be listed (${codeOf(error)})` }]
  }
  const depth = under.split('/').length
  return entries
    .filter((entry) => !entry.startsWith('..'))
    .flatMap((entry) => {
      const name = under === '' ? entry : `${under}/${entry}`
      const path = join(root, name)
      const largest = included.has(name) ? LARGEST_INCLUDED : LARGEST
      try {
        const read = readRegularFile(path, largest)
        if (!('unfit' in read)) return [{ name, path, bytes: read }]
        if (read.unfit === 'folder' && depth < DEEPEST) return mountedFiles(root, included, name)
        return [{ name, path, unread: reasonOf(read.unfit, largest) }]
      } catch (error) {
        return [{ name, path, unread: `it cannot be read (${codeOf(error)})` }]
      }
    })
}

function reasonOf(unfit: Unfit['unfit'], largest: number): string {
  if (unfit === 'folder') return `it is a folder, ${DEEPEST} folders down: load what is in it with file()`
  if (unfit === 'irregular') return 'it is no regular file'
  return `it is larger than ${largest / 1024} KiB, too much to guess about: load it with file()`
}
