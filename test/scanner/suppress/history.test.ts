import { join } from 'node:path'
import { BASELINE_NAME, formatBaseline, type HistoryOptions, updateBaseline } from '@tacet/scanner'
import { expect, test } from 'vitest'
import { commit, theFinding } from '../../helpers/history.ts'
import { collect, testKey } from '../../helpers/scanning.ts'
import { addFiles, git, tempRepository, tempTree } from '../../helpers/temp-tree.ts'

const [one, two, three] = ['one', 'two', 'three'].map(testKey) as [string, string, string]
const said = 'tacet:allow test-key -- a sample'

/** A history in which one secret is allowed at last, one is in a baseline, and one is neither. */
function repository(): string {
  const root = tempRepository({ 'a.txt': `${one}\n${two}\n` })
  for (let version = 0; version < 5; version++) commit(root, { 'a.txt': `${version}\n${one}\n${two}\n` })
  commit(root, { 'a.txt': `# ${said}\n${one}\n${two}\n${three}\n` })
  commit(root, { 'b.txt': `${two} ${three}\n` })
  git(root, 'gc', '--quiet')
  const { baseline } = updateBaseline(undefined, [{ ruleId: 'test-key', value: two, path: 'a.txt' }], {
    history: true,
  })
  addFiles(root, { [BASELINE_NAME]: formatBaseline(baseline) })
  return root
}

test('readers, threads and what is remembered change nothing that is suppressed', async () => {
  const cwd = repository()
  const cache = tempTree()
  const scan = async (history: HistoryOptions, threads = 1) => {
    const options = { cwd, history, threads, baselines: [BASELINE_NAME], showSuppressed: true }
    const { findings, coverage } = await collect(options)
    return { findings, suppressed: coverage.suppressed, stale: coverage.stale, count: coverage.findings }
  }
  const plain = await scan({ reader: 'git' })
  expect(plain).toMatchObject({ suppressed: { baseline: 1, inline: 1 }, stale: undefined, count: 1 })
  expect(theFinding(plain.findings, two)).toMatchObject({ suppression: { kind: 'baseline' } })
  expect(theFinding(plain.findings, three).suppression).toBeUndefined()
  for (const [history, threads] of [
    [{ reader: 'packs' }, 1],
    [{ reader: 'packs' }, 2],
    [{ cache }, 1],
    [{ cache }, 1],
  ] as const) {
    expect(await scan(history, threads)).toEqual(plain)
  }
})

test('what a range brings in is suppressed like the rest', async () => {
  const cwd = tempRepository({ 'a.txt': 'nothing\n' })
  commit(cwd, { 'a.txt': `${one} # ${said}\n${two}\n` })
  const scan = async (range: string) => {
    const { findings, coverage } = await collect({ cwd, history: { range } })
    return { values: findings.map(({ value }) => value), suppressed: coverage.suppressed }
  }
  expect(await scan('HEAD~1..HEAD')).toEqual({ values: [two], suppressed: { inline: 1 } })
  // Without its comment it is no news: it was there.
  commit(cwd, { 'a.txt': `${one}\n` })
  expect(await scan('HEAD~1..HEAD')).toEqual({ values: [], suppressed: undefined })
})

test('messages and names are known by a baseline', async () => {
  const cwd = tempRepository({ 'a.txt': 'nothing\n' })
  commit(cwd, { [`${one}.txt`]: 'nothing\n' }, `adds ${two}`)
  const found = [one, two].map((value) => ({ ruleId: 'test-key', value, path: 'x' }))
  const { baseline } = updateBaseline(undefined, found, { history: true })
  const file = join(tempTree({ known: formatBaseline(baseline) }), 'known')
  expect((await collect({ cwd, history: true })).findings).toHaveLength(2)
  const { findings, coverage } = await collect({ cwd, history: true, baselines: [file] })
  expect({ findings, suppressed: coverage.suppressed }).toEqual({ findings: [], suppressed: { baseline: 2 } })
})
