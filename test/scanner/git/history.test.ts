import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commit, scanHistory, theFinding } from '../../helpers/history.ts'
import { collect, makeRule, testKey } from '../../helpers/scanning.ts'
import { addFiles, git, tempRepository } from '../../helpers/temp-tree.ts'

const key = testKey('one')
const other = testKey('two')

/** Where the only finding is and came from. */
async function only(root: string, value = key, options: Parameters<typeof scanHistory>[1] = true) {
  const { location, history } = theFinding((await scanHistory(root, options)).findings, value)
  return { place: `${location.path}:${location.line}`, ...history! }
}

describe('where a secret came from', () => {
  test('the first commit, however many versions follow', async () => {
    const root = tempRepository({ 'a.txt': 'nothing\n' })
    const first = commit(root, { 'a.txt': `one\n${key}\n` })
    commit(root, { 'a.txt': `zero\none\n${key}\n` })
    commit(root, { 'a.txt': `zero\none\n${key}\nmore\n` })
    const found = await only(root)
    expect(found).toMatchObject({
      place: 'a.txt:2',
      kind: 'file',
      commit: first,
      author: 'Nobody',
      versions: 3,
      paths: ['a.txt'],
      tips: ['refs/heads/main'],
      refs: ['refs/heads/main'],
    })
    expect(found.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/)
    expect(found).not.toHaveProperty('email')
    expect(found).not.toHaveProperty('removedIn')
  })

  test('the e-mail address of the author, when asked for', async () => {
    const root = tempRepository({ 'a.txt': key })
    expect(await only(root, key, { emails: true })).toMatchObject({ email: 'nobody@example.com' })
  })

  test('the commit that took it away', async () => {
    const root = tempRepository({ 'a.txt': 'nothing\n' })
    const first = commit(root, { 'a.txt': `${key}\n` })
    const last = commit(root, { 'a.txt': 'clean\n' })
    commit(root, { 'b.txt': 'more\n' })
    expect(await only(root)).toMatchObject({
      commit: first,
      tips: [],
      refs: ['refs/heads/main'],
      removedIn: { commit: last, author: 'Nobody' },
    })
  })

  test('not taken away when it was brought back', async () => {
    const root = tempRepository({ 'a.txt': `${key}\n` })
    const first = git(root, 'rev-parse', 'HEAD').trim()
    commit(root, { 'a.txt': 'clean\n' })
    commit(root, { 'b.txt': `${key}\n` })
    const found = await only(root)
    expect(found).toMatchObject({ commit: first, place: 'a.txt:1', tips: ['refs/heads/main'] })
    expect(found.paths).toEqual(['a.txt', 'b.txt'])
    expect(found).not.toHaveProperty('removedIn')
  })

  test('a file that was deleted', async () => {
    const root = tempRepository({ 'a.txt': `${key}\n`, 'b.txt': 'b' })
    rmSync(join(root, 'a.txt'))
    const last = commit(root, {})
    expect(await only(root)).toMatchObject({ place: 'a.txt:1', tips: [], removedIn: { commit: last } })
  })

  test('a file that was renamed stays where it came from', async () => {
    const root = tempRepository({ 'a.txt': `${key}\n` })
    renameSync(join(root, 'a.txt'), join(root, 'z.txt'))
    commit(root, {})
    const found = await only(root)
    expect(found).toMatchObject({ place: 'a.txt:1', paths: ['a.txt', 'z.txt'], tips: ['refs/heads/main'] })
    expect(found).not.toHaveProperty('removedIn')
  })

  test('a copy elsewhere outlives the first file', async () => {
    const root = tempRepository({ 'a.txt': `${key}\n` })
    commit(root, { 'b.txt': `copy ${key}\n` })
    rmSync(join(root, 'a.txt'))
    commit(root, {})
    expect(await only(root)).not.toHaveProperty('removedIn')
    rmSync(join(root, 'b.txt'))
    const last = commit(root, {})
    expect(await only(root)).toMatchObject({ removedIn: { commit: last }, tips: [] })
  })

  test('branches and tags that lead to it, and those at whose tip it stands', async () => {
    const root = tempRepository({ 'a.txt': 'nothing\n' })
    git(root, 'branch', 'before')
    commit(root, { 'a.txt': `${key}\n` })
    git(root, 'tag', 'v1')
    git(root, 'branch', 'stale')
    commit(root, { 'a.txt': 'clean\n' })
    const { tips, refs } = await only(root)
    expect(tips).toEqual(['refs/heads/stale', 'refs/tags/v1'])
    expect(refs).toEqual(['refs/heads/main', 'refs/heads/stale', 'refs/tags/v1'])
  })

  test('of very many refs a hundred are named, branches first', async () => {
    const root = tempRepository({ 'a.txt': `${key}\n` })
    const id = git(root, 'rev-parse', 'HEAD').trim()
    const lines = Array.from({ length: 150 }, (_, index) => `${id} refs/pull/${index}/head\n`)
    writeFileSync(join(root, '.git', 'packed-refs'), lines.join(''))
    const { tips, refs, moreTips, moreRefs } = await only(root)
    for (const names of [tips, refs]) {
      expect(names[0]).toBe('refs/heads/main')
      expect(names).toHaveLength(100)
    }
    expect([moreTips, moreRefs]).toEqual([51, 51])
  })

  test('judged by the path that it had there', async () => {
    const root = tempRepository({ 'src/a.txt': `${key}\n` })
    git(root, 'mv', 'src', 'test')
    commit(root, {})
    const rule = makeRule({
      judge: ({ path }) => ({ confidence: path.startsWith('src/') ? 'high' : 'medium', reasons: [path] }),
    })
    const { findings } = await collect({ cwd: root, history: true, rules: [rule] })
    expect(findings).toMatchObject([
      { confidence: 'high', location: { path: 'src/a.txt' }, reasons: ['src/a.txt'] },
    ])
  })

  test('in very many objects', async () => {
    const root = tempRepository({ 'a.txt': 'nothing\n' })
    const names = Array.from({ length: 300 }, (_, index) => `d/${index}.txt`)
    const first = commit(root, Object.fromEntries(names.map((name) => [name, `${name}\n${key}\n`])))
    for (const name of names) rmSync(join(root, name))
    const gone = commit(root, { 'a.txt': 'something\n' })
    const found = await only(root)
    expect(found).toMatchObject({ commit: first, versions: 300, tips: [], removedIn: { commit: gone } })
    expect(found.paths).toEqual([...names].sort())
  })

  test('findings in the order in which commits brought them', async () => {
    const root = tempRepository({ 'z.txt': key })
    commit(root, { 'a.txt': other })
    const { findings, coverage } = await scanHistory(root)
    expect(findings.map(({ location }) => location.path)).toEqual(['z.txt', 'a.txt'])
    expect(coverage).toMatchObject({ commits: 2, objects: 6, files: 2, findings: 2, skipped: [] })
    expect(coverage.sources).toEqual([{ kind: 'git-history', root }])
  })
})

describe('merges', () => {
  /** Two branches that changed the same line; the merge is not committed yet. */
  const conflict = () => {
    const root = tempRepository({ 'a.txt': 'one\n', 'b.txt': 'b\n' })
    git(root, 'checkout', '--quiet', '-b', 'side')
    commit(root, { 'a.txt': 'two\n' })
    git(root, 'checkout', '--quiet', 'main')
    commit(root, { 'a.txt': 'three\n' })
    expect(() => git(root, 'merge', '--quiet', 'side')).toThrow()
    return root
  }

  test('a secret made in the resolution of a conflict', async () => {
    const root = conflict()
    const merge = commit(root, { 'a.txt': `${key}\n` }, 'merge')
    expect(await only(root)).toMatchObject({ commit: merge, place: 'a.txt:1' })
  })

  test('a secret slipped into a merge in a file that neither side touched', async () => {
    const root = conflict()
    const merge = commit(root, { 'a.txt': 'both\n', 'c.txt': `${key}\n` }, 'merge')
    expect(await only(root)).toMatchObject({ commit: merge, place: 'c.txt:1' })
    expect(await only(root, key, { range: 'HEAD^1..HEAD' })).toMatchObject({ commit: merge })
  })

  test('a secret that a merge only brings over came with its own commit', async () => {
    const root = tempRepository({ 'a.txt': 'one\n' })
    git(root, 'checkout', '--quiet', '-b', 'side')
    const first = commit(root, { 'b.txt': `${key}\n` })
    git(root, 'checkout', '--quiet', 'main')
    commit(root, { 'c.txt': 'three\n' })
    git(root, 'merge', '--quiet', '--no-edit', 'side')
    const found = await only(root)
    expect(found).toMatchObject({ commit: first, tips: ['refs/heads/main', 'refs/heads/side'] })
    expect(found).not.toHaveProperty('removedIn')
  })

  test('criss-cross', async () => {
    const root = tempRepository({ 'a.txt': 'one\n', 'b.txt': 'one\n' })
    git(root, 'branch', 'side')
    const first = commit(root, { 'a.txt': `${key}\n` })
    git(root, 'checkout', '--quiet', 'side')
    const second = commit(root, { 'b.txt': `${other}\n` })
    git(root, 'merge', '--quiet', '--no-edit', first)
    git(root, 'checkout', '--quiet', 'main')
    git(root, 'merge', '--quiet', '--no-edit', second)
    const last = commit(root, { 'a.txt': 'clean\n' })
    git(root, 'checkout', '--quiet', 'side')
    git(root, 'merge', '--quiet', '--no-edit', 'main')
    expect(await only(root)).toMatchObject({ commit: first, removedIn: { commit: last } })
    expect(await only(root, other)).toMatchObject({ commit: second, paths: ['b.txt'] })
  })
})

describe('where peers do not look', () => {
  test('a plain stash, its index and what was untracked', async () => {
    const root = tempRepository({ 'a.txt': 'one\n', 'b.txt': 'one\n' })
    addFiles(root, { 'b.txt': `${testKey('index')}\n` })
    git(root, 'add', 'b.txt')
    addFiles(root, { 'a.txt': `${key}\n`, 'b.txt': 'one\n', 'c.txt': `${other}\n` })
    git(root, 'stash', 'push', '--quiet', '--include-untracked')
    expect(await only(root)).toMatchObject({ place: 'a.txt:1', tips: ['stash@{0}'] })
    expect(await only(root, other)).toMatchObject({ place: 'c.txt:1', refs: ['stash@{0}'] })
    expect(await only(root, testKey('index'))).toMatchObject({ place: 'b.txt:1' })
  })

  test('an older stash', async () => {
    const root = tempRepository({ 'a.txt': 'one\n' })
    addFiles(root, { 'a.txt': `${key}\n` })
    git(root, 'stash', '--quiet')
    addFiles(root, { 'a.txt': 'two\n' })
    git(root, 'stash', '--quiet')
    expect(await only(root)).toMatchObject({ tips: ['stash@{1}'] })
  })

  test('a stash that was dropped, and only when asked for', async () => {
    const root = tempRepository({ 'a.txt': 'one\n' })
    addFiles(root, { 'a.txt': `${key}\n` })
    git(root, 'stash', '--quiet')
    git(root, 'stash', 'drop', '--quiet')
    expect((await scanHistory(root)).findings).toEqual([])
    expect(await only(root, key, { unreachable: true })).toMatchObject({
      place: 'a.txt:1',
      refs: ['unreachable'],
    })
  })

  test('a blob that nothing leads to', async () => {
    const root = tempRepository({ 'a.txt': 'one\n' })
    addFiles(root, { 'loose.txt': `\n${key}\n` })
    const id = git(root, 'hash-object', '-w', 'loose.txt').trim()
    expect(await only(root, key, { unreachable: true })).toMatchObject({
      place: `.git/blob/${id}:2`,
      object: id,
      refs: ['unreachable'],
    })
  })

  test('the message of a commit', async () => {
    const root = tempRepository({ 'a.txt': 'one\n' })
    const id = commit(root, {}, `add\n\nwith ${key}`)
    expect(await only(root)).toMatchObject({
      place: `.git/commit/${id}:8`,
      kind: 'commit-message',
      commit: id,
      paths: [],
      refs: ['refs/heads/main'],
    })
  })

  test('the message of a tag', async () => {
    const root = tempRepository({ 'a.txt': 'one\n' })
    git(root, 'tag', '--annotate', '--message', `release ${key}`, 'v1')
    const id = git(root, 'rev-parse', 'v1').trim()
    const found = await only(root)
    expect(found).toMatchObject({ kind: 'tag-message', object: id, author: 'Nobody', refs: ['refs/tags/v1'] })
    expect(found.place).toMatch(`.git/tag/${id}:`)
  })

  test('a note', async () => {
    const root = tempRepository({ 'a.txt': 'one\n' })
    git(root, 'notes', 'add', '--message', `see ${key}`)
    expect(await only(root)).toMatchObject({ kind: 'file', refs: ['refs/notes/commits'] })
  })

  test('a commit that was amended away', async () => {
    const root = tempRepository({ 'a.txt': 'one\n' })
    const id = commit(root, { 'a.txt': `${key}\n` })
    addFiles(root, { 'a.txt': 'clean\n' })
    git(root, 'commit', '--quiet', '--all', '--amend', '--no-edit')
    expect(await only(root)).toMatchObject({ commit: id, tips: [], refs: ['reflog'] })
  })

  test('the index', async () => {
    const root = tempRepository({ 'a.txt': 'one\n' })
    addFiles(root, { 'b.txt': `${key}\n` })
    git(root, 'add', 'b.txt')
    rmSync(join(root, 'b.txt'))
    const found = await only(root)
    expect(found).toMatchObject({ place: 'b.txt:1', tips: ['index'], refs: ['index'] })
    expect(found).not.toHaveProperty('commit')
  })

  test('the name of a file, which is masked', async () => {
    const root = tempRepository({ 'a.txt': 'one\n' })
    const first = commit(root, { [`dir/${key}.pem/x.txt`]: `${other}\n` })
    git(root, 'rm', '--quiet', '-r', 'dir')
    const last = commit(root, {})
    const { findings } = await collect({ cwd: root, history: true, showValues: false })
    expect(JSON.stringify(findings)).not.toContain(key)
    const found = await only(root)
    expect(found).toMatchObject({ kind: 'file-name', commit: first, removedIn: { commit: last } })
    expect(found.place).toMatch(/^dir\/tk-.*\.pem:1$/)
    expect(await only(root, other)).toMatchObject({
      place: expect.stringMatching(/^dir\/tk-.*\.pem\/x\.txt:1$/),
    })
  })
})
