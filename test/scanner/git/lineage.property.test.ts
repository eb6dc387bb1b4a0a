import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanHistory } from '../../helpers/history.ts'
import { testKey } from '../../helpers/scanning.ts'
import { git, tempTree } from '../../helpers/temp-tree.ts'

const KEYS = ['one', 'two', 'three'].map(testKey)
const PATHS = ['a.txt', 'b.txt', 'dir/c.txt']

/** The content of each path after a commit: which of the keys it holds, with something that tells versions apart. */
type Tree = Readonly<Record<string, string>>

interface Commit {
  readonly parents: readonly number[]
  readonly tree: Tree
}

const change = fc.record({
  path: fc.constantFrom(...PATHS),
  keys: fc.subarray(KEYS, { maxLength: 1 }),
  salt: fc.nat({ max: 3 }),
  gone: fc.nat({ max: 3 }).map((number) => number === 0),
})
const step = fc.record({
  from: fc.nat({ max: 3 }),
  merged: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  changes: fc.array(change, { maxLength: 2 }),
})

/** Commits, each after its parents: a merge takes the tree of its first parent, or any content of its own. */
function commitsOf(
  steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
): readonly Commit[] {
  const commits: Commit[] = []
  for (const { from, merged, changes } of steps) {
    const last = commits.length - 1
    const parents = last < 0 ? [] : [Math.max(0, last - from)]
    if (merged !== undefined && last - merged >= 0 && last - merged !== parents[0])
      parents.push(last - merged)
    const tree: Record<string, string> = { ...(parents[0] === undefined ? {} : commits[parents[0]]!.tree) }
    for (const { path, keys, salt, gone } of changes) {
      if (gone) delete tree[path]
      else tree[path] = `${salt}\n${keys.join('\n')}\n`
    }
    commits.push({ parents, tree })
  }
  return commits
}

/** Writes them with `git fast-import`. Returns their ids. */
function importCommits(root: string, commits: readonly Commit[]): readonly string[] {
  const input = commits.map(({ parents, tree }, index) => {
    const who = `Nobody <nobody@example.com> ${1_600_000_000 + 60 * index} +0000`
    const links = parents.map((parent, nth) => `${nth === 0 ? 'from' : 'merge'} :${parent + 1}\n`).join('')
    const files = Object.entries(tree)
      .map(([path, text]) => `M 100644 inline ${path}\ndata ${text.length}\n${text}\n`)
      .join('')
    const head = `commit refs/heads/b${index}\nmark :${index + 1}\ncommitter ${who}\ndata 0\n`
    return `${head}${links}deleteall\n${files}\n`
  })
  const marks = `${root}/marks`
  execFileSync('git', ['fast-import', '--quiet', `--export-marks=${marks}`], {
    cwd: root,
    input: input.join(''),
  })
  const ids = new Map(
    execFileSync('cat', [marks], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.slice(1).split(' ') as [string, string]),
  )
  return commits.map((_, index) => ids.get(`${index + 1}`)!)
}

const has = ({ tree }: Commit, key: string): boolean => Object.values(tree).some((text) => text.includes(key))

/** Where a key came from and went, by looking at the whole tree of every commit. */
function expected(commits: readonly Commit[], ids: readonly string[], key: string) {
  let first: number | undefined
  let removed: number | undefined
  const reaches: boolean[] = []
  commits.forEach((commit, index) => {
    const before = commit.parents.map((parent) => has(commits[parent]!, key))
    if (has(commit, key) && !before.includes(true)) {
      first ??= index
      removed = undefined
    }
    if (!has(commit, key) && before.length > 0 && !before.includes(false)) removed = index
    reaches.push(has(commit, key) || commit.parents.some((parent) => reaches[parent]))
  })
  if (first === undefined) return undefined
  const branches = (holds: (index: number) => boolean): string[] =>
    ids.flatMap((_, index) => (holds(index) ? [`refs/heads/b${index}`] : [])).sort()
  const trees = commits.flatMap(({ tree }) => Object.entries(tree))
  return {
    commit: ids[first],
    removedIn: removed === undefined ? undefined : ids[removed],
    paths: [...new Set(trees.flatMap(([path, text]) => (text.includes(key) ? [path] : [])))].sort(),
    versions: new Set(trees.flatMap(([, text]) => (text.includes(key) ? [text] : []))).size,
    tips: branches((index) => has(commits[index]!, key)),
    refs: branches((index) => reaches[index]!),
  }
}

test('the same as looking at every file of every commit, in any history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }), async (steps) => {
      const root = tempTree()
      git(root, 'init', '--quiet')
      const commits = commitsOf(steps)
      const ids = importCommits(root, commits)
      const { findings } = await scanHistory(root)
      for (const key of KEYS) {
        const found = findings.find(({ value }) => value === key)?.history
        expect(
          found && {
            commit: found.commit,
            removedIn: found.removedIn?.commit,
            paths: found.paths,
            versions: found.versions,
            tips: [...found.tips].sort(),
            refs: [...found.refs].sort(),
          },
        ).toEqual(expected(commits, ids, key))
      }
    }),
    { numRuns: 20, seed: 20261124 },
  )
})
