import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { commit, scanHistory, theFinding } from '../../helpers/history.ts'
import { paths, testKey } from '../../helpers/scanning.ts'
import { addFiles, git, tempRepository, tempTree } from '../../helpers/temp-tree.ts'

const old = testKey('old')
const fresh = testKey('new')

afterEach(() => vi.unstubAllEnvs())

/** An old secret on main, and a branch that edits its file and adds another. */
function branched() {
  const root = tempRepository({ 'a.txt': `${old}\n`, 'b.txt': 'b\n' })
  git(root, 'checkout', '--quiet', '-b', 'topic')
  const first = commit(root, { 'a.txt': `edited\n${old}\n` })
  const second = commit(root, { 'c.txt': `\n${fresh}\n` })
  const third = commit(root, { 'c.txt': 'clean\n' })
  return { root, first, second, third }
}

describe('a range', () => {
  test('tells only what its commits bring in, also when a later one takes it away', async () => {
    const { root, second, third } = branched()
    const { findings, coverage } = await scanHistory(root, { range: 'main..topic' })
    expect(paths(findings)).toEqual(['c.txt'])
    expect(theFinding(findings, fresh)).toMatchObject({
      location: { path: 'c.txt', line: 2 },
      history: { commit: second, removedIn: { commit: third }, tips: [] },
    })
    expect(coverage.commits).toBe(3)
  })

  test('moving a secret to another file brings nothing in', async () => {
    const root = tempRepository({ 'a.txt': `${old}\n`, 'b.txt': 'b\n' })
    commit(root, { 'a.txt': 'clean\n', 'b.txt': `b\n${old}\n` })
    expect((await scanHistory(root, { range: 'HEAD~1..HEAD' })).findings).toEqual([])
  })

  test('a copy of a secret in another file is news', async () => {
    const root = tempRepository({ 'a.txt': `${old}\n`, 'b.txt': 'b\n' })
    const copied = commit(root, { 'b.txt': `b\n${old}\n` })
    const { findings } = await scanHistory(root, { range: 'HEAD~1..HEAD' })
    expect(theFinding(findings, old)).toMatchObject({
      location: { path: 'b.txt', line: 2 },
      history: { commit: copied, paths: ['b.txt'] },
    })
  })

  test('of messages and names', async () => {
    const root = tempRepository({ 'a.txt': `${old}\n` })
    commit(root, { [`${testKey('name')}.txt`]: 'x' }, `with ${fresh}`)
    const { findings } = await scanHistory(root, { range: 'HEAD~1..HEAD' })
    expect(findings.map(({ history }) => history!.kind).sort()).toEqual(['commit-message', 'file-name'])
  })

  test('with a side that is none is an error', async () => {
    const { root } = branched()
    for (const range of ['main..nowhere', 'nowhere..main', 'nowhere', '--all', '-n1', '']) {
      await expect(scanHistory(root, { range })).rejects.toMatchObject({ code: 'unresolved-range' })
    }
  })

  test('that brings in nothing is no error', async () => {
    const { root } = branched()
    const { findings, coverage } = await scanHistory(root, { range: 'topic..main' })
    expect(findings).toEqual([])
    expect(coverage.bytes).toBe(0)
  })

  test('down to the first commit', async () => {
    const { root } = branched()
    expect(paths((await scanHistory(root, { range: 'topic' })).findings)).toEqual(['a.txt', 'c.txt'])
  })
})

test('a branch: all that it leads to', async () => {
  const { root } = branched()
  expect(paths((await scanHistory(root, { branch: 'main' })).findings)).toEqual(['a.txt'])
  expect(paths((await scanHistory(root, { branch: 'topic' })).findings)).toEqual(['a.txt', 'c.txt'])
  await expect(scanHistory(root, { branch: 'nowhere' })).rejects.toMatchObject({ code: 'unresolved-range' })
})

test('since a date', async () => {
  const root = tempTree()
  git(root, 'init', '--quiet', '--initial-branch=main')
  const at = (date: string, files: Readonly<Record<string, string>>): void => {
    addFiles(root, files)
    git(root, 'add', '--all')
    const identity = ['-c', 'user.name=Nobody', '-c', 'user.email=nobody@example.com']
    const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date }
    execFileSync('git', [...identity, 'commit', '--quiet', '--message=x'], { cwd: root, env })
  }
  at('2001-02-03T04:05:06+0530', { 'a.txt': `${old}\n` })
  at('2021-02-03T04:05:06Z', { 'b.txt': `${fresh}\n` })
  const dates = async (since: string) =>
    (await scanHistory(root, { since })).findings.map(({ history }) => history!.date)
  expect(await dates('2000-01-01')).toEqual(['2001-02-03T04:05:06+05:30', '2021-02-03T04:05:06Z'])
  expect(await dates('2010-01-01')).toEqual(['2021-02-03T04:05:06Z'])
  await expect(dates('2030-01-01')).rejects.toMatchObject({ code: 'nothing-scanned' })
})

describe('commits', () => {
  test('that are named', async () => {
    const { root, first, second } = branched()
    const { findings, coverage } = await scanHistory(root, { commits: [first, second] })
    expect(theFinding(findings, fresh).history).toMatchObject({ commit: second })
    expect(paths(findings)).toEqual(['c.txt'])
    expect(coverage.commits).toBe(2)
  })

  test('none', async () => {
    const { root } = branched()
    expect((await scanHistory(root, { commits: [] })).findings).toEqual([])
  })

  test('that are none', async () => {
    const { root } = branched()
    for (const name of ['0'.repeat(40), 'nowhere', '--all', 'HEAD:a.txt', '']) {
      await expect(scanHistory(root, { commits: [name] })).rejects.toMatchObject({ code: 'unresolved-range' })
    }
  })
})

test('what nothing leads to is in no range', async () => {
  const { root } = branched()
  await expect(scanHistory(root, { range: 'main..topic', unreachable: true })).rejects.toMatchObject({
    code: 'invalid-option',
  })
})

test('objects of a push that is being received are seen by its hook alone', async () => {
  const server = tempTree()
  git(server, 'init', '--quiet', '--bare', '--initial-branch=main')
  const root = tempRepository({ 'a.txt': `${fresh}\n` })
  const id = git(root, 'rev-parse', 'HEAD').trim()
  const quarantine = join(server, 'objects', 'tmp_objdir-incoming-x')
  git(root, 'clone', '--quiet', '--bare', root, join(server, 'objects', 'tmp'))
  git(server, 'init', '--quiet', '--bare', quarantine)
  git(root, 'push', '--quiet', quarantine, 'main')
  await expect(scanHistory(server, { commits: [id] })).rejects.toMatchObject({ code: 'unresolved-range' })
  vi.stubEnv('GIT_QUARANTINE_PATH', quarantine)
  vi.stubEnv('GIT_OBJECT_DIRECTORY', join(quarantine, 'objects'))
  vi.stubEnv('GIT_ALTERNATE_OBJECT_DIRECTORIES', join(server, 'objects'))
  expect(paths((await scanHistory(server, { commits: [id] })).findings)).toEqual(['a.txt'])
  // Those of a hook of another repository say nothing about this one.
  expect(paths((await scanHistory(root)).findings)).toEqual(['a.txt'])
})
