import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { main } from '@tacet/cli'
import { describe, expect, test } from 'vitest'
import { builtCli } from '../helpers/built-cli.ts'
import { credential } from '../helpers/credentials.ts'
import { commit } from '../helpers/history.ts'
import { runCli } from '../helpers/run-cli.ts'
import { addFiles, git, tempRepository, tempTree } from '../helpers/temp-tree.ts'
import { makeTerminal } from '../helpers/terminal.ts'

const rule = 'npm-access-token'
const line = (seed: number): string => `const token = '${credential(rule, seed)}'\n`

async function tacet(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { terminal, stdout, stderr } = makeTerminal({ env })
  const code = await main(args, terminal)
  return { code, out: stdout.written, err: stderr.written }
}

const baselineOf = (root: string): string => readFileSync(join(root, '.tacet-baseline'), 'utf8')
const entriesOf = (root: string): string[] =>
  baselineOf(root)
    .split('\n')
    .filter((each) => /^[\da-f]{32} /.test(each))

describe('tacet baseline', () => {
  test('makes scans report only what is new, and says what it did', async () => {
    const root = tempRepository({ 'src/a.ts': line(1), 'src/b.ts': `\n${line(2)}` })
    const first = await tacet([
      'baseline',
      '--no-progress',
      root,
      '--reason',
      'from before',
      '--owner',
      '@us',
    ])
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toMatch(/src\/a\.ts:1 {2}npm-access-token {2}npm_…?/)
    expect(first.out).toContain('.tacet-baseline: 2 entries added, 0 known.\n')
    expect(first.out).not.toContain(credential(rule, 1))
    expect(
      entriesOf(root)
        .map((entry) => entry.slice(33))
        .sort(),
    ).toEqual([`${rule} src/a.ts owner=@us -- from before`, `${rule} src/b.ts owner=@us -- from before`])
    const clean = await tacet(['scan', '--no-progress', root])
    expect(clean.code).toBe(0)
    expect(clean.out).toContain('No secrets found.\n')
    expect(clean.out).toContain('2 findings suppressed: 2 baseline.\n')
    expect((await tacet(['scan', '--quiet', '--no-baseline', root])).code).toBe(1)

    addFiles(root, { 'src/a.ts': `${line(1)}${line(3)}` })
    const report = await tacet(['scan', '--no-progress', '--show-suppressed', join(root, 'src')])
    expect(report.code).toBe(1)
    expect(report.out).toContain('1 finding in 1 file')
    expect(report.out).toContain('── suppressed: 2 ──')
    expect(report.out).toMatch(/Suppressed: \S*\.tacet-baseline:\d+ by @us: from before/)
    // What stands elsewhere is not stale for that.
    expect(await tacet(['baseline', join(root, 'src/a.ts')])).toMatchObject({
      out: expect.stringContaining('.tacet-baseline: 1 entry added, 1 known.\n'),
    })
  })

  test('finds what is stale, and removes it when asked', async () => {
    const root = tempRepository({ 'a.ts': line(1), 'b.ts': line(2) })
    await tacet(['baseline', root])
    addFiles(root, { 'b.ts': 'gone\n' })
    const { out } = await tacet(['scan', '--no-progress', '--verbose', root])
    expect(out).toMatch(
      /1 entry of \S*\.tacet-baseline hides nothing any more; to remove: tacet baseline --prune\./,
    )
    expect(out).toMatch(/\.tacet-baseline:\d+: npm-access-token b\.ts\n/)
    expect((await tacet(['baseline', root])).out).toContain('0 entries added, 1 known, 1 stale')
    const part = await tacet(['baseline', '--prune', join(root, 'a.ts')])
    expect(part).toMatchObject({ code: 2, err: expect.stringContaining('run it for') })
    expect((await tacet(['baseline', '--prune', root])).out).toContain('1 known, 1 removed.')
    expect(entriesOf(root)).toHaveLength(1)
    expect((await tacet(['scan', '--no-progress', root])).out).not.toContain('hides nothing')
  })

  test('tells of what has ended, and leaves it so', async () => {
    const root = tempRepository({ 'a.ts': line(1) })
    await tacet(['baseline', root])
    const file = join(root, '.tacet-baseline')
    writeFileSync(file, baselineOf(root).replace(/ a\.ts$/m, ' a.ts until=2020-01-31 -- for a while'))
    const before = baselineOf(root)
    const { out } = await tacet(['baseline', root, '--until', '2999-01-01'])
    expect(out).toContain('0 entries added, 1 known, of which 1 ended and is reported.')
    expect(baselineOf(root)).toBe(before)
    const scan = await tacet(['scan', '--no-progress', root])
    expect(scan).toMatchObject({
      code: 1,
      out: expect.stringMatching(/not suppressed: its entry .* ended on 2020-01-31/),
    })
  })

  test('knows a history', async () => {
    const root = tempRepository({ 'a.ts': line(1) })
    commit(root, { 'a.ts': 'gone\n' })
    await tacet(['baseline', '--history', root])
    expect(entriesOf(root)[0]).toMatch(/ npm-access-token a\.ts history$/)
    const history = await tacet(['scan', '--no-progress', '--history', '--no-cache', root])
    expect(history).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 finding suppressed: 1 baseline.'),
    })
    expect((await tacet(['baseline', '--prune', root])).out).toContain('0 entries added, 0 known.')
  })

  test('is not written when there is nothing, nor when the scan is not complete', async () => {
    const root = tempTree({ 'a.ts': 'clean\n' })
    expect(await tacet(['baseline', root])).toMatchObject({
      code: 0,
      out: expect.stringContaining('no need'),
    })
    expect((await tacet(['baseline', join(root, 'none')])).code).toBe(2)
    expect(existsSync(join(root, '.tacet-baseline'))).toBe(false)
  })

  test('takes a key from the environment, without which it is of no use', async () => {
    const root = tempRepository({ 'a.ts': line(1) })
    const env = { TACET_KEY: 'dev-only-not-a-real-key' }
    await tacet(['baseline', root], env)
    expect((await tacet(['scan', '--quiet', root], env)).code).toBe(0)
    expect(await tacet(['scan', '--quiet', root])).toMatchObject({
      code: 2,
      err: expect.stringContaining('give it in TACET_KEY'),
    })
    const unkeyed = tempRepository({ 'a.ts': line(1) })
    await tacet(['baseline', unkeyed])
    expect((await tacet(['baseline', unkeyed], env)).err).toContain('was begun without a key')
    expect((await tacet(['scan', '--quiet', unkeyed], env)).code).toBe(0)
  })

  test.each([
    [['baseline', '-'], 'standard input has no baseline'],
    [['baseline', '--prune', '--min-confidence', 'high'], 'leaves nothing out: without --min-confidence'],
    [['baseline', '--prune', '--no-archives'], 'leaves nothing out: without --no-archives'],
    [['baseline', '--until', '2027-02-30'], 'there is no day "2027-02-30"'],
    [['baseline', '--until', '2020-01-31'], 'is over already'],
    [['scan', '--baseline', 'x', '--no-baseline'], 'do not go together'],
    [['baseline', 'merge', 'one', 'two'], 'three baselines are needed'],
    [['baseline', 'merge', 'no1', 'no2', 'no3'], 'cannot read the baseline no1'],
    [['audit', '.'], 'there is no terminal to ask on'],
  ])('%j is an error that says what to do', async (args, message) => {
    expect(await tacet(args)).toMatchObject({ code: 2, err: expect.stringContaining(message) })
  })

  test('takes no reason that quotes a secret', async () => {
    const root = tempRepository({ 'a.ts': line(1) })
    const refused = await tacet(['baseline', root, '--reason', `${credential(rule, 1)} is of the docs`])
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('the reason quotes a secret') })
    expect(refused.err.includes(credential(rule, 1))).toBe(false)
    expect(existsSync(join(root, '.tacet-baseline'))).toBe(false)
  })

  test('looks as a scan does that is told how', async () => {
    const root = tempRepository({
      'a.ts': line(1),
      'strict.json': '{"rules":{"npm-*":"off","generic-*":"off"}}',
    })
    const told = await tacet(['baseline', '--config', join(root, 'strict.json'), root])
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining('Nothing is found') })
    addFiles(root, { 'a.ts': `${line(1).trimEnd()} // tacet:allow ${rule} -- of the docs\n` })
    expect((await tacet(['baseline', root])).out).toContain('Nothing is found')
    expect((await tacet(['baseline', '--no-allow-comments', root])).out).toContain('1 entry added')
  })

  test.skipIf(process.platform === 'win32')('is never written where a link leads out to', async () => {
    const outside = join(tempTree(), 'made')
    const root = tempRepository({ 'a.ts': line(1) })
    symlinkSync(outside, join(root, '.tacet-baseline'))
    for (const command of ['baseline', 'scan']) {
      const refused = await tacet([command, root])
      expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('is a link that leads out of') })
    }
    expect(existsSync(outside)).toBe(false)
  })

  test('damaged stops a scan, and the error names the line', async () => {
    const root = tempRepository({ 'a.ts': line(1), '.tacet-baseline': '# tacet baseline 1\n<<<<<<< HEAD\n' })
    const { code, err } = await tacet(['scan', '--quiet', root])
    expect(code).toBe(2)
    expect(err).toMatch(/\.tacet-baseline:2: a merge left a conflict here/)
  })
})

describe('in a repository', () => {
  const branches = () => {
    const root = tempRepository({
      'a.ts': line(1),
      'b.ts': line(2),
      '.gitattributes': '.tacet-baseline merge=tacet-baseline\n',
    })
    const write = () => tacet(['baseline', '--prune', root])
    const on = async (branch: string, files: Readonly<Record<string, string>>) => {
      git(root, 'checkout', '--quiet', '-B', branch, 'main')
      addFiles(root, files)
      await write()
      commit(root, {}, branch)
    }
    return { root, write, on }
  }

  test('branches that both write to it merge, by the merge driver', async () => {
    const { root, write, on } = branches()
    await write()
    commit(root, {})
    const driver = `'${process.execPath}' '${builtCli}' baseline merge %O %A %B`
    git(root, 'config', 'merge.tacet-baseline.driver', driver)
    await on('one', { 'c.ts': line(3), 'a.ts': 'gone\n' })
    await on('two', { 'd.ts': line(4), 'b.ts': 'gone\n' })
    git(root, 'merge', '--quiet', '--no-edit', 'one')
    expect(
      entriesOf(root)
        .map((entry) => entry.split(' ')[2])
        .sort(),
    ).toEqual(['c.ts', 'd.ts'])
    expect((await tacet(['scan', '--quiet', root])).code).toBe(0)
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test('branches that both begin one merge as well', async () => {
    const { root, on } = branches()
    git(
      root,
      'config',
      'merge.tacet-baseline.driver',
      `'${process.execPath}' '${builtCli}' baseline merge %O %A %B`,
    )
    await on('one', { 'c.ts': line(3) })
    await on('two', { 'd.ts': line(4) })
    git(root, 'merge', '--quiet', '--no-edit', 'one')
    expect((await tacet(['scan', '--quiet', root])).code).toBe(0)
    expect((await tacet(['baseline', '--prune', root])).out).toMatch(/0 entries added, 4 known, \d removed/)
    expect(baselineOf(root).match(/^salt /gm)).toHaveLength(1)
    expect((await tacet(['scan', '--quiet', root])).code).toBe(0)
  })

  test('a merge that cannot be made is a conflict', async () => {
    const { root, write, on } = branches()
    await write()
    commit(root, {})
    git(
      root,
      'config',
      'merge.tacet-baseline.driver',
      `'${process.execPath}' '${builtCli}' baseline merge %O %A %B`,
    )
    await on('one', { 'c.ts': line(3) })
    await on('two', { 'd.ts': line(4) })
    writeFileSync(join(root, '.tacet-baseline'), `${baselineOf(root)}what is this\n`)
    commit(root, {})
    expect(() => git(root, 'merge', '--quiet', '--no-edit', 'one')).toThrow()
    expect(git(root, 'diff', '--name-only', '--diff-filter=U').trim()).toBe('.tacet-baseline')
  })

  test('the built command finds the baseline of the repository from a folder within', async () => {
    const root = tempRepository({ 'src/deep/a.ts': line(1) })
    const written = await runCli(['baseline'], { cwd: join(root, 'src') })
    expect(written).toMatchObject({ code: 0, stderr: expect.not.stringContaining('error') })
    expect(written.stdout).toContain('../.tacet-baseline: 1 entry added')
    expect(entriesOf(root)[0]).toContain(' src/deep/a.ts')
    const scanned = await runCli(['scan', '.'], { cwd: join(root, 'src/deep') })
    expect(scanned).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 finding suppressed: 1 baseline.'),
    })
  })
})
