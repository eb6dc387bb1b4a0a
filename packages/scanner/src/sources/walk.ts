import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import type { Ignore } from 'ignore'
import type { Skip } from '../coverage.ts'
import type { FileEntry, Pacing } from './entry.ts'
import { join, printedName, shown } from './names.ts'

export interface WalkOptions {
  /** Leave out what `.gitignore` files at and below the root say. */
  readonly ignoreFiles: boolean
  /** What findings show before the names below the root. */
  readonly prefix: string
  readonly pacing: Pacing
}

/** The rules of one `.gitignore`, and the length of the path prefix that they do not see. */
interface IgnoreFile {
  readonly rules: Ignore
  readonly depth: number
}

interface Directory {
  readonly file: string | Buffer
  /** Relative to the root, with a `/` at its end; empty for the root. */
  readonly name: string
  readonly ignoreFiles: readonly IgnoreFile[]
}

/** Every file below a directory, `.git` left out. Links are listed and not followed. */
export async function walk(
  root: string | Buffer,
  options: WalkOptions,
): Promise<{ entries: FileEntry[]; skipped: Skip[] }> {
  const entries: FileEntry[] = []
  const skipped: Skip[] = []
  // Where Git lists what there is, it is not needed.
  const { default: ignore } = await import('ignore')
  const pending: Directory[] = [{ file: root, name: '', ignoreFiles: [] }]
  for (let directory = pending.pop(); directory; directory = pending.pop()) {
    await options.pacing.breathe()
    let children: readonly Child[]
    try {
      children = list(directory.file)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'ENOENT' || directory.name === '') {
        const path =
          directory.name === '' ? options.prefix : shown(options.prefix, directory.name.slice(0, -1))
        skipped.push({ path, reason: 'unreadable', detail: `${code}` })
      }
      continue
    }
    const ignoreFiles = options.ignoreFiles ? withIgnoreFile(directory, children, ignore) : []
    for (const { name, printed, isDirectory } of children) {
      if (printed === '.git') continue
      const path = directory.name + printed + (isDirectory ? '/' : '')
      if (isIgnored(path, ignoreFiles)) continue
      const file = join(directory.file, name)
      if (isDirectory) pending.push({ file, name: path, ignoreFiles })
      else entries.push({ path: shown(options.prefix, path), name: path, file })
    }
  }
  return { entries, skipped }
}

interface Child {
  readonly name: string | Buffer
  readonly printed: string
  readonly isDirectory: boolean
}

/** Names as text, which is quick; as bytes where one cannot be told from its text. */
function list(directory: string | Buffer): readonly Child[] {
  const children = readdirSync(directory, { withFileTypes: true })
  if (children.some(({ name }) => name.includes('\ufffd'))) {
    return readdirSync(directory, { withFileTypes: true, encoding: 'buffer' }).map((child) =>
      toChild(child, printedName(child.name)),
    )
  }
  return children.map((child) => toChild(child, child.name))
}

function toChild<Name extends string | Buffer>(child: Dirent<Name>, printed: string): Child {
  return { name: child.name, printed, isDirectory: child.isDirectory() }
}

function withIgnoreFile(
  directory: Directory,
  children: readonly Child[],
  ignore: () => Ignore,
): readonly IgnoreFile[] {
  if (!children.some(({ printed, isDirectory }) => printed === '.gitignore' && !isDirectory)) {
    return directory.ignoreFiles
  }
  try {
    const rules = ignore().add(readFileSync(join(directory.file, '.gitignore'), 'utf8'))
    return [{ rules, depth: directory.name.length }, ...directory.ignoreFiles]
  } catch {
    // The file is listed like any other, and reported there when it cannot be read.
    return directory.ignoreFiles
  }
}

/** The rules nearest to the file decide, as in Git. */
function isIgnored(path: string, ignoreFiles: readonly IgnoreFile[]): boolean {
  for (const { rules, depth } of ignoreFiles) {
    const { ignored, unignored } = rules.test(path.slice(depth))
    if (ignored || unignored) return ignored
  }
  return false
}
