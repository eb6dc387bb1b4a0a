import { Readable } from 'node:stream'
import { main } from '@tacet/cli'
import { describe, expect, it } from 'vitest'
import { credential } from '../helpers/credentials.ts'
import { commit } from '../helpers/history.ts'
import { addFiles, git, tempRepository, tempTree } from '../helpers/temp-tree.ts'
import { makeTerminal } from '../helpers/terminal.ts'

const line = `const token = '${credential('npm-access-token')}'\n`

const run = async (args: readonly string[], stdin = '') => {
  const { terminal, stdout, stderr } = makeTerminal({ stdin: Readable.from([stdin]) })
  const code = await main(['scan', '--no-progress', ...args], terminal)
  return { code, stdout: stdout.written, stderr: stderr.written }
}

const findingsOf = (report: string) => (JSON.parse(report) as { findings: unknown[] }).findings

describe('tacet scan --history', () => {
  it('tells where a secret came from and went, in every format', async () => {
    const root = tempRepository({ 'a.ts': line })
    const first = git(root, 'rev-parse', 'HEAD').trim()
    const last = commit(root, { 'a.ts': 'clean\n' })
    const text = await run(['--history', root])
    expect(text.code).toBe(1)
    expect(text.stdout).toMatch(
      new RegExp(
        `Came with ${first.slice(0, 10)} of \\d{4}-\\d\\d-\\d\\d by Nobody\\n` +
          ` +Removed by ${last.slice(0, 10)} of \\d{4}-\\d\\d-\\d\\d by Nobody\\n +Reached from main\\n`,
      ),
    )
    expect(text.stdout).toContain('Scanned 2 commits, 6 objects, 2 files')
    expect(text.stdout).not.toContain('nobody@example.com')
    const json = await run(['--history', root, '--format', 'json'])
    expect(JSON.parse(json.stdout)).toMatchObject({
      complete: true,
      findings: [{ history: { commit: first, removedIn: { commit: last }, refs: ['refs/heads/main'] } }],
      coverage: { commits: 2, objects: 6, sources: [{ kind: 'git-history' }] },
    })
    const sarif = await run(['--history', root, '--format', 'sarif', '--show-emails'])
    expect(JSON.parse(sarif.stdout).runs[0].results).toMatchObject([
      {
        message: { text: expect.stringContaining(`Came with ${first.slice(0, 10)}`) },
        properties: { history: { commit: first, email: 'nobody@example.com' } },
      },
    ])
  })

  it('is what the options for parts of it mean', async () => {
    const root = tempRepository({ 'a.ts': line })
    const last = commit(root, { 'b.ts': `// ${line}` })
    const json = ['--format', 'json', root]
    expect((await run(['--range', 'HEAD~1..HEAD', ...json])).code).toBe(1)
    expect(findingsOf((await run(['--branch', 'main', ...json])).stdout)).toHaveLength(1)
    expect(findingsOf((await run(['--since', '2000-01-01', ...json])).stdout)).toHaveLength(1)
    expect(findingsOf((await run(['--unreachable', ...json])).stdout)).toHaveLength(1)
    const piped = await run(['--commits-from', '-', ...json], `${last}\n\n`)
    expect(JSON.parse(piped.stdout)).toMatchObject({ coverage: { commits: 1 } })
    expect(await run(['--commits-from', '-', ...json], '')).toMatchObject({ code: 0 })
  })

  it.each([
    [['--range', 'a..b', '--since', 'x'], '--range and --since do not go together'],
    [['--commits-from', '-', '--branch', 'x'], '--commits-from and --branch do not go together'],
    [['--staged', '--history'], 'give --staged alone'],
    [['--history', '-'], 'standard input has no history'],
    [['--commits-from', '/no/such/file'], 'cannot read the commits in /no/such/file'],
    [['--range', 'nowhere..HEAD'], '"nowhere..HEAD" is no revision'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, stdout, stderr } = await run([
      ...args,
      ...(args.includes('-') ? [] : [tempRepository({ a: 'a' })]),
    ])
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(message)
  })

  it('says how to deepen a shallow clone', async () => {
    const source = tempRepository({ a: 'a' })
    commit(source, { a: 'b' })
    const root = `${tempTree()}/clone`
    git(source, 'clone', '--quiet', '--depth=1', `file://${source}`, root)
    const { code, stderr } = await run(['--history', root])
    expect(code).toBe(2)
    expect(stderr).toContain('git fetch --unshallow')
    expect((await run(['--history', '--allow-shallow', root])).code).toBe(0)
  })

  it('is not complete where a partial clone left something out', async () => {
    const source = tempRepository({ a: 'a\n' })
    commit(source, { a: 'b\n' })
    git(source, 'config', 'uploadpack.allowFilter', 'true')
    const root = `${tempTree()}/clone`
    git(source, 'clone', '--quiet', '--filter=blob:none', `file://${source}`, root)
    const { code, stderr } = await run(['--history', root])
    expect(code).toBe(2)
    expect(stderr).toContain('the scan is not complete')
    expect((await run(['--history', '--allow-missing', root])).code).toBe(0)
  })
})

describe('tacet scan --staged', () => {
  it('passes what is clean, and tells of added lines that are not', async () => {
    const root = tempRepository({ 'a.ts': line })
    expect((await run(['--staged', root])).code).toBe(0)
    addFiles(root, { 'a.ts': `// moved\n${line}`, 'b.ts': line })
    git(root, 'add', '--all')
    const { code, stdout } = await run(['--staged', root, '--format', 'json'])
    expect(code).toBe(1)
    expect(findingsOf(stdout)).toMatchObject([{ location: { path: `${root}/b.ts`, line: 1 } }])
  })
})
