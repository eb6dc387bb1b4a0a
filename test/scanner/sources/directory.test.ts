import { execFileSync } from 'node:child_process'
import { chmodSync, linkSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { collect, paths, places, testKey } from '../../helpers/scanning.ts'
import { addFiles, tempTree } from '../../helpers/temp-tree.ts'

const key = `${testKey('tree')}\n`
const posix = test.skipIf(process.platform === 'win32')
const scanned = async (cwd: string, ...given: string[]) =>
  paths((await collect({ cwd, ...(given.length > 0 ? { paths: given } : {}) })).findings)

describe('a directory that is in no work tree', () => {
  test('every file but those of .git and those that ignore files name', async () => {
    const root = tempTree({
      '.env': key,
      'src/a.ts': key,
      '.git/config': key,
      '.gitignore': 'dist\n*.log\n!keep.log\n/only-here\n',
      'dist/a.js': key,
      'b.log': key,
      'keep.log': key,
      'only-here': key,
      'src/only-here': key,
      'src/dist': key,
      'sub/.gitignore': '!b.log\nsecret*\n',
      'sub/b.log': key,
      'sub/secret.txt': key,
      'sub/deep/secret.txt': key,
      'sub/deep/.gitignore': '!secret.txt\n',
    })
    expect(await scanned(root)).toEqual([
      '.env',
      'keep.log',
      'src/a.ts',
      'src/only-here',
      'sub/b.log',
      'sub/deep/secret.txt',
    ])
  })

  test('paths are told as they were given', async () => {
    const root = tempTree({ 'a/b/c.txt': key })
    expect(await scanned(root, 'a')).toEqual(['a/b/c.txt'])
    expect(await scanned(root, './a/')).toEqual(['a/b/c.txt'])
    expect(await scanned(join(root, 'a'), '../a/b/c.txt')).toEqual(['../a/b/c.txt'])
    expect(await scanned('/', join(root, 'a'))).toEqual([`${root}/a/b/c.txt`.replaceAll('\\', '/')])
  })

  test('a file that is given is scanned though it is ignored, and once though it is given twice', async () => {
    const root = tempTree({ '.gitignore': '*.log\n', 'a.log': key, 'b.log': key })
    expect(await scanned(root, 'a.log')).toEqual(['a.log'])
    const { findings, coverage } = await collect({ cwd: root, paths: ['a.log', '.', join(root, 'a.log')] })
    expect(places(findings)).toEqual(['a.log:1:1'])
    expect(coverage.files).toBe(2)
  })
})

describe('globs', () => {
  const tree = () =>
    tempTree({
      '.gitignore': 'node_modules\n',
      'src/a.ts': key,
      'src/b.js': key,
      'src/.hidden/c.ts': key,
      'node_modules/d.ts': key,
    })

  test('select among what is not ignored', async () => {
    expect(await scanned(tree(), '**/*.ts')).toEqual(['src/.hidden/c.ts', 'src/a.ts'])
    expect(await scanned(tree(), '{src,other}/*.{ts,js}')).toEqual(['src/a.ts', 'src/b.js'])
  })

  test('that name an ignored folder want what is in it', async () => {
    expect(await scanned(tree(), 'node_modules/*.ts')).toEqual(['node_modules/d.ts'])
  })

  test('a file whose name reads like a glob is that file', async () => {
    const root = tempTree({ '[id].ts': key, 'i.ts': key })
    expect(await scanned(root, '[id].ts')).toEqual(['[id].ts'])
  })
})

describe('what is no plain file', () => {
  posix('links are not followed; those out of the tree are told from those inside', async () => {
    const outside = tempTree({ 'secret.txt': key, 'dir/secret.txt': key })
    const root = tempTree({ 'a.txt': key, 'dir/b.txt': key })
    symlinkSync('a.txt', join(root, 'inside'))
    symlinkSync('dir', join(root, 'inside-dir'))
    symlinkSync(join(outside, 'secret.txt'), join(root, 'out'))
    symlinkSync(join(outside, 'dir'), join(root, 'out-dir'))
    symlinkSync('nowhere', join(root, 'broken'))
    const { findings, coverage } = await collect({ cwd: root })
    expect(paths(findings)).toEqual(['a.txt', 'dir/b.txt'])
    expect(coverage.skipped).toEqual([
      { path: 'broken', reason: 'outside', detail: 'leads nowhere' },
      { path: 'inside', reason: 'link' },
      { path: 'inside-dir', reason: 'link' },
      { path: 'out', reason: 'outside' },
      { path: 'out-dir', reason: 'outside' },
    ])
  })

  posix('a link that is given is followed: it was asked for', async () => {
    const root = tempTree({ 'real/a.txt': key })
    symlinkSync('real', join(root, 'link'))
    expect(await scanned(root, 'link')).toEqual(['link/a.txt'])
  })

  test('a hard link is a file like any other', async () => {
    const root = tempTree({ 'a.txt': key })
    linkSync(join(root, 'a.txt'), join(root, 'b.txt'))
    expect(await scanned(root)).toEqual(['a.txt', 'b.txt'])
  })

  posix('pipes are skipped and do not block', async () => {
    const root = tempTree({ 'a.txt': key })
    execFileSync('mkfifo', [join(root, 'pipe')])
    const { coverage } = await collect({ cwd: root })
    expect(coverage.skipped).toEqual([{ path: 'pipe', reason: 'not-a-file' }])
  })

  // Whoever is root can read all, so there is nothing to see then.
  const nonRoot = test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)
  nonRoot('what cannot be read is told, file and folder', async () => {
    const root = tempTree({ 'a.txt': key, 'b.txt': key, 'dir/c.txt': key })
    chmodSync(join(root, 'b.txt'), 0)
    chmodSync(join(root, 'dir'), 0)
    const { coverage } = await collect({ cwd: root })
    await expect(collect({ cwd: root, paths: ['dir'] })).rejects.toMatchObject({ code: 'not-readable' })
    chmodSync(join(root, 'dir'), 0o700)
    expect(coverage.skipped).toEqual([
      { path: 'dir', reason: 'unreadable', detail: 'EACCES' },
      { path: 'b.txt', reason: 'unreadable', detail: 'EACCES' },
    ])
  })

  test('larger files than allowed are skipped', async () => {
    const root = tempTree({ 'a.txt': key, 'b.txt': key.repeat(100) })
    const { findings, coverage } = await collect({ cwd: root, maxFileSize: 100 })
    expect(paths(findings)).toEqual(['a.txt'])
    expect(coverage.skipped).toEqual([{ path: 'b.txt', reason: 'too-large', detail: '1600 bytes' }])
  })
})

describe('odd names', () => {
  posix('line breaks, options and blanks', async () => {
    const names = ['--help', '-rf', 'a\nb', ' ', 'a\tb"c', '\\back', '#!', '..foo', '...']
    const root = tempTree(Object.fromEntries(names.map((name) => [name, key])))
    expect(await scanned(root)).toEqual([...names].sort())
    expect(await scanned(root, '--help')).toEqual(['--help'])
  })

  test.skipIf(process.platform !== 'linux')('bytes that are not UTF-8', async () => {
    const root = tempTree({ 'a.txt': key })
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0x66, 0xff, 0x6f])]), key)
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0x66, 0xfe, 0x6f])]), key)
    expect(await scanned(root)).toEqual(['a.txt', 'f\\xfeo', 'f\\xffo'])
  })
})

test('a huge file is scanned in bounded memory', async () => {
  const root = tempTree({ 'huge.txt': `${key}` })
  truncateSync(join(root, 'huge.txt'), 300_000_000)
  writeFileSync(join(root, 'huge.txt'), `\n${key}`, { flag: 'a' })
  const before = process.memoryUsage().rss
  let most = 0
  const watch = () => {
    most = Math.max(most, process.memoryUsage().rss)
  }
  const { findings, coverage } = await collect({ cwd: root, onProgress: watch })
  expect(findings.map(({ location }) => location.column)).toEqual([1, 300_000_002])
  expect(coverage.bytes).toBe(300_000_017)
  expect(most - before).toBeLessThan(100_000_000)
})

test('files that come and go are no errors', async () => {
  const root = tempTree({ 'a.txt': key, 'b.txt': key })
  const scan = await collect({
    cwd: root,
    paths: ['a.txt', 'b.txt'],
    input: (function* () {
      yield Buffer.from('x')
    })(),
  })
  expect(scan.coverage.files).toBe(3)
  rmSync(join(root, 'b.txt'))
  addFiles(root, { 'c.txt': key })
  expect(await scanned(root)).toEqual(['a.txt', 'c.txt'])
})
