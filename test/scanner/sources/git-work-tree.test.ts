import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { collect, paths, testKey } from '../../helpers/scanning.ts'
import { addFiles, git, tempRepository, tempTree } from '../../helpers/temp-tree.ts'

const key = `${testKey('git')}\n`
const posix = test.skipIf(process.platform === 'win32')
const scanned = async (cwd: string, ...given: string[]) =>
  paths((await collect({ cwd, ...(given.length > 0 ? { paths: given } : {}) })).findings)

afterEach(() => vi.unstubAllEnvs())

describe('what is scanned', () => {
  test('tracked files, and untracked ones that are not ignored', async () => {
    const root = tempRepository({ 'tracked.txt': key, 'tracked-though-ignored.log': key })
    addFiles(root, { '.gitignore': '*.log\nbuild/\n', 'new.txt': key, 'new.log': key, 'build/a.txt': key })
    addFiles(root, { 'sub/.gitignore': '/local\n', 'sub/local': key, 'sub/b.txt': key })
    const { findings, coverage } = await collect({ cwd: root })
    expect(paths(findings)).toEqual(['new.txt', 'sub/b.txt', 'tracked-though-ignored.log', 'tracked.txt'])
    expect(coverage.sources).toEqual([{ kind: 'git-work-tree', root }])
  })

  test('the work tree as it is, not the index', async () => {
    const root = tempRepository({ 'a.txt': 'nothing\n', 'b.txt': key, 'c.txt': key })
    addFiles(root, { 'a.txt': key })
    rmSync(join(root, 'b.txt'))
    const { findings, coverage } = await collect({ cwd: root })
    expect(paths(findings)).toEqual(['a.txt', 'c.txt'])
    expect(coverage.skipped).toEqual([])
  })

  test('only what is below the path that is given', async () => {
    const root = tempRepository({ 'a.txt': key, 'sub/b.txt': key, 'subway/c.txt': key })
    expect(await scanned(root, 'sub')).toEqual(['sub/b.txt'])
    expect(await scanned(join(root, 'sub'))).toEqual(['b.txt'])
  })

  test('before the first commit', async () => {
    const root = tempRepository()
    addFiles(root, { 'a.txt': key })
    expect(await scanned(root)).toEqual(['a.txt'])
  })

  test('what info/exclude leaves out is ignored', async () => {
    const root = tempRepository({ 'a.txt': key })
    addFiles(root, { '.git/info/exclude': 'b.txt\n', 'b.txt': key })
    expect(await scanned(root)).toEqual(['a.txt'])
  })

  test('each file once in an unfinished merge', async () => {
    const root = tempRepository({ 'a.txt': 'one\n' })
    git(root, 'checkout', '--quiet', '-b', 'other')
    addFiles(root, { 'a.txt': `two ${key}` })
    git(root, 'commit', '--quiet', '--all', '--message=two')
    git(root, 'checkout', '--quiet', 'main')
    addFiles(root, { 'a.txt': `three ${key}` })
    git(root, 'commit', '--quiet', '--all', '--message=three')
    expect(() => git(root, 'merge', 'other')).toThrow()
    const { findings, coverage } = await collect({ cwd: root })
    expect(findings).toHaveLength(2)
    expect(coverage.files).toBe(1)
  })
})

describe('an ignored path that is given is scanned', () => {
  const repository = () => {
    const root = tempRepository({ '.gitignore': 'node_modules\n*.log\n' })
    addFiles(root, {
      'node_modules/p/a.js': key,
      'node_modules/p/.gitignore': '*\n',
      'node_modules/q/b.js': key,
      'c.log': key,
      'venv/.gitignore': '*\n',
      'venv/d.py': key,
    })
    return root
  }

  test('a folder, with all that is in it', async () => {
    const all = ['node_modules/p/a.js', 'node_modules/q/b.js']
    expect(await scanned(repository(), 'node_modules')).toEqual(all)
    expect(await scanned(repository(), 'node_modules/p')).toEqual(['node_modules/p/a.js'])
  })

  test('a folder that ignores itself', async () => {
    expect(await scanned(repository(), 'venv')).toEqual(['venv/d.py'])
  })

  test('a file', async () => {
    expect(await scanned(repository(), 'c.log')).toEqual(['c.log'])
  })
})

describe('repositories inside', () => {
  test('submodules and repositories that are not tracked, by their own ignore rules', async () => {
    const inner = tempRepository({ 'inner.txt': key })
    const root = tempRepository({ 'outer.txt': key })
    git(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'module')
    addFiles(root, { 'module/.gitignore': '*.log\n', 'module/a.log': key, 'module/new.txt': key })
    addFiles(root, { 'clone/.gitignore': '*.log\n', 'clone/b.log': key, 'clone/deep/c.txt': key })
    git(join(root, 'clone'), 'init', '--quiet')
    expect(await scanned(root)).toEqual([
      'clone/deep/c.txt',
      'module/inner.txt',
      'module/new.txt',
      'outer.txt',
    ])
    expect(await scanned(root, 'module')).toEqual(['module/inner.txt', 'module/new.txt'])
  })

  test('a submodule that was not checked out is empty', async () => {
    const root = tempRepository({ 'a.txt': key })
    const commit = git(root, 'rev-parse', 'HEAD').trim()
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${commit},module`)
    mkdirSync(join(root, 'module'))
    expect(await scanned(root)).toEqual(['a.txt'])
  })

  test('a linked work tree', async () => {
    const root = tempRepository({ 'a.txt': key, '.gitignore': '*.log\n' })
    const linked = join(tempTree(), 'linked')
    git(root, 'worktree', 'add', '--quiet', linked)
    addFiles(linked, { 'b.txt': key, 'c.log': key })
    expect(await scanned(linked)).toEqual(['a.txt', 'b.txt'])
  })
})

describe('a hostile repository', () => {
  posix('runs nothing', async () => {
    const root = tempRepository({ 'a.txt': key, '.gitattributes': '* filter=evil diff=evil\n' })
    const trace = join(root, '.git', 'ran')
    const script = join(root, '.git', 'evil.sh')
    writeFileSync(script, `#!/bin/sh\ntouch '${trace}'\n`)
    chmodSync(script, 0o755)
    const settings = [
      'core.fsmonitor',
      'core.pager',
      'pager.ls-files',
      'core.sshCommand',
      'core.editor',
      'filter.evil.clean',
      'filter.evil.smudge',
      'filter.evil.process',
      'diff.evil.textconv',
      'remote.origin.uploadpack',
      'alias.ls-files',
      'credential.helper',
    ]
    for (const setting of settings) git(root, 'config', setting, script)
    git(root, 'config', 'core.hooksPath', join(root, '.git'))
    for (const hook of ['fsmonitor-watchman', 'post-index-change', 'post-checkout']) {
      writeFileSync(join(root, '.git', hook), `#!/bin/sh\ntouch '${trace}'\n`, { mode: 0o755 })
    }
    addFiles(root, { 'b.txt': key })
    rmSync(trace, { force: true })
    expect(await scanned(root)).toEqual(['a.txt', 'b.txt'])
    expect(existsSync(trace)).toBe(false)
  })

  test('cannot hide files behind another work tree', async () => {
    const root = tempRepository({ 'a.txt': key })
    git(root, 'config', 'core.worktree', tempTree({ 'decoy.txt': 'nothing' }))
    expect(await scanned(root)).toEqual(['a.txt'])
  })

  posix('cannot lead out of the tree through a link in the place of a folder', async () => {
    const outside = tempTree({ 'a.txt': key })
    const root = tempRepository({ 'dir/a.txt': 'nothing', 'b.txt': key })
    renameSync(join(root, 'dir'), join(root, 'moved'))
    symlinkSync(outside, join(root, 'dir'))
    const { findings, coverage } = await collect({ cwd: root })
    expect(paths(findings)).toEqual(['b.txt'])
    expect(coverage.skipped).toEqual([{ path: 'dir', reason: 'outside' }])
  })

  posix('cannot lead out of the tree through a link in the place of a submodule', async () => {
    const outside = tempRepository({ 'a.txt': key })
    const root = tempRepository({ 'b.txt': key })
    const commit = git(root, 'rev-parse', 'HEAD').trim()
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${commit},module`)
    symlinkSync(outside, join(root, 'module'))
    expect(await scanned(root)).toEqual(['b.txt'])
  })

  test('whose Git cannot be read is scanned as a folder', async () => {
    const root = tempTree({ 'a.txt': key, '.git/HEAD': 'nonsense', '.gitignore': 'b.txt\n', 'b.txt': key })
    const { findings, coverage } = await collect({ cwd: root })
    expect(paths(findings)).toEqual(['a.txt'])
    expect(coverage.sources).toEqual([{ kind: 'directory', root }])
  })
})

// Only root can give a repository away.
test.skipIf(process.getuid?.() !== 0)('a repository of another owner is read like any other', async () => {
  const root = tempRepository({ 'a.txt': key })
  addFiles(root, { '.gitignore': 'b.txt\n', 'b.txt': key })
  execFileSync('chown', ['-R', '12345', root])
  expect(() => git(root, 'status')).toThrow('dubious ownership')
  const { findings, coverage } = await collect({ cwd: root })
  expect(paths(findings)).toEqual(['a.txt'])
  expect(coverage.sources).toEqual([{ kind: 'git-work-tree', root }])
})

describe('the environment', () => {
  test('of a hook that runs the scan does not point it elsewhere', async () => {
    const other = tempRepository({ 'other.txt': key })
    const root = tempRepository({ 'a.txt': key })
    vi.stubEnv('GIT_DIR', join(other, '.git'))
    vi.stubEnv('GIT_WORK_TREE', other)
    vi.stubEnv('GIT_INDEX_FILE', join(other, '.git', 'index'))
    expect(await scanned(root)).toEqual(['a.txt'])
  })

  posix('without Git, a work tree is scanned as a folder', async () => {
    const root = tempRepository({ 'a.txt': key })
    addFiles(root, { '.gitignore': 'b.txt\n', 'b.txt': key, 'sub/c.txt': key })
    vi.stubEnv('PATH', tempTree())
    const { findings, coverage } = await collect({ cwd: root })
    expect(paths(findings)).toEqual(['a.txt', 'sub/c.txt'])
    expect(coverage.sources).toEqual([{ kind: 'directory', root }])
  })
})

posix('odd names', async () => {
  const names = ['--help', 'a\nb', ' ', 'a\tb"c', '\\back', 'ü', '-']
  const root = tempRepository(Object.fromEntries(names.map((name) => [name, key])))
  addFiles(root, { '--new\n': key })
  expect(await scanned(root)).toEqual([...names, '--new\n'].sort())
})

test.skipIf(process.platform !== 'linux')('names that are not UTF-8', async () => {
  const root = tempRepository({ 'a.txt': key })
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0x66, 0xff])]), key)
  git(root, 'add', '--all')
  const directory = Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0x66, 0xfe])])
  mkdirSync(directory)
  writeFileSync(Buffer.concat([directory, Buffer.from('/b.txt')]), key)
  expect(await scanned(root)).toEqual(['a.txt', 'f\\xfe/b.txt', 'f\\xff'])
})
