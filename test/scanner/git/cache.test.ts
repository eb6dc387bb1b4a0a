import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createScan, type Finding, type HistoryOptions, type ScanOptions } from '@tacet/scanner'
import { describe, expect, test } from 'vitest'
import { credential } from '../../helpers/credentials.ts'
import { commit } from '../../helpers/history.ts'
import { git, tempRepository, tempTree } from '../../helpers/temp-tree.ts'

const line = `const token = '${credential('npm-access-token')}'\n`

/** With the rules of the product: what others find cannot be remembered. */
const scan = (root: string, history: HistoryOptions, options: ScanOptions = {}) =>
  createScan({ cwd: root, history, ...options }).collect()

const withoutTime = ({ history, ...finding }: Finding) => ({ ...finding, history })

/** A clean commit, one with a secret, and one that takes it away. */
const repository = (): string => {
  const root = tempRepository({ 'a.ts': 'clean\n', 'dir/b.ts': 'clean too\n' })
  commit(root, { 'a.ts': line })
  commit(root, { 'a.ts': 'clean again\n' })
  return root
}

const files = (cache: string): string[] =>
  readdirSync(cache, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  )

describe.each(['git', 'packs'] as const)('what was clean, read by %s', (reader) => {
  test('is not looked at again, and the findings are the same', async () => {
    const root = repository()
    if (reader === 'packs') git(root, 'gc', '--quiet')
    const cache = tempTree()
    const cold = await scan(root, { cache, reader })
    expect(cold.findings).toHaveLength(1)
    expect(cold.coverage).not.toHaveProperty('known')
    const warm = await scan(root, { cache, reader })
    expect(warm.findings.map(withoutTime)).toEqual(cold.findings.map(withoutTime))
    // All but the file with the secret.
    expect(warm.coverage).toMatchObject({ objects: 1, known: cold.coverage.objects! - 1, skipped: [] })
    commit(root, { 'c.ts': `// new\n${line}` })
    const more = await scan(root, { cache, reader })
    expect(more.findings[0]!.history).toMatchObject({ versions: 2, paths: ['a.ts', 'c.ts'] })
    expect(more.coverage.objects).toBe(4)
  })
})

test('is told by nobody who looks for something else', async () => {
  const root = tempRepository({ 'a.ts': line, 'b.ts': 'clean\n' })
  const cache = tempTree()
  await scan(root, { cache })
  expect((await scan(root, { cache }, { threshold: 'high' })).coverage).not.toHaveProperty('known')
  expect((await scan(root, { cache }, { decodeDepth: 0 })).coverage).not.toHaveProperty('known')
  expect((await scan(root, { cache }, { showValues: true })).coverage).toHaveProperty('known')
})

test('a name with a secret is found again', async () => {
  const root = tempRepository({ [`dir/${credential('npm-access-token')}.txt`]: 'x\n', 'dir/b.txt': 'b' })
  commit(root, { 'dir/b.txt': 'c' })
  const cache = tempTree()
  for (let time = 0; time < 3; time++) {
    const { findings } = await scan(root, { cache, reader: 'git' })
    expect(findings).toMatchObject([{ history: { kind: 'file-name' } }])
  }
})

test('what was not looked at to its end is looked at again', async () => {
  const root = tempRepository({ 'a.bin': Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]) })
  const cache = tempTree()
  const { coverage } = await scan(root, { cache })
  expect(coverage.skipped).toMatchObject([{ reason: 'binary' }])
  expect((await scan(root, { cache })).coverage.skipped).toEqual(coverage.skipped)
})

test('a damaged file is as good as none, and many become one', async () => {
  const root = repository()
  const cache = tempTree()
  const { findings } = await scan(root, { cache })
  const [file] = files(cache)
  const bytes = readFileSync(file!)
  bytes[bytes.length - 1]! ^= 1
  writeFileSync(file!, bytes)
  const again = await scan(root, { cache })
  expect(again.coverage).not.toHaveProperty('known')
  expect(again.findings).toEqual(findings)
  for (let time = 0; time < 12; time++) {
    commit(root, { 'a.ts': `clean ${time}\n` })
    await scan(root, { cache, reader: 'git' })
  }
  expect(files(cache).length).toBeLessThan(11)
  expect((await scan(root, { cache })).coverage.objects).toBe(1)
})

test('scans that run at the same time', async () => {
  const root = repository()
  const cache = tempTree()
  const all = await Promise.all(Array.from({ length: 4 }, () => scan(root, { cache })))
  for (const { findings } of all) expect(findings).toEqual(all[0]!.findings)
  expect((await scan(root, { cache })).coverage.objects).toBe(1)
  expect(files(cache).every((file) => !file.endsWith('.tmp'))).toBe(true)
})

test('is never read from the repository itself, nor written to it', async () => {
  const root = repository()
  for (const cache of [root, join(root, 'x', 'y'), join(root, '.git', 'cache')]) {
    await scan(root, { cache })
    expect((await scan(root, { cache })).coverage).not.toHaveProperty('known')
  }
  expect(readdirSync(root).sort()).toEqual(['.git', 'a.ts', 'dir'])
})

// Root may write anywhere.
test.skipIf(process.getuid?.() === 0)('a directory that cannot be written is no failure', async () => {
  const cache = join(tempTree(), 'cache')
  mkdirSync(cache)
  chmodSync(cache, 0o500)
  expect((await scan(repository(), { cache })).findings).toHaveLength(1)
})
