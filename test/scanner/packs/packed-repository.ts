import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { git, tempTree } from '../../helpers/temp-tree.ts'

/** Numbers from 0 to 1, the same for the same seed: https://en.wikipedia.org/wiki/Linear_congruential_generator */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A repository of one pack, in which files of words were edited many times. Returns its `.git`. */
export function packedRepository(of: {
  readonly seed: number
  readonly commits: number
  readonly settings: readonly string[]
  readonly hash: string
  /** What to put into a file now and then. */
  readonly plant?: (commit: number) => string | undefined
}): string {
  const root = tempTree()
  git(root, 'init', '--quiet', '--bare', `--object-format=${of.hash}`, '--initial-branch=main')
  const random = numbers(of.seed)
  const below = (most: number): number => Math.floor(random() * most)
  const line = (): string => Array.from({ length: 3 + below(8) }, () => `word${below(500)}`).join(' ')
  const files = new Map<string, string[]>()
  const stream: string[] = []
  for (let commit = 0; commit < of.commits; commit++) {
    const name = `src/${below(3)}/file${below(5)}.txt`
    const lines = files.get(name) ?? Array.from({ length: 20 + below(600) }, line)
    files.set(name, lines)
    for (let edits = 1 + below(3); edits > 0; edits--) {
      const at = below(lines.length)
      if (below(2) === 0) lines.splice(at, below(4), line())
      else lines.splice(at, 0, ...lines.splice(below(lines.length), below(10)))
    }
    const planted = of.plant?.(commit)
    if (planted !== undefined) lines.splice(below(lines.length), 0, planted)
    const content = `${lines.join('\n')}\n`
    stream.push(
      'commit refs/heads/main',
      `committer Nobody <nobody@example.com> ${1_600_000_000 + commit} +0000`,
      'data 4',
      'edit',
      `M 100644 inline ${name}`,
      `data ${content.length}`,
      content,
    )
  }
  execFileSync('git', ['-C', root, 'fast-import', '--quiet'], { input: `${stream.join('\n')}\n` })
  git(root, ...of.settings, 'repack', '-adfq')
  return root
}

/** The only pack of a repository. */
export function packOf(root: string): string {
  const directory = [join(root, '.git', 'objects', 'pack'), join(root, 'objects', 'pack')]
  for (const each of directory) {
    try {
      const file = readdirSync(each).find((name) => name.endsWith('.pack'))
      if (file) return join(each, file)
    } catch {
      // A bare repository has no `.git`.
    }
  }
  throw new Error('the repository has no pack')
}
