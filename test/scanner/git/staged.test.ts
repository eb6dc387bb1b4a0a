import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { collect, makeRule, places, testKey, testRules } from '../../helpers/scanning.ts'
import { addFiles, git, tempRepository } from '../../helpers/temp-tree.ts'

const key = testKey('one')
const other = testKey('two')
const staged = async (cwd: string) => places((await collect({ cwd, staged: true })).findings)

afterEach(() => vi.unstubAllEnvs())

test('the content of the index, not of the disk', async () => {
  const root = tempRepository({ 'a.txt': 'a\n' })
  addFiles(root, { 'a.txt': `${key}\n`, 'b.txt': `b\n${other}\n` })
  git(root, 'add', '--all')
  addFiles(root, { 'a.txt': 'clean\n', 'c.txt': `${key}\n` })
  rmSync(join(root, 'b.txt'))
  expect(await staged(root)).toEqual(['a.txt:1:1', 'b.txt:2:1'])
})

test('only what stands in added lines', async () => {
  const root = tempRepository({ 'a.txt': `one\n${key}\nthree\n` })
  addFiles(root, { 'a.txt': `zero\none\n${key}\n${other}\nthree\n` })
  git(root, 'add', 'a.txt')
  expect(await staged(root)).toEqual(['a.txt:4:1'])
})

test('the whole file is looked at', async () => {
  const root = tempRepository({ 'a.txt': '# service: example\n\n\n' })
  addFiles(root, { 'a.txt': `# service: example\n\n\n${key}\n` })
  git(root, 'add', 'a.txt')
  const needsContext = makeRule({
    judge: ({ text }) => ({ confidence: text.includes('example') ? 'high' : 'none', reasons: [] }),
  })
  const { findings } = await collect({ cwd: root, staged: true, rules: [needsContext, testRules[1]!] })
  expect(places(findings)).toEqual(['a.txt:4:1'])
})

test('a file that is only renamed brings nothing in, one that is edited too does', async () => {
  const text = Array.from({ length: 40 }, (_, index) => `line ${index}\n`).join('')
  const root = tempRepository({ 'a.txt': `${text}${key}\n` })
  renameSync(join(root, 'a.txt'), join(root, 'b.txt'))
  git(root, 'add', '--all')
  expect(await staged(root)).toEqual([])
  addFiles(root, { 'b.txt': `${text}${key}\n${other}\n` })
  git(root, 'add', '--all')
  expect(await staged(root)).toEqual(['b.txt:42:1'])
})

test('before the first commit', async () => {
  const root = tempRepository()
  addFiles(root, { 'a.txt': `${key}\n` })
  git(root, 'add', '--all')
  expect(await staged(root)).toEqual(['a.txt:1:1'])
})

test('nothing staged is no error', async () => {
  const root = tempRepository({ 'a.txt': `${key}\n` })
  const { findings, coverage } = await collect({ cwd: root, staged: true })
  expect(findings).toEqual([])
  expect(coverage).toMatchObject({ files: 0, sources: [{ kind: 'git-index', root }] })
})

test('the name of a new file, masked', async () => {
  const root = tempRepository({ 'a.txt': 'a\n' })
  addFiles(root, { [`keys/${key}.pem`]: 'x\n' })
  git(root, 'add', '--all')
  const { findings } = await collect({ cwd: root, staged: true, showValues: false })
  expect(findings).toHaveLength(1)
  expect(findings[0]!.location.path).toMatch(/^keys\/tk-.*\.pem$/)
  expect(JSON.stringify(findings)).not.toContain(key)
})

test('what attributes call binary or ignored is looked at', async () => {
  const root = tempRepository({
    '.gitattributes': '*.txt -diff binary\n',
    'a.txt': 'one\n',
    '.gitignore': 'b.log\n',
  })
  addFiles(root, { 'a.txt': `one\n${key}\n`, 'b.log': `${other}\n` })
  git(root, 'add', '--all', '--force')
  expect(await staged(root)).toEqual(['a.txt:2:1', 'b.log:1:1'])
})

test('in a hook, the index of the commit that is made', async () => {
  const root = tempRepository({ 'a.txt': 'a\n' })
  const index = join(root, '.git', 'next-index')
  vi.stubEnv('GIT_INDEX_FILE', index)
  addFiles(root, { 'b.txt': `${key}\n` })
  git(root, 'read-tree', `--index-output=${index}`, 'HEAD')
  const blob = git(root, 'hash-object', '-w', 'b.txt').trim()
  expect(await staged(root)).toEqual([])
  git(root, 'update-index', '--add', '--cacheinfo', `100644,${blob},b.txt`)
  renameSync(join(root, '.git', 'index'), index)
  git(root, 'read-tree', 'HEAD')
  expect(await staged(root)).toEqual(['b.txt:1:1'])
  vi.stubEnv('GIT_INDEX_FILE', '.git/next-index')
  expect(await staged(root)).toEqual(['b.txt:1:1'])
  // One of another repository is not for this one.
  vi.stubEnv('GIT_INDEX_FILE', join(tempRepository({ 'z.txt': 'z' }), '.git', 'index'))
  expect(await staged(root)).toEqual([])
})
