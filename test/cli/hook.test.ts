import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtCli } from '../helpers/built-cli.ts'
import { credential } from '../helpers/credentials.ts'
import { refusal } from '../helpers/git-hooks.ts'
import { runCli } from '../helpers/run-cli.ts'
import { addFiles, git, tempRepository, tempTree } from '../helpers/temp-tree.ts'

const secret = credential('npm-access-token')
const line = `const npmToken = '${secret}'\n`
const posix = test.skipIf(process.platform === 'win32')

const install = (gitDir: string, name: string, options = ''): void => {
  const file = join(gitDir, 'hooks', name)
  writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${builtCli}' hook ${name} ${options} "$@"\n`)
  chmodSync(file, 0o755)
}

const commit = (root: string, files: Readonly<Record<string, string>>, message: string): void => {
  addFiles(root, files)
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', `--message=${message}`)
}

const count = (root: string): string => git(root, 'rev-list', '--count', '--all').trim()

const server = (): string => {
  const folder = tempTree()
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main')
  return folder
}

describe('tacet hook pre-commit', () => {
  test('tells what of a commit keeps others of it from being seen', async () => {
    const root = tempRepository({ 'src/a.ts': 'clean\n' })
    const allow = '// tacet:allow npm-access-token -- revoked'
    addFiles(root, { 'src/a.ts': `${allow}\n${line}` })
    git(root, 'add', '--all')
    const hook = () => runCli(['hook', 'pre-commit'], { cwd: root })
    const hidden = 'tacet: hidden in this commit, by what hides it: 1'
    expect(await hook()).toEqual({ code: 0, stdout: '', stderr: `${hidden} inline\n` })
    addFiles(root, {
      'src/a.ts': line,
      'lib/tacet.json': '{}',
      'tacet.json': '{ "paths": { "exclude": ["**"] } }',
    })
    git(root, 'add', '--all')
    const changes = 'tacet: this commit changes what the scanner looks at: lib/tacet.json, tacet.json\n'
    expect(await hook()).toEqual({ code: 0, stdout: '', stderr: `${changes}${hidden} config\n` })
    git(root, 'commit', '--quiet', '--message=hidden')
    const range = await runCli(['scan', '--range', 'HEAD~1..HEAD', '--no-cache'], { cwd: root })
    expect(range.code).toBe(0)
    expect(range.stdout).toContain(
      'Note: what is scanned changes lib/tacet.json, tacet.json, and so what is found in it.\n',
    )
    const staged = await runCli(['scan', '--staged', root], { cwd: tempTree() })
    expect(staged.stdout).not.toContain('Note:')
  })

  posix('stops a commit, and says what to do in the words of the file', () => {
    const root = tempRepository({ 'src/a.ts': 'clean\n' })
    install(join(root, '.git'), 'pre-commit')
    addFiles(root, { 'src/a.ts': `clean\n${line}` })
    git(root, 'add', '--all')
    const said = refusal(() => git(root, 'commit', '--quiet', '--message=a'))
    expect(said).toContain('tacet stopped this commit: it brings a secret.')
    expect(said).toMatch(/^src\/a\.ts:2:19 .*npm-access-token$/m)
    expect(said).toContain('     src/a.ts:2  process.env.NPM_TOKEN\n')
    expect(said).toContain('  2. git add src/a.ts\n  3. Commit again.\n')
    expect(said).toContain('  // tacet:allow npm-access-token -- why this is no secret\n')
    expect(said).toMatch(/revoke it first.*\n {2}https:\/\//)
    expect(said).toContain('git commit --no-verify')
    expect(said.includes(secret)).toBe(false)
    expect(count(root)).toBe('1')
    // As it says.
    addFiles(root, { 'src/a.ts': 'clean\nconst npmToken = process.env.NPM_TOKEN\n' })
    git(root, 'add', 'src/a.ts')
    git(root, 'commit', '--quiet', '--message=a')
    addFiles(root, { 'b.ts': line })
    git(root, 'add', 'b.ts')
    git(root, 'commit', '--quiet', '--no-verify', '--message=b')
    expect(count(root)).toBe('3')
  })

  test('knows that an .env file is to be kept, and that JSON has no comments', async () => {
    const root = tempRepository({ 'a.ts': '' })
    addFiles(root, { '.env': `NPM_TOKEN=${secret}\n` })
    git(root, 'add', '--all')
    const env = await runCli(['hook', 'pre-commit'], { cwd: root })
    expect([env.code, env.stdout]).toEqual([1, ''])
    expect(env.stderr).toContain('     git rm --cached .env\n')
    expect(env.stderr).not.toMatch(/\d\. git add/)
    git(root, 'rm', '--quiet', '--cached', '.env')
    addFiles(root, { 'a b.json': JSON.stringify({ token: secret }) })
    git(root, 'add', 'a b.json')
    // Files are what lint-staged adds; what is staged counts.
    const json = await runCli(['hook', 'pre-commit', 'a.ts'], { cwd: root })
    expect(json.code).toBe(1)
    expect(json.stderr).toContain("  2. git add 'a b.json'\n")
    expect(json.stderr).toContain(`tacet baseline --reason "why this is no secret" 'a b.json'`)
    expect(json.stderr).not.toContain('tacet:allow')
  })

  test.each(['tacet:allow npm-access-token -- a sample', 'gitleaks:allow'])(
    'lets no comment decide when it is told so: %s',
    async (comment) => {
      const root = tempRepository({ 'a.ts': 'clean\n' })
      addFiles(root, { 'b.ts': `const npmToken = '${secret}' // ${comment}\n` })
      git(root, 'add', '--all')
      const check = async (...options: string[]) =>
        (await runCli(['hook', 'pre-commit', ...options], { cwd: root })).code
      expect([await check(), await check('--no-allow-comments')]).toEqual([0, 1])
    },
  )

  test('says nothing of a clean commit, and stops what it cannot check', async () => {
    const root = tempRepository({ 'a.ts': 'clean\n' })
    expect(await runCli(['hook', 'pre-commit'], { cwd: root })).toEqual({ code: 0, stdout: '', stderr: '' })
    const nowhere = await runCli(['hook', 'pre-commit'], { cwd: tempTree() })
    expect(nowhere.code).toBe(2)
    expect(nowhere.stderr).toMatch(
      /^tacet: this commit was stopped, for it could not be checked: .* --no-verify\.$/m,
    )
    const typed = await runCli(['hook', 'pre-comit'], { cwd: root })
    expect([typed.code, typed.stderr]).toEqual([2, expect.stringContaining('did you mean hook pre-commit?')])
  })
})

describe('tacet hook pre-push', () => {
  posix(
    'stops a secret in any commit that no remote has, and nothing else',
    () => {
      const remote = server()
      const root = tempRepository({ 'a.ts': 'clean\n' })
      git(root, 'remote', 'add', 'origin', remote)
      // What a remote has is no news, whoever pushed it.
      commit(root, { 'old.ts': line }, 'old')
      git(root, 'push', '--quiet', 'origin', 'main')
      install(join(root, '.git'), 'pre-push')
      commit(root, { 'a.ts': 'clean too\n' }, 'clean')
      git(root, 'push', '--quiet', 'origin', 'main', 'main:refs/heads/other')
      git(root, 'push', '--quiet', 'origin', ':other')
      git(root, 'checkout', '--quiet', '-b', 'topic')
      const bringing = `token = "${credential('npm-access-token', 2)}"\n`
      commit(root, { 'b.py': bringing, 'web/tacet.json': '{}' }, 'bad')
      const bad = git(root, 'rev-parse', 'HEAD').slice(0, 10)
      git(root, 'rm', '--quiet', 'b.py')
      git(root, 'commit', '--quiet', '--message=gone')
      const said = refusal(() => git(root, 'push', '--quiet', 'origin', 'topic'))
      expect(said).toContain('tacet stopped this push: it brings a secret.')
      expect(said).toContain('b.py:1  os.environ["TOKEN"]')
      expect(said).toContain(`git rebase --interactive ${bad}^`)
      expect(said).toContain('  # tacet:allow npm-access-token -- why this is no secret\n')
      expect(said).toContain('git push --no-verify')
      expect(said).toContain('tacet: this push changes what the scanner looks at: web/tacet.json\n')
      expect(said).not.toContain('old.ts')
      git(root, 'tag', 'v1')
      expect(refusal(() => git(root, 'push', '--quiet', 'origin', 'v1'))).toContain('b.py:1:10')
      expect(git(remote, 'for-each-ref', '--format=%(refname)').trim()).toBe('refs/heads/main')
      git(root, 'reset', '--quiet', '--hard', 'HEAD~2')
      git(root, 'push', '--quiet', 'origin', 'topic')
    },
    60_000,
  )

  posix(
    'reads the message of a tag, and the file that a tag is of',
    () => {
      const remote = server()
      const root = tempRepository({ 'a.ts': 'clean\n' })
      install(join(root, '.git'), 'pre-push')
      git(root, 'push', '--quiet', remote, 'main')
      const tag = (...args: string[]) => git(root, 'tag', '--annotate', ...args)
      tag('--message=first', 'v1')
      tag(`--message=${secret}`, 'v2')
      // A tag of a tag leads to it.
      tag('--message=third', 'v3', 'v2')
      addFiles(root, { 'b.ts': line })
      git(root, 'tag', 'file', git(root, 'hash-object', '-w', 'b.ts').trim())
      git(root, 'tag', 'folder', 'HEAD^{tree}')
      git(root, 'push', '--quiet', remote, 'v1')
      const said = refusal(() => git(root, 'push', '--quiet', remote, 'v3'))
      expect(said).toMatch(/^\.git\/tag\/[0-9a-f]{40}:\d+:1 .*npm-access-token$/m)
      expect(said).toContain('git tag --delete NAME and tag again')
      expect(said).not.toContain('git rebase')
      expect(refusal(() => git(root, 'push', '--quiet', remote, 'file'))).toMatch(/^\.git\/blob\//m)
      expect(refusal(() => git(root, 'push', '--quiet', remote, 'folder'))).toContain('could not be checked')
      expect(git(remote, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main\nrefs/tags/v1\n')
    },
    60_000,
  )

  test('takes from pre-commit and prek what they took from Git', async () => {
    const root = tempRepository({ 'a.ts': 'clean\n' })
    const from = git(root, 'rev-parse', 'HEAD').trim()
    commit(root, { 'b.ts': line }, 'b')
    const to = git(root, 'rev-parse', 'HEAD').trim()
    const push = (env: Readonly<Record<string, string>>) => runCli(['hook', 'pre-push'], { cwd: root, env })
    expect((await push({ PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to })).code).toBe(1)
    expect((await push({ PRE_COMMIT_FROM_REF: to, PRE_COMMIT_TO_REF: to })).code).toBe(0)
    expect((await push({ PRE_COMMIT_REMOTE_NAME: 'origin' })).code).toBe(1)
    const nothing = await push({})
    expect([nothing.code, nothing.stderr]).toEqual([0, expect.stringContaining('nothing was scanned')])
  })

  test('refuses what Git does not write', async () => {
    const root = tempRepository({ 'a.ts': 'clean\n' })
    const bad = await runCli(['hook', 'pre-push'], { cwd: root, input: 'refs/heads/main main x y\n' })
    expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('not what Git hands to this hook')])
  })
})

describe('tacet hook pre-receive', () => {
  posix(
    'refuses a push before it is taken, and lets through what is there already',
    () => {
      const remote = server()
      install(remote, 'pre-receive')
      const root = tempRepository({ 'a.ts': 'clean\n' })
      git(root, 'push', '--quiet', remote, 'main')
      commit(root, { 'b.ts': line }, 'b')
      git(root, 'rm', '--quiet', 'b.ts')
      git(root, 'commit', '--quiet', '--message=gone')
      const said = refusal(() => git(root, 'push', '--quiet', remote, 'main'))
      expect(said).toMatch(/^remote: b\.ts:1:19 .*npm-access-token\s*$/m)
      expect(said).toContain('only who runs it can let the push through')
      expect(said).not.toContain('--no-verify')
      // Its baseline is not that of whoever pushes.
      expect(said).toContain('// tacet:allow npm-access-token --')
      expect(said).not.toContain('baseline')
      install(remote, 'pre-receive', '--no-allow-comments')
      expect(refusal(() => git(root, 'push', '--quiet', remote, 'main'))).not.toContain('tacet:allow')
      git(root, 'reset', '--quiet', '--hard', 'HEAD~2')
      git(root, 'push', '--quiet', remote, 'main:refs/heads/other')
      git(root, 'push', '--quiet', remote, ':refs/heads/other')
      expect(count(remote)).toBe('1')
      // A replaced commit looks clean to whoever asks for it; it is not.
      commit(root, { 'c.ts': line }, 'c')
      const dirty = git(root, 'rev-parse', 'HEAD').trim()
      git(root, 'replace', dirty, 'HEAD~1')
      git(root, 'push', '--quiet', remote, 'refs/replace/*:refs/replace/*')
      git(root, 'replace', '--delete', dirty)
      expect(refusal(() => git(root, 'push', '--quiet', remote, 'main'))).toContain('c.ts:1:19')
    },
    60_000,
  )
})
