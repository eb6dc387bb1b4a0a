import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** In bytes. Guessing takes time, and what is longer is data, or many secrets, which are better declared. */
const LARGEST = 64 * 1024
/** Secrets are mounted as files of a folder, or as files of a folder for each Kubernetes Secret. */
const DEEPEST = 3

/** A mounted file, or why it was not read. */
export type MountedFile = { readonly name: string; readonly path: string } & (
  | { readonly bytes: Buffer }
  | { readonly unread: string }
)

/**
 * The files in the folder that secrets are mounted in, by their path in it, with `/`. Without those that Kubernetes
 * keeps for itself (`..data` and the like), through which the others are links. None when there is no such folder.
 */
export function mountedFiles(root: string, under = ''): MountedFile[] {
  let entries: string[]
  try {
    entries = readdirSync(join(root, under)).toSorted()
  } catch {
    return []
  }
  const depth = under.split('/').length
  return entries
    .filter((entry) => !entry.startsWith('..'))
    .flatMap((entry) => {
      const name = under === '' ? entry : `${under}/${entry}`
      const path = join(root, name)
      try {
        const stats = statSync(path)
        if (stats.isDirectory()) return depth < DEEPEST ? mountedFiles(root, name) : []
        // To read a pipe or a device might take for ever.
        if (!stats.isFile()) return [{ name, path, unread: 'it is no regular file' }]
        if (stats.size > LARGEST)
          return [{ name, path, unread: 'it is larger than 64 KiB: load it with file()' }]
        return [{ name, path, bytes: readFileSync(path) }]
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
        return [{ name, path, unread: `it cannot be read (${code})` }]
      }
    })
}
