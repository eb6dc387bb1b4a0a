import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import {
  type Coverage,
  createScan,
  type Finding,
  mergeReports,
  reporters,
  type ScanOptions,
  shardOf,
} from '@tacet/scanner'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joined } from '../helpers/findings.ts'
import { testKey, testRules } from '../helpers/scanning.ts'
import { addFiles, git, tempRepository, tempTree } from '../helpers/temp-tree.ts'

/** The JSON report of a scan. */
const report = async (options: ScanOptions): Promise<string> => {
  const scan = createScan({ rules: testRules, showValues: true, ...options })
  const outcome = async () => ({ coverage: await scan.coverage })
  return joined(reporters.json({ findings: scan, outcome }, { version: '1.2.3' }))
}

/** The reports of all shards of a scan. */
const shards = (options: ScanOptions, count: number) =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => ({
      name: `${index + 1}.json`,
      text: await report({ ...options, shard: { index: index + 1, count } }),
    })),
  )

const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

/** What has to be the same whether a scan was cut into shards or not. */
const comparable = (findings: readonly Finding[], { duration, shard, skipped, ...coverage }: Coverage) => ({
  findings,
  coverage,
  skipped: skipped.toSorted(byPath),
})

const expectWhole = async (options: ScanOptions, count: number): Promise<Coverage> => {
  const { findings, coverage } = JSON.parse(await report(options)) as {
    findings: Finding[]
    coverage: Coverage
  }
  const parts = await shards(options, count)
  // In whatever order they are found.
  const merged = mergeReports(parts.toReversed())
  expect(comparable(merged.findings, merged.coverage)).toEqual(comparable(findings, coverage))
  return coverage
}

const names = fc.constantFrom('a', 'b', 'Z', 'é', '文', 'x.jar!', 'a b')
const paths = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))
const contents = fc.oneof(
  fc.nat(20).map((seed) => `one ${testKey(`${seed}`)}\ntwo ${testKey(`${seed + 1}`)}\n`),
  fc.nat(20).map((seed) => gzipSync(`zipped ${testKey(`${seed}`)}\n`)),
  fc.constantFrom('plain\n', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'x'.repeat(3000)),
)
const trees = fc.dictionary(paths, contents, { minKeys: 2, maxKeys: 25 })

/** Writes what a file system can hold of a tree: where a name is a file and a folder, it is the first of them. */
const write = (root: string, files: Record<string, string | Uint8Array>): void => {
  for (const [name, content] of Object.entries(files)) {
    try {
      mkdirSync(dirname(join(root, name)), { recursive: true })
      writeFileSync(join(root, name), content)
    } catch {}
  }
}

describe('shards', () => {
  it('joined are the report of the whole, in order, for any tree and number', async () => {
    let findings = 0
    await fc.assert(
      fc.asyncProperty(trees, trees, fc.integer({ min: 1, max: 5 }), async (one, two, count) => {
        const cwd = tempTree({ 'last/plain.txt': 'plain\n' })
        write(join(cwd, 'second'), one)
        write(join(cwd, 'first'), two)
        const list = Buffer.from('first\nsecond/a\nlast/gone.txt\n')
        // The same files by several ways; the second root comes before the first.
        const given = { cwd, paths: ['second', 'first', '.'], filesFrom: [list], maxFileSize: 2000 }
        findings += (await expectWhole(given, count)).findings
      }),
      { numRuns: 40, seed: 61 },
    )
    expect(findings).toBeGreaterThan(100)
  })

  it('of histories are whole repositories, submodules among them', async () => {
    const cwd = tempTree()
    const inner = tempRepository({ 'inner.txt': `${testKey('inner')}\n` })
    for (let index = 0; index < 6; index++) {
      const root = join(cwd, 'repos', `r${index}`)
      mkdirSync(root, { recursive: true })
      git(root, 'init', '--quiet', '--initial-branch=main')
      addFiles(root, { 'a.txt': `${testKey(`r${index}`)}\n`, 'b.txt': `${testKey('same')}\n` })
      git(root, 'add', '--all')
      git(root, 'commit', '--quiet', '--message=first')
      addFiles(root, { 'a.txt': 'gone\n' })
      git(root, 'commit', '--quiet', '--all', '--message=second')
    }
    const last = join(cwd, 'repos', 'r5')
    git(last, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'sub')
    git(last, 'commit', '--quiet', '--message=third')
    const paths = Array.from({ length: 6 }, (_, index) => `repos/r${5 - index}`)
    const options = { cwd, paths, history: true } as const
    const { findings, sources } = await expectWhole(options, 3)
    expect([findings, sources.length]).toEqual([13, 7])
    const parts = await shards(options, 3)
    const counts = parts.map(({ text }) => (JSON.parse(text) as { findings: unknown[] }).findings.length)
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(1)
  }, 60_000)

  it('with nothing in them are no error, unless there is nothing in any', async () => {
    const one = tempTree({ 'a.txt': `${testKey('a')}\n` })
    await expectWhole({ cwd: one }, 5)
    const none = { cwd: tempTree({ 'a.png': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') }) }
    const parts = await shards(none, 2)
    expect(() => mergeReports(parts)).toThrow(expect.objectContaining({ code: 'nothing-scanned' }))
    await expect(report({ cwd: tempTree(), shard: { index: 1, count: 2 } })).rejects.toMatchObject({
      code: 'nothing-scanned',
    })
    await expect(report({ ...none, shard: { index: 1, count: 1 } })).rejects.toMatchObject({
      code: 'nothing-scanned',
    })
  })

  it('say which they are, and what decides what they find', async () => {
    const cwd = tempTree({ 'a.txt': 'a\n', 'b.txt': 'b\n' })
    const scan = createScan({ cwd, rules: testRules, shard: { index: 2, count: 3 } })
    const { coverage } = await scan.collect()
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)
    expect(coverage.shard).toEqual({
      index: 2,
      count: 3,
      listed: 2,
      listing: sha256,
      settings: sha256,
      mayBeNothing: false,
    })
  })

  it('are those that anyone can compute', () => {
    // printf %s src/config.ts | sha256sum begins with c3095d50.
    const numbers = [1, 2, 3, 4].map((count) => shardOf('src/config.ts', count))
    expect(numbers).toEqual([1, 2, 3, 4].map((count) => (0xc3095d50 % count) + 1))
    expect(numbers).toEqual([1, 1, 3, 1])
  })

  it.each([
    { index: 0, count: 2 },
    { index: 3, count: 2 },
    { index: 1, count: 0 },
    { index: 1.5, count: 2 },
  ])('are counted from 1 in whole numbers: %j', async (shard) => {
    await expect(report({ cwd: tempTree({ a: 'a' }), shard })).rejects.toMatchObject({
      code: 'invalid-option',
    })
  })

  it('are not to be had of a stream', async () => {
    const shard = { index: 1, count: 2 }
    await expect(report({ input: [Buffer.from('a')], shard })).rejects.toMatchObject({
      code: 'invalid-option',
    })
  })
})
