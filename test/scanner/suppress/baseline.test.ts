import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  BASELINE_NAME,
  type BaselineEntry,
  createScan,
  findBaselines,
  formatBaseline,
  mergeReports,
  parseBaseline,
  readBaseline,
  reporters,
  type ScanOptions,
  type UpdateOptions,
  updateBaseline,
} from '@tacet/scanner'
import { describe, expect, test } from 'vitest'
import { joined } from '../../helpers/findings.ts'
import { commit } from '../../helpers/history.ts'
import { collect, makeRule, places, testKey, testRules } from '../../helpers/scanning.ts'
import { addFiles, git, tempRepository, tempTree } from '../../helpers/temp-tree.ts'

const key = testKey('one')
const other = testKey('two')
/** One that is long enough not to be guessed, and one that a rule finds by its name. */
const long = `pass = ${'long-enough '.repeat(3).trim().replaceAll(' ', '_')}`

/** Has the findings of today, or of the history, in the baseline of a folder. */
async function learn(cwd: string, options: UpdateOptions = {}) {
  const [file] = findBaselines(['.'], cwd)
  const before = file === undefined ? undefined : readBaseline(file, cwd, options.key)
  const { findings } = await collect({ cwd, ...(options.history ? { history: true } : {}) })
  const found = findings.map(({ ruleId, value, location }) => ({
    ruleId,
    value: value!,
    path: location.path,
  }))
  const updated = updateBaseline(before, found, options)
  writeFileSync(join(cwd, BASELINE_NAME), formatBaseline(updated.baseline))
  return updated
}

const scan = (cwd: string, options: ScanOptions = {}) =>
  collect({ cwd, baselines: findBaselines(['.'], cwd), ...options })

test('a round trip: found, known, known where it moves to, found when it changes', async () => {
  const cwd = tempTree({ 'a.txt': `one ${key}\n`, 'b.txt': `${long}\n` })
  expect(places((await scan(cwd)).findings)).toEqual(['a.txt:1:5', 'b.txt:1:8'])
  const { added, known, stale } = await learn(cwd, { fields: { reason: 'samples', owner: '@us' } })
  expect({ added, known, stale }).toEqual({ added: [0, 1], known: 0, stale: 0 })

  const clean = await scan(cwd)
  expect(clean.findings).toEqual([])
  expect(clean.coverage).toMatchObject({ findings: 0, suppressed: { baseline: 2 } })
  expect(clean.coverage).not.toHaveProperty('stale')
  const shown = await scan(cwd, { showSuppressed: true })
  expect(shown.findings[0]!.suppression).toEqual({
    kind: 'baseline',
    reason: 'samples',
    owner: '@us',
    where: expect.stringMatching(/^\.tacet-baseline:\d+$/),
  })

  addFiles(cwd, { 'a.txt': '', 'c.txt': `\n\n${key} ${key}\n` })
  expect((await scan(cwd)).findings).toEqual([])
  // Beside it, on the same line, another one.
  addFiles(cwd, { 'c.txt': `\n\n${key} ${other}\n` })
  expect(places((await scan(cwd)).findings)).toEqual(['c.txt:3:17'])
  addFiles(cwd, { 'b.txt': `${long}er\n` })
  expect(places((await scan(cwd)).findings)).toEqual(['b.txt:1:8', 'c.txt:3:17'])
})

test('all threads know it, and shards that are joined', async () => {
  const cwd = tempTree(Object.fromEntries([1, 2, 3, 4].map((n) => [`${n}.txt`, `${key} ${testKey(`${n}`)}`])))
  const { baseline } = await learn(cwd)
  const entries = baseline.entries.filter(({ path }) => path < '3')
  writeFileSync(join(cwd, BASELINE_NAME), formatBaseline({ ...baseline, entries }))
  const [one, two] = await Promise.all([1, 2].map((threads) => scan(cwd, { threads })))
  expect(places(one!.findings)).toEqual(['3.txt:1:17', '4.txt:1:17'])
  expect(one!.coverage.suppressed).toEqual({ baseline: 6 })
  expect(two!.findings).toEqual(one!.findings)

  const report = async (options: ScanOptions) => {
    const { findings, coverage } = await scan(cwd, options)
    const outcome = () => ({ coverage })
    return joined(reporters.json({ findings, outcome }, { version: '1.2.3' }))
  }
  const shard = async (index: number, options: ScanOptions = {}) => ({
    name: `${index}.json`,
    text: await report({ shard: { index, count: 2 }, showSuppressed: true, ...options }),
  })
  const whole = JSON.parse(await report({ showSuppressed: true }))
  const merged = mergeReports([await shard(1), await shard(2)])
  expect(merged.findings).toEqual(whole.findings)
  expect(merged.coverage.suppressed).toEqual({ baseline: 6 })
  const parts = [await shard(1), await shard(2, { baselines: [] })]
  expect(() => mergeReports(parts)).toThrow('different rules or options')
})

test('a secret of several lines is known with other line ends', () => {
  const of = (value: string) => [{ ruleId: 'test-key', value, path: 'a' }]
  const before = updateBaseline(undefined, of('one\ntwo\n')).baseline
  expect(updateBaseline(before, of('one\r\ntwo\r\n'))).toMatchObject({ added: [], known: 1 })
  expect(updateBaseline(before, of('one\n\ntwo\n'))).toMatchObject({ added: [0] })
})

describe('what an entry says', () => {
  const write = async (fields: Partial<BaselineEntry>) => {
    const cwd = tempTree({ 'a.txt': key })
    const { baseline } = await learn(cwd)
    const entries = baseline.entries.map((entry) => ({ ...entry, ...fields }))
    writeFileSync(join(cwd, BASELINE_NAME), formatBaseline({ ...baseline, entries }))
    return scan(cwd)
  }

  test('until a day: after it the finding is told, and why', async () => {
    expect((await write({ until: '2999-01-01' })).findings).toEqual([])
    const { findings, coverage } = await write({ until: '2020-01-01' })
    expect(findings).toHaveLength(1)
    expect(findings[0]!.note).toMatch(
      /^its entry in the baseline \(\.tacet-baseline:\d+\) ended on 2020-01-01$/,
    )
    expect(coverage).not.toHaveProperty('stale')
  })

  test('counts for its rule alone', async () => {
    expect((await write({ ruleId: 'test-assignment' })).findings).toHaveLength(1)
  })
})

describe('an update', () => {
  test('keeps what entries say, and those without a finding unless they are pruned', async () => {
    const cwd = tempTree({ 'a.txt': `${key}\n`, 'b.txt': `${other}\n` })
    await learn(cwd, { fields: { reason: 'first', until: '2999-01-01' } })
    addFiles(cwd, { 'b.txt': `${testKey('three')}\n` })
    const second = await learn(cwd, { fields: { reason: 'second' } })
    expect(second).toMatchObject({ added: [1], known: 1, stale: 1 })
    expect(second.baseline.entries).toHaveLength(3)
    const { coverage } = await scan(cwd)
    expect(coverage.stale).toEqual([
      { ruleId: 'test-key', path: 'b.txt', where: expect.stringMatching(/^\.tacet-baseline:\d+$/) },
    ])
    const third = await learn(cwd, { prune: true })
    expect(third).toMatchObject({ added: [], known: 2, stale: 1 })
    expect(third.baseline.entries.map(({ path, reason }) => [path, reason]).sort()).toEqual([
      ['a.txt', 'first'],
      ['b.txt', 'second'],
    ])
  })

  test('of a history knows of what today there is no more', async () => {
    const cwd = tempRepository({ 'a.txt': key })
    commit(cwd, { 'a.txt': 'gone\n', 'b.txt': other })
    await learn(cwd)
    await learn(cwd, { history: true })
    const whole = await scan(cwd, { history: true })
    expect(whole.findings).toEqual([])
    expect(whole.coverage.suppressed).toEqual({ baseline: 2 })
    expect(whole.coverage).not.toHaveProperty('stale')
    // What is of the past is not looked for today.
    expect((await scan(cwd)).coverage).not.toHaveProperty('stale')
    expect((await learn(cwd, { prune: true })).baseline.entries).toHaveLength(2)
    commit(cwd, { 'b.txt': 'gone too\n' })
    expect((await scan(cwd)).coverage.stale).toHaveLength(1)
  })
})

test('a scan of a part does not tell what is stale', async () => {
  const cwd = tempRepository({ 'a/a.txt': key, 'b/b.txt': other })
  await learn(cwd)
  addFiles(cwd, { 'a/a.txt': 'gone\n' })
  git(cwd, 'add', '.')
  expect((await scan(cwd)).coverage.stale).toHaveLength(1)
  for (const part of [
    { paths: ['b'] },
    { staged: true },
    { shard: { index: 1, count: 2 } },
    { threshold: 'very-high' as const },
    { paths: ['b/b.txt'], input: [Buffer.from('x')] },
  ]) {
    expect((await scan(cwd, part)).coverage).not.toHaveProperty('stale')
  }
  expect(
    (await collect({ cwd: join(cwd, 'a'), paths: ['..'], baselines: ['../.tacet-baseline'] })).coverage.stale,
  ).toEqual([expect.objectContaining({ where: expect.stringMatching(/^\.\.\/\.tacet-baseline:\d+$/) })])
})

test('baselines that were begun apart hide what either knows', async () => {
  const cwd = tempTree({ 'a.txt': `${key}\n` })
  const one = (await learn(cwd)).baseline
  addFiles(cwd, {
    'a.txt': `${other}\n`,
    [BASELINE_NAME]: formatBaseline({ ...one, salts: ['0'.repeat(32)], entries: [] }),
  })
  const two = (await learn(cwd)).baseline
  const both = { salts: [...one.salts, ...two.salts], entries: [...one.entries, ...two.entries] }
  addFiles(cwd, { 'a.txt': `${key} ${other}\n`, [BASELINE_NAME]: formatBaseline(both) })
  expect((await scan(cwd)).findings).toEqual([])
  const { baseline } = await learn(cwd)
  expect(baseline.salts).toHaveLength(1)
  expect((await scan(cwd)).findings).toEqual([])
})

describe('with a key', () => {
  test('nobody without it can use the baseline, or test a guess', async () => {
    const cwd = tempTree({ 'a.txt': key })
    await learn(cwd, { key: 'dev-only-not-a-real-key' })
    const text = formatBaseline(readBaseline(BASELINE_NAME, cwd, 'dev-only-not-a-real-key'))
    expect(text).toMatch(/^key-check [\da-f]{32}$/m)
    expect((await scan(cwd, { baselineKey: 'dev-only-not-a-real-key' })).findings).toEqual([])
    await expect(scan(cwd)).rejects.toThrow('.tacet-baseline is made with a key: give it in TACET_KEY')
    await expect(scan(cwd, { baselineKey: 'another' })).rejects.toThrow('with another key than TACET_KEY')
    const { salts, entries } = parseBaseline(text, 'b')
    const unkeyed = updateBaseline({ salts, entries: [] }, [{ ruleId: 'test-key', value: key, path: 'a' }])
    expect(unkeyed.baseline.entries[0]!.fingerprint).not.toBe(entries[0]!.fingerprint)
  })

  test('a baseline without one stays so', async () => {
    const cwd = tempTree({ 'a.txt': key })
    await learn(cwd)
    await learn(cwd, { key: 'dev-only-not-a-real-key' })
    expect((await scan(cwd)).findings).toEqual([])
  })
})

test('two baselines of the same secrets have nothing in common', () => {
  const found = [key, 'x'.repeat(50)].map((value) => ({ ruleId: 'test-key', value, path: 'a' }))
  const texts = [1, 2].map(() =>
    updateBaseline(undefined, found).baseline.entries.map(({ fingerprint }) => fingerprint),
  )
  expect(new Set(texts.flat()).size).toBe(4)
})

describe('the baseline of a path', () => {
  test('is the nearest up to the root of its repository', () => {
    const cwd = tempRepository({ 'p/q/a.txt': 'x', 'p/.tacet-baseline': 'x', '.tacet-baseline': 'x' })
    const of = (...paths: string[]) => findBaselines(paths, cwd).map((file) => file.slice(cwd.length + 1))
    expect(of('.')).toEqual(['.tacet-baseline'])
    expect(of('p/q/a.txt', 'p', 'p/q/*.txt', 'none')).toEqual(['p/.tacet-baseline', '.tacet-baseline'])
  })

  test('is in its folder only, outside of a repository', () => {
    const cwd = tempTree({ '.tacet-baseline': 'x', 'p/a.txt': 'x' })
    expect(findBaselines(['.'], cwd)).toHaveLength(1)
    expect(findBaselines(['p', 'p/a.txt'], cwd)).toEqual([])
  })

  test.skipIf(process.platform === 'win32')(
    'is not what a link in a repository leads to outside of it',
    () => {
      const elsewhere = tempTree({ known: 'x' })
      const cwd = tempRepository({ 'a.txt': 'x', 'p/.tacet-baseline': 'x' })
      symlinkSync('p/.tacet-baseline', join(cwd, '.tacet-baseline'))
      expect(findBaselines(['.'], cwd)).toHaveLength(1)
      for (const name of ['known', 'not-there-yet']) {
        rmSync(join(cwd, '.tacet-baseline'))
        symlinkSync(join(elsewhere, name), join(cwd, '.tacet-baseline'))
        expect(() => findBaselines(['a.txt'], cwd)).toThrow(
          /is a link that leads out of .*: put the file itself/,
        )
      }
    },
  )

  test('is an error when it cannot be read', async () => {
    const cwd = tempTree({ 'a.txt': 'x', 'd/a.txt': 'x', damaged: '# tacet baseline 1\nwhat\n' })
    const failing = (file: string) =>
      createScan({ cwd, rules: testRules, baselines: [file] })
        .collect()
        .catch(({ code, message }) => [code, message])
    expect(await failing('none')).toEqual(['invalid-baseline', expect.stringContaining('none (ENOENT)')])
    expect(await failing('d')).toEqual(['invalid-baseline', expect.stringContaining('is no file')])
    expect(await failing('damaged')).toEqual(['invalid-baseline', expect.stringContaining('damaged:2: ')])
  })
})

test('no rule finds anything in a baseline', async () => {
  const cwd = tempTree({ 'a.txt': `${key}\n${long}\n` })
  const { baseline } = await learn(cwd)
  const entries = [
    'stripe-secret-key',
    'generic-secret',
    'password',
    'api-key',
    'aws-secret-access-key',
  ].flatMap((ruleId) =>
    baseline.entries.map((entry) => ({ ...entry, ruleId, path: `config/${ruleId}.env`, owner: '@me' })),
  )
  for (const keyCheck of [undefined, 'f'.repeat(3) + baseline.salts[0]!.slice(3)]) {
    const text = formatBaseline({ ...baseline, entries, ...(keyCheck === undefined ? {} : { keyCheck }) })
    const scan = createScan({ input: [Buffer.from(text)], threshold: 'low' })
    expect((await scan.collect()).findings.map(({ ruleId, excerpt }) => [ruleId, excerpt])).toEqual([])
  }
})

test('of the file itself only what is no entry is looked at: what is said in it, and what is hidden in it', async () => {
  const hex = makeRule({
    id: 'test-hex',
    keywords: ['aba'],
    pattern: /(?<![\da-f])[\da-f]{32}(?![\da-f])/dg,
    longest: 32,
  })
  const digits = 'ab'.repeat(16)
  const lines = [
    '# tacet baseline 1',
    `${digits} test-key a.txt`,
    `${digits} test-key a.txt owner=@us -- ${key}`,
    `${digits} test-key ${key}`,
    `${digits} ${key} a.txt`,
    `${digits} test-key`,
    `${digits.toUpperCase()} test-key ${digits}`,
    key,
  ]
  const cwd = tempTree({ [BASELINE_NAME]: `${lines.join('\n')}\n`, 'a.txt': `${lines[1]}\n` })
  const { findings } = await collect({ cwd, rules: [makeRule(), hex] })
  expect(findings.map(({ ruleId, location }) => `${location.path}:${location.line} ${ruleId}`)).toEqual([
    '.tacet-baseline:3 test-key',
    '.tacet-baseline:4 test-key',
    '.tacet-baseline:5 test-hex',
    '.tacet-baseline:5 test-key',
    '.tacet-baseline:6 test-hex',
    '.tacet-baseline:7 test-hex',
    '.tacet-baseline:8 test-key',
    'a.txt:1 test-hex',
  ])
})
