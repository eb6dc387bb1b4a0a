import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { commit, scanHistory, theFinding } from '../../helpers/history.ts'
import { collect, paths, testKey } from '../../helpers/scanning.ts'
import { addFiles, git, tempRepository, tempTree } from '../../helpers/temp-tree.ts'

const key = testKey('one')
const posix = test.skipIf(process.platform === 'win32')

/** A repository in whose history a secret came and went. */
const leaky = (): string => {
  const root = tempRepository({ 'a.txt': `${key}\n` })
  commit(root, { 'a.txt': 'clean\n' })
  return root
}

const clone = (from: string, ...args: string[]): string => {
  const to = join(tempTree(), 'clone')
  git(from, 'clone', '--quiet', ...args, `file://${from}`, to)
  return to
}

afterEach(() => vi.unstubAllEnvs())

describe('every kind of repository', () => {
  test('bare and mirror', async () => {
    const root = leaky()
    for (const kind of ['--bare', '--mirror']) {
      const { findings } = await scanHistory(clone(root, kind))
      expect(theFinding(findings, key)).toMatchObject({
        location: { path: 'a.txt' },
        history: { refs: ['refs/heads/main'] },
      })
    }
  })

  test('from a folder in it, and by a path to it', async () => {
    const root = leaky()
    mkdirSync(join(root, 'deep'))
    expect(paths((await collect({ cwd: join(root, 'deep'), history: true })).findings)).toEqual(['a.txt'])
    const above = join(root, '..')
    const name = root.slice(above.length + 1)
    const { findings } = await collect({ cwd: above, paths: [name], history: true })
    expect(paths(findings)).toEqual([`${name}/a.txt`])
  })

  posix('from a folder that a link leads to', async () => {
    const root = leaky()
    const link = join(tempTree(), 'link')
    symlinkSync(root, link)
    expect(paths((await scanHistory(link)).findings)).toEqual(['a.txt'])
  })

  test('a linked work tree, with a detached HEAD and an index of its own', async () => {
    const root = leaky()
    const linked = join(tempTree(), 'linked')
    git(root, 'worktree', 'add', '--quiet', '--detach', linked)
    const id = commit(linked, { 'b.txt': `${testKey('linked')}\n` })
    addFiles(linked, { 'c.txt': `${testKey('index')}\n` })
    git(linked, 'add', 'c.txt')
    for (const directory of [root, linked]) {
      const { findings } = await scanHistory(directory)
      expect(paths(findings)).toEqual(['a.txt', 'b.txt', 'c.txt'])
      expect(theFinding(findings, testKey('linked')).history).toMatchObject({ commit: id, tips: ['HEAD'] })
    }
  })

  test('submodules, under their paths', async () => {
    const inner = leaky()
    const root = tempRepository({ 'b.txt': `${testKey('outer')}\n` })
    git(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'lib/inner')
    const { findings, coverage } = await scanHistory(root)
    expect(paths(findings)).toEqual(['b.txt', 'lib/inner/a.txt'])
    expect(coverage.sources.map(({ root: each }) => each)).toEqual([root, join(root, 'lib/inner')])
  })

  posix('no submodule that leads out of the repository', async () => {
    const outside = leaky()
    const root = tempRepository({ 'b.txt': 'nothing\n' })
    const id = git(root, 'rev-parse', 'HEAD').trim()
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${id},link`)
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${id},file`)
    symlinkSync(outside, join(root, 'link'))
    addFiles(root, { 'file/.git': `gitdir: ${join(outside, '.git')}\n` })
    const { findings, coverage } = await scanHistory(root)
    expect(findings).toEqual([])
    expect(coverage.sources).toHaveLength(1)
  })

  test('objects that are kept by another', async () => {
    const root = clone(leaky(), '--shared')
    expect(readdirSync(join(root, '.git', 'objects')).sort()).toEqual(['info', 'pack'])
    expect(paths((await scanHistory(root)).findings)).toEqual(['a.txt'])
  })

  test('SHA-256', async () => {
    const root = tempTree()
    git(root, 'init', '--quiet', '--initial-branch=main', '--object-format=sha256')
    const id = commit(root, { 'a.txt': `${key}\n`, 'dir/b.txt': 'b' })
    const last = commit(root, { 'a.txt': 'clean\n' })
    expect(id).toHaveLength(64)
    expect(theFinding((await scanHistory(root)).findings, key).history).toMatchObject({
      commit: id,
      removedIn: { commit: last },
    })
  })

  test('packed, with deltas', async () => {
    const text = Array.from({ length: 400 }, (_, index) => `line ${index}\n`).join('')
    const root = tempRepository({ 'a.txt': text })
    const id = commit(root, { 'a.txt': `${text}${key}\n` })
    for (let version = 0; version < 20; version++) commit(root, { 'a.txt': `${version}\n${text}` })
    git(root, 'gc', '--quiet')
    const { findings, coverage } = await scanHistory(root)
    expect(theFinding(findings, key)).toMatchObject({ location: { line: 401 }, history: { commit: id } })
    expect(coverage).toMatchObject({ commits: 22, objects: 66 })
  })

  test('a sparse work tree', async () => {
    const root = tempRepository({ 'in/a.txt': 'a', 'out/b.txt': `${key}\n` })
    git(root, 'sparse-checkout', 'set', 'in')
    expect(paths((await scanHistory(root)).findings)).toEqual(['out/b.txt'])
  })
})

describe('what is not all there', () => {
  test('a shallow clone is an error that says how to deepen it, unless it is allowed', async () => {
    const root = clone(leaky(), '--depth=1')
    await expect(scanHistory(root)).rejects.toMatchObject({
      code: 'shallow',
      message: expect.stringContaining('git fetch --unshallow'),
    })
    const { findings, coverage } = await scanHistory(root, { allowShallow: true })
    expect(findings).toEqual([])
    expect(coverage.commits).toBe(1)
  })

  test('a range in a shallow clone is one only where it is cut', async () => {
    const source = leaky()
    commit(source, { 'b.txt': 'b' })
    commit(source, { 'b.txt': `${testKey('new')}\n` })
    const root = clone(source, '--depth=2')
    expect(paths((await scanHistory(root, { range: 'HEAD~1..HEAD' })).findings)).toEqual(['b.txt'])
    await expect(scanHistory(root, { since: '2000-01-01' })).rejects.toMatchObject({ code: 'shallow' })
    await expect(scanHistory(root, { range: 'HEAD~3..HEAD' })).rejects.toMatchObject({
      code: 'unresolved-range',
      message: expect.stringContaining('shallow'),
    })
  })

  test('what a partial clone left out is told and not fetched', async () => {
    const source = leaky()
    git(source, 'config', 'uploadpack.allowFilter', 'true')
    const root = clone(source, '--filter=blob:none')
    const before = git(root, 'count-objects', '-v')
    const { coverage } = await scanHistory(root)
    expect(coverage.skipped).toMatchObject([
      { reason: 'missing', detail: expect.stringMatching(/^1 object/) },
    ])
    expect((await scanHistory(root, { allowMissing: true })).coverage.skipped).toEqual([])
    expect(git(root, 'count-objects', '-v')).toBe(before)
  })

  test('a corrupt object is told, and the others are scanned', async () => {
    const root = leaky()
    commit(root, { 'b.txt': `${testKey('other')}\n`, 'c.txt': 'damaged soon' })
    const id = git(root, 'rev-parse', 'HEAD:c.txt').trim()
    const file = join(root, '.git', 'objects', id.slice(0, 2), id.slice(2))
    rmSync(file)
    writeFileSync(file, 'nonsense')
    const { findings, coverage } = await scanHistory(root)
    expect(paths(findings)).toEqual(['a.txt', 'b.txt'])
    expect(coverage.skipped).toContainEqual({
      path: 'c.txt',
      reason: 'unreadable',
      detail: expect.any(String),
    })
  })

  test('behind a corrupt tree all that is there is scanned', async () => {
    const root = tempRepository({ 'dir/a.txt': `${key}\n` })
    const id = git(root, 'rev-parse', 'HEAD:dir').trim()
    rmSync(join(root, '.git', 'index'))
    const file = join(root, '.git', 'objects', id.slice(0, 2), id.slice(2))
    rmSync(file)
    writeFileSync(file, 'nonsense')
    const { findings, coverage } = await scanHistory(root)
    expect(theFinding(findings, key).location.path).toMatch(/^\.git\/blob\//)
    expect(coverage.skipped.some(({ reason }) => reason === 'unreadable')).toBe(true)
  })

  test('before and after a corrupt tree commits are told', async () => {
    const root = tempRepository({ 'dir/a.txt': `${key}\n` })
    const first = git(root, 'rev-parse', 'HEAD').trim()
    const broken = commit(root, { 'dir/b.txt': 'b\n' })
    commit(root, { 'dir/b.txt': 'c\n' })
    const last = commit(root, { 'c.txt': `${testKey('last')}\n` })
    const end = commit(root, { 'c.txt': 'clean\n' })
    const id = git(root, 'rev-parse', `${broken}:dir`).trim()
    const file = join(root, '.git', 'objects', id.slice(0, 2), id.slice(2))
    rmSync(file)
    writeFileSync(file, 'nonsense')
    const { findings, coverage } = await scanHistory(root)
    expect(theFinding(findings, key).history).toMatchObject({ commit: first, paths: ['dir/a.txt'] })
    expect(theFinding(findings, testKey('last')).history).toMatchObject({
      commit: last,
      paths: ['c.txt'],
      removedIn: { commit: end },
    })
    expect(coverage.skipped.some(({ reason }) => reason === 'unreadable')).toBe(true)
  })

  test('pointers to files that Git LFS keeps', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`
    const root = tempRepository({ 'big.bin': pointer })
    expect((await scanHistory(root)).coverage.skipped).toEqual([{ path: 'big.bin', reason: 'lfs' }])
  })

  test('nothing', async () => {
    await expect(scanHistory(tempRepository())).rejects.toMatchObject({ code: 'nothing-scanned' })
    await expect(scanHistory(tempTree())).rejects.toMatchObject({ code: 'not-a-repository' })
  })

  posix('Git', async () => {
    const root = leaky()
    vi.stubEnv('PATH', tempTree())
    await expect(scanHistory(root)).rejects.toMatchObject({ code: 'git-not-found' })
  })
})

describe('odd names', () => {
  test.skipIf(process.platform !== 'linux')('that are not UTF-8, or hold control characters', async () => {
    const root = tempRepository({ 'a.txt': 'a', 'line\nfeed/tab\t"': `${testKey('odd')}\n` })
    const file = Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0x66, 0xff])])
    writeFileSync(file, `${key}\n`)
    commit(root, { 'ü.txt': `${testKey('umlaut')}\n` })
    const { findings } = await scanHistory(root)
    expect(paths(findings)).toEqual(['f\\xff', 'line\nfeed/tab\t"', 'ü.txt'])
    expect(theFinding(findings, key).history!.paths).toEqual(['f\\xff'])
  })

  test('of refs that look like options', async () => {
    const root = leaky()
    for (const name of ['--all', '-q', '--output=x', '--not']) {
      git(root, 'update-ref', `refs/heads/${name}`, 'HEAD~1')
    }
    const { findings } = await scanHistory(root)
    expect(theFinding(findings, key).history!.tips).toEqual([
      'refs/heads/--all',
      'refs/heads/--not',
      'refs/heads/--output=x',
      'refs/heads/-q',
    ])
    expect(readdirSync(root).sort()).toEqual(['.git', 'a.txt'])
    await expect(scanHistory(root, { branch: '--all' })).rejects.toMatchObject({ code: 'unresolved-range' })
  })
})

// Only root can give a repository away.
test.skipIf(process.getuid?.() !== 0)('a repository of another owner is read like any other', async () => {
  const root = leaky()
  execFileSync('chown', ['-R', '12345', root])
  expect(paths((await scanHistory(root)).findings)).toEqual(['a.txt'])
})
