import type { Coverage, Finding } from '@tacet/scanner'
import { describe, expect, test } from 'vitest'
import { commit } from '../../helpers/history.ts'
import { assignmentRule, collect, makeRule, testKey } from '../../helpers/scanning.ts'
import { git, tempRepository } from '../../helpers/temp-tree.ts'
import { numbers, packedRepository } from './packed-repository.ts'

interface Collected {
  readonly findings: readonly Finding[]
  readonly coverage: Coverage
}

/** What does not depend on who reads. */
const told = ({ findings, coverage: { files, bytes, objects, commits, skipped } }: Collected) => ({
  findings,
  files,
  bytes,
  objects,
  commits,
  skipped: skipped.map(({ path, reason }) => `${path} ${reason}`).sort(),
})

async function expectSame(
  root: string,
  options: Parameters<typeof collect>[0] = {},
): Promise<readonly Finding[]> {
  const [packs, plain] = await Promise.all(
    (['packs', 'git'] as const).map((reader) =>
      collect({ cwd: root, history: { reader }, threads: 1, ...options }),
    ),
  )
  expect(told(packs!)).toEqual(told(plain!))
  return packs!.findings
}

/** Lines of which no two are the same. */
const numbered = (lines: number): string =>
  Array.from({ length: lines }, (_, index) => `line ${index} of many`).join('\n')

describe('packs are scanned as Git would read them out', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('edited files with secrets now and then, seed %i', async (seed) => {
    const random = numbers(seed)
    let planted = 0
    const root = packedRepository({
      seed,
      commits: 80,
      settings: seed % 2 === 0 ? [] : ['-c', 'pack.depth=250', '-c', 'repack.useDeltaBaseOffset=false'],
      hash: seed % 4 === 0 ? 'sha256' : 'sha1',
      plant: (at) => (random() < 0.1 ? `use ${testKey(`${seed}-${at}`)} here ${planted++}` : undefined),
    })
    const findings = await expectSame(root)
    expect(findings).toHaveLength(planted)
  })

  test('a secret that is only one since what stood between its parts was removed', async () => {
    const key = testKey('joined')
    const filler = numbered(400)
    const root = tempRepository({ 'a.txt': `${filler}\n${key.slice(0, 8)}XX${key.slice(8)}\n${filler}\n` })
    commit(root, { 'a.txt': `${filler}\n${key}\n${filler}\n` })
    git(root, 'repack', '-adfq')
    expect(await expectSame(root)).toHaveLength(1)
  })

  test('a secret that a rename brings out of a folder where it does not count', async () => {
    const rule = makeRule({
      judge: ({ path }) => ({
        confidence: path.startsWith('test/') ? 'low' : 'high',
        reasons: ['by its path'],
      }),
    })
    const text = numbered(300)
    const root = tempRepository({ 'test/a.txt': `${testKey('path')}\n${text}\n` })
    git(root, 'rm', '-q', '--cached', 'test/a.txt')
    commit(root, { 'src/a.txt': `${testKey('path')}\n${text}\nand more\n` })
    git(root, 'repack', '-adfq')
    expect(await expectSame(root, { rules: [rule] })).toHaveLength(1)
  })

  test('a secret in a file that is looked at by its name, made from one that is not', async () => {
    const rule = makeRule({ keywords: [], files: ['password.txt'], pattern: /first\d{5}/dg })
    const text = `first12345\n${numbered(300)}\n`
    const root = tempRepository({ 'a/other.txt': `${text}and more\n` })
    commit(root, { 'b/password.txt': text })
    git(root, 'repack', '-adfq')
    expect(await expectSame(root, { rules: [rule] })).toHaveLength(1)
  })

  test('a secret that a rename of the same ending brings to light', async () => {
    const rule = makeRule({
      judge: ({ path }) => ({
        confidence: path.startsWith('test/') ? 'none' : 'high',
        reasons: ['by its path'],
      }),
    })
    const text = `${testKey('path')}\n${numbered(300)}\n`
    const root = tempRepository({ 'test/a.txt': `${text}and more\n` })
    git(root, 'rm', '-q', '--cached', 'test/a.txt')
    commit(root, { 'src/b.txt': text })
    git(root, 'repack', '-adfq')
    expect(await expectSame(root, { rules: [rule] })).toHaveLength(1)
  })

  test('a secret that stands since what was taken for a better one no longer is', async () => {
    const better = makeRule({
      contextReach: 300,
      judge: ({ text }) => ({
        confidence: text.includes('example') ? 'low' : 'none',
        reasons: ['an example'],
      }),
    })
    const weaker = { ...assignmentRule, contextReach: 0, pattern: /pass=(?<secret>tk-[a-z0-9]{12})/dg }
    const file = (words: string): string =>
      `${numbered(300)}\n${words}\n${numbered(12)}\npass=${testKey('better')}\n`
    const root = tempRepository({ 'a.txt': file('this is an example') })
    commit(root, { 'a.txt': file('this is') })
    git(root, 'repack', '-adfq')
    expect(await expectSame(root, { rules: [better, weaker] })).toHaveLength(1)
  })

  test('a secret that is one by what stands far from it and from the word that tells it', async () => {
    const key = testKey('far')
    const rule = makeRule({
      keywords: ['begins'],
      pattern: new RegExp(`begins[a-z0-9 \\n]{0,6000}ends (?<secret>${key})`, 'dg'),
      longest: 6100,
    })
    const file = (between: string): string =>
      `${numbered(200)}\nbegins ${numbered(150)}${between}${numbered(150)} ends ${key}\n${numbered(200)}\n`
    const root = tempRepository({ 'a.txt': file(' # ') })
    commit(root, { 'a.txt': file(' , ') })
    commit(root, { 'a.txt': file(' ') })
    commit(root, { 'a.txt': file(' - ') })
    git(root, 'repack', '-adfq')
    const [{ history } = {}] = await expectSame(root, { rules: [rule] })
    expect(history?.versions).toBe(1)
  })

  test.each([1, 2, 3])('secrets that what stands around them makes and unmakes, seed %i', async (seed) => {
    const near = makeRule({
      contextReach: 300,
      judge: ({ text }) => ({
        confidence: text.includes('alive') ? 'high' : 'none',
        reasons: ['by its context'],
      }),
    })
    // It is taken for the better one where both match, and then is too little to be told.
    const better = makeRule({
      id: 'better',
      keywords: ['doc:'],
      pattern: /doc: ?tk-[a-z0-9]{12}/dg,
      longest: 20,
      contextReach: 0,
      judge: () => ({ confidence: 'low', reasons: ['an example'] }),
    })
    const named = { ...assignmentRule, pattern: /pass=\s{0,9}(?:doc: ?)?(?<secret>tk-[a-z0-9]{12})/dg }
    const random = numbers(seed)
    const root = packedRepository({
      seed,
      commits: 120,
      settings: [],
      hash: 'sha1',
      plant: (at) => {
        const key = testKey(`${seed}-${at}`)
        const texts = [key, `doc: ${key}`, 'alive', 'pass=', 'doc:', `pass=doc: ${key}`, `pass=${key}`]
        return texts[Math.floor(random() * texts.length)]
      },
    })
    expect((await expectSame(root, { rules: [near, better, named] })).length).toBeGreaterThan(5)
  })

  test('other contents, names, messages and tags', async () => {
    const key = (name: string): string => testKey(name)
    const words = Array.from({ length: 300 }, (_, index) => `word${index}`).join('\n')
    const root = tempRepository({
      'utf16.txt': Buffer.from(`\ufeff${words}\n${key('utf16')}\n`, 'utf16le'),
      'binary.bin': Buffer.concat([Buffer.alloc(9000), Buffer.from(`\0${key('binary')}\0`)]),
      'image.png': Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500, 0x81)]),
      'late-zero.txt': Buffer.concat([Buffer.from(words.repeat(8)), Buffer.from(`\0\n${key('zero')}\n`)]),
      'pointer.txt': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
      [`named-${key('name')}.txt`]: 'x',
      'naïve.txt': key('naive'),
    })
    commit(root, { 'binary.bin': Buffer.concat([Buffer.alloc(9001), Buffer.from(`\0${key('binary2')}\0`)]) })
    commit(root, { 'a.txt': words }, `message ${key('message')}`)
    git(root, 'tag', '-a', '-m', `tag ${key('tag')}`, 'v1')
    git(root, 'repack', '-adfq')
    const found = await expectSame(root, { rules: [makeRule(), assignmentRule] })
    expect(found.length).toBeGreaterThanOrEqual(7)
  })

  test('objects that are partly packed', async () => {
    const root = tempRepository({ 'a.txt': `${testKey('packed')}\n` })
    git(root, 'repack', '-adfq')
    commit(root, { 'b.txt': `${testKey('loose')}\n` })
    expect(await expectSame(root)).toHaveLength(2)
  })

  test('how many files there are is told once they are known', async () => {
    const root = packedRepository({ seed: 3, commits: 20, settings: [], hash: 'sha1' })
    const listed = git(root, 'cat-file', '--batch-all-objects', '--batch-check=%(objecttype)').split('\n')
    const seen: unknown[] = []
    const onProgress = (progress: unknown) => seen.push(progress)
    await collect({ cwd: root, history: true, onProgress })
    const files = listed.filter((type) => type === 'blob').length
    expect(seen.at(-1)).toMatchObject({ files, total: files })
  })

  test('the largest files that are looked at', async () => {
    const root = tempRepository({
      'a.txt': `${testKey('small')}\n`,
      'b.txt': `${testKey('large')}\n${'x\n'.repeat(99)}`,
    })
    git(root, 'repack', '-adfq')
    expect(await expectSame(root, { maxFileSize: 100 })).toHaveLength(1)
  })
})
