import { execFileSync } from 'node:child_process'
import { createScan, type HistoryOptions } from '@tacet/scanner'
import { describe, expect, test } from 'vitest'
import { credential } from '../../helpers/credentials.ts'
import { commit, scanHistory, theFinding } from '../../helpers/history.ts'
import { makeRule, testKey, testRules } from '../../helpers/scanning.ts'
import { git, tempRepository, tempTree } from '../../helpers/temp-tree.ts'

const COMMITS = 4000

/** So many objects that workers are started: files that change over and over, with credentials here and there. */
function largeRepository(): string {
  const root = tempTree()
  git(root, 'init', '--quiet', '--initial-branch=main')
  const input: string[] = []
  for (let index = 0; index < COMMITS; index++) {
    const secret = index % 501 === 0 ? `token = '${credential('npm-access-token', 1 + index / 501)}'\n` : ''
    const text = `file ${index % 40}\nversion ${index}\n${secret}${'same\n'.repeat(40)}`
    input.push(
      `commit refs/heads/main\nmark :${index + 1}\n`,
      `committer Nobody <nobody@example.com> ${1_600_000_000 + index} +0000\ndata 0\n`,
      index === 0 ? '' : `from :${index}\n`,
      `M 100644 inline dir${index % 7}/file${index % 40}.ts\ndata ${text.length}\n${text}\n`,
    )
  }
  execFileSync('git', ['fast-import', '--quiet'], { cwd: root, input: input.join('') })
  return root
}

describe('the same findings in the same order', () => {
  test('whoever reads, and on however many threads', async () => {
    const root = largeRepository()
    const results = []
    for (const reader of ['git', 'packs'] as const) {
      for (const threads of [1, 2, 3]) {
        const { findings, coverage } = await createScan({ cwd: root, history: { reader }, threads }).collect()
        const { commits, objects, files, bytes, skipped } = coverage
        results.push({ findings, counts: { commits, objects, files, bytes, skipped } })
      }
    }
    expect(results[0]!.counts).toMatchObject({ commits: COMMITS, files: COMMITS, skipped: [] })
    expect(results[0]!.findings).toHaveLength(8)
    // A file holds it until its next version, and comes again after the least common multiple of 7 and 40.
    const ids = git(root, 'rev-list', '--reverse', '--topo-order', 'main').trim().split('\n')
    const traced = results[0]!.findings.map(({ history }) => [history?.commit, history?.removedIn?.commit])
    const planted = Array.from({ length: 8 }, (_, index) => 501 * index)
    expect(traced).toEqual(planted.map((at) => [ids[at], ids[at + 280]]))
    for (const { findings } of results) expect(findings).toEqual(results[0]!.findings)
    for (const { counts } of results) expect(counts.commits).toBe(COMMITS)
  })
})

test('a scan that is stopped tells what it has found', async () => {
  const root = tempRepository({ 'a.txt': `${testKey('a')}\n` })
  for (let index = 0; index < 5; index++) commit(root, { 'b.txt': `${testKey(`b${index}`)}\n` })
  const controller = new AbortController()
  const rule = makeRule({
    judge: () => {
      controller.abort()
      return { confidence: 'high', reasons: [] }
    },
  })
  const scan = createScan({
    cwd: root,
    history: { reader: 'git' },
    rules: [rule],
    showValues: true,
    signal: controller.signal,
  })
  const found: string[] = []
  await expect(
    (async () => {
      for await (const { value } of scan) found.push(value!)
    })(),
  ).rejects.toMatchObject({ code: 'aborted' })
  expect(found).not.toEqual([])
})

test('a file that is larger than what is looked at once', async () => {
  const filler = 'nothing to see here\n'.repeat(600_000)
  const root = tempRepository({ 'a.txt': `${filler}${testKey('end')}\n` })
  for (const reader of ['git', 'packs'] satisfies HistoryOptions['reader'][]) {
    const { findings, coverage } = await scanHistory(root, { reader })
    expect(theFinding(findings, testKey('end')).location).toMatchObject({ path: 'a.txt', line: 600_001 })
    expect(coverage.bytes).toBeGreaterThan(filler.length)
  }
  const small = createScan({ cwd: root, history: { reader: 'git' }, maxFileSize: 1000, rules: testRules })
  expect((await small.collect()).coverage.skipped).toMatchObject([{ path: 'a.txt', reason: 'too-large' }])
})
