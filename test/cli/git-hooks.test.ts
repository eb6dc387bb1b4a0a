import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtCli } from '../helpers/built-cli.ts'
import { credential } from '../helpers/credentials.ts'
import { addFiles, git, tempRepository, tempTree } from '../helpers/temp-tree.ts'

const line = `const token = '${credential('npm-access-token')}'\n`
const posix = test.skipIf(process.platform === 'win32')
const tacet = `'${process.execPath}' '${builtCli}' scan`

const hook = (gitDir: string, name: string, script: string): void =>
  writeFileSync(join(gitDir, 'hooks', name), `#!/bin/sh\n${script}`, { mode: 0o755 })

posix('a pre-commit hook lets nothing in, however it is committed', () => {
  const root = tempRepository({ 'a.ts': 'clean\n' })
  hook(join(root, '.git'), 'pre-commit', `exec ${tacet} --staged\n`)
  addFiles(root, { 'a.ts': 'still clean\n' })
  git(root, 'commit', '--quiet', '--all', '--message=clean')
  addFiles(root, { 'a.ts': line })
  const refused = /npm-access-token/
  expect(() => git(root, 'commit', '--quiet', '--all', '--message=a')).toThrow(refused)
  expect(() => git(root, 'commit', '--quiet', '--message=a', 'a.ts')).toThrow(refused)
  git(root, 'add', 'a.ts')
  expect(() => git(root, 'commit', '--quiet', '--message=a')).toThrow(refused)
  expect(git(root, 'rev-list', '--count', 'HEAD').trim()).toBe('2')
  const linked = join(tempTree(), 'linked')
  git(root, 'worktree', 'add', '--quiet', '--detach', linked)
  addFiles(linked, { 'a.ts': line })
  expect(() => git(linked, 'commit', '--quiet', '--all', '--message=a')).toThrow(refused)
})

posix('a pre-receive hook refuses a push, also when a later commit takes the secret away', () => {
  const server = tempTree()
  git(server, 'init', '--quiet', '--bare', '--initial-branch=main')
  const script = `zero=$(git hash-object --stdin </dev/null | tr '0-9a-f' 0)
while read -r old new ref; do
  [ "$new" = "$zero" ] && continue
  git rev-list "$new" --not --all
done | exec ${tacet} --commits-from -
`
  hook(server, 'pre-receive', script)
  const root = tempRepository({ 'a.ts': 'clean\n' })
  git(root, 'push', '--quiet', server, 'main')
  addFiles(root, { 'b.ts': line })
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', '--message=b')
  git(root, 'rm', '--quiet', 'b.ts')
  git(root, 'commit', '--quiet', '--message=gone')
  expect(() => git(root, 'push', '--quiet', server, 'main')).toThrow(/b\.ts:1:16.*npm-access-token/)
  git(root, 'reset', '--quiet', '--hard', 'HEAD~2')
  // Neither commits that are there already nor a branch that goes are anything new.
  git(root, 'push', '--quiet', server, 'main:refs/heads/other')
  git(root, 'push', '--quiet', server, ':refs/heads/other')
  expect(git(server, 'rev-list', '--count', '--all').trim()).toBe('1')
})
