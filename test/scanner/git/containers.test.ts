import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { commit, scanHistory, theFinding } from '../../helpers/history.ts'
import { collect, places, testKey } from '../../helpers/scanning.ts'
import { addFiles, git, tempRepository } from '../../helpers/temp-tree.ts'

const key = testKey('one')
const other = testKey('two')

const notebook = (...cells: string[]): string =>
  JSON.stringify({
    cells: cells.map((source) => ({ cell_type: 'code', source: [source], outputs: [], metadata: {} })),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  })

describe.each(['git', 'packs'] as const)('files that hold others, read by %s', (reader) => {
  test('a secret in one, in every version of it', async () => {
    const root = tempRepository({ 'lib/a.txt.gz': gzipSync(`first\n${key}\n`) })
    const first = git(root, 'rev-parse', 'HEAD').trim()
    commit(root, { 'lib/a.txt.gz': gzipSync(`zero\nfirst\n${key}\n`) })
    rmSync(join(root, 'lib'), { recursive: true })
    const last = commit(root, {})
    git(root, 'gc', '--quiet')
    const { findings, coverage } = await scanHistory(root, { reader })
    expect(theFinding(findings, key)).toMatchObject({
      location: { path: expect.stringMatching(/^lib\/a\.txt\.gz!\//), line: 2 },
      history: { commit: first, versions: 2, paths: ['lib/a.txt.gz'], removedIn: { commit: last } },
    })
    expect(coverage.skipped).toEqual([])
  })

  test('a secret in a cell of a notebook', async () => {
    const root = tempRepository({ 'a.ipynb': notebook('x = 1\n', `print(1)\nkey = "${key}"\n`) })
    git(root, 'gc', '--quiet')
    const { findings } = await scanHistory(root, { reader })
    const work = (await collect({ cwd: root })).findings
    expect(findings.map(({ location }) => location)).toEqual(work.map(({ location }) => location))
    expect(theFinding(findings, key).location.path).toMatch(/^a\.ipynb!\//)
  })
})

test('staged: only what the file did not hold before', async () => {
  const root = tempRepository({ 'a.gz': gzipSync(`${key}\n`) })
  addFiles(root, { 'a.gz': gzipSync(`${key}\n${other}\n`), 'b.gz': gzipSync(`${key}\n`) })
  git(root, 'add', '--all')
  const { findings } = await collect({ cwd: root, staged: true })
  expect(places(findings)).toEqual([
    expect.stringMatching(/^a\.gz!.*:2:1$/),
    expect.stringMatching(/^b\.gz!.*:1:1$/),
  ])
})
