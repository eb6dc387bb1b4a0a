import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { main } from '@tacet/cli'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { parse } from 'yaml'
import { insertYaml } from '../../packages/cli/src/init/insert-yaml.ts'
import { runCli } from '../helpers/run-cli.ts'
import { addFiles, git, tempRepository, tempTree } from '../helpers/temp-tree.ts'
import { makeTerminal, RecordedOutput } from '../helpers/terminal.ts'
import { workflowErrors } from '../helpers/workflow-errors.ts'

const environment = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `tacet init` in a folder, on a terminal when there are answers to what it asks. */
const init = async (
  cwd: string,
  args: readonly string[],
  answers?: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Ran> => {
  const spy = vi.spyOn(process, 'cwd').mockReturnValue(cwd)
  onTestFinished(() => spy.mockRestore())
  const stdout = new RecordedOutput({ isTTY: answers !== undefined })
  const stdin = Object.assign(Readable.from((answers ?? []).map((answer) => `${answer}\n`)), {
    isTTY: answers !== undefined,
  })
  const { terminal, stderr } = makeTerminal({
    stdout,
    stdin,
    env: { ...environment, NO_COLOR: '1', ...more },
  })
  const code = await main(['init', ...args], terminal)
  spy.mockRestore()
  return { code, stdout: stdout.written, stderr: stderr.written }
}

const text = (root: string, name: string): string => readFileSync(join(root, name), 'utf8')
const manifest = (more: object = {}): string => `${JSON.stringify({ name: 'shop', ...more }, null, 2)}\n`
const posix = test.skipIf(process.platform === 'win32')

describe('tacet init', () => {
  test('shows what it would write, writes it when told to, and then finds nothing more to do', async () => {
    const root = tempRepository({
      'package.json': manifest(),
      'pnpm-lock.yaml': '',
      '.github/workflows/ci.yml': '',
    })
    const dry = await init(root, ['--dry-run'])
    expect(dry.code).toBe(0)
    expect(dry.stdout).toContain('+++ b/.git/hooks/pre-commit')
    expect(dry.stdout).toContain('+++ b/.github/workflows/tacet.yml')
    const refused = await init(root, [])
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('give --yes, or the names')])
    expect(existsSync(join(root, '.git/hooks/pre-commit'))).toBe(false)
    const written = await init(root, ['--yes'])
    expect(written.code).toBe(0)
    expect(written.stdout).toContain('Next:\n    pnpm add --save-dev @tacet/cli\n')
    expect(text(root, '.git/hooks/pre-commit')).toContain(
      "'./node_modules/.bin/tacet' hook pre-commit || exit $?",
    )
    const again = await init(root, ['--yes'])
    expect([again.code, again.stdout.match(/Is set up already/g)?.length]).toEqual([0, 2])
    expect((await init(root, [])).code).toBe(0)
    const typo = await init(root, ['huskey'])
    expect([typo.code, typo.stderr]).toEqual([2, expect.stringContaining('did you mean husky?')])
  })

  test('asks on a terminal, one thing after the other', async () => {
    const root = tempRepository({ 'package.json': manifest(), '.github/workflows/ci.yml': '' })
    const { code, stdout } = await init(root, [], ['n', ''])
    expect([code, stdout.match(/Write this\?/g)?.length]).toEqual([0, 2])
    expect(existsSync(join(root, '.git/hooks/pre-commit'))).toBe(false)
    expect(existsSync(join(root, '.github/workflows/tacet.yml'))).toBe(true)
    // Whoever leaves has not agreed.
    expect((await init(root, ['--pre-push'], [])).code).toBe(0)
    expect(existsSync(join(root, '.git/hooks/pre-push'))).toBe(false)
  })

  posix('puts itself before what a hook does, and leaves alone what it would break', async () => {
    const root = tempRepository({ 'a.ts': '' })
    const hook = join(root, '.git/hooks/pre-commit')
    writeFileSync(hook, '#!/bin/sh\n# mine\nnpm test\nexit 0\n')
    writeFileSync(join(root, '.git/hooks/pre-push'), '#!/bin/sh\ngit lfs pre-push "$@"\n')
    const { code, stdout } = await init(root, ['hooks', '--pre-push'])
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/^By hand: .*pre-push may read what Git writes/m),
    ])
    const lines = readFileSync(hook, 'utf8').split('\n')
    expect(lines.slice(0, 2)).toEqual(['#!/bin/sh', '# mine'])
    expect(lines[2]).toMatch(/^# tacet begin/)
    expect(lines.slice(-4)).toEqual(['# tacet end', 'npm test', 'exit 0', ''])
    expect(text(root, '.git/hooks/pre-push')).toBe('#!/bin/sh\ngit lfs pre-push "$@"\n')
    // A hook that is not executable is none.
    expect(statSync(hook).mode & 0o111).toBe(0o111)
    chmodSync(hook, 0o644)
    expect((await init(root, ['hooks'])).stdout).toContain('is made executable')
    expect(statSync(hook).mode & 0o111).toBe(0o111)
    // Lines of an older version are renewed where they are.
    writeFileSync(hook, readFileSync(hook, 'utf8').replace('hook pre-commit ||', 'old ||'))
    await init(root, ['hooks'])
    expect(readFileSync(hook, 'utf8')).toBe(lines.join('\n'))
    writeFileSync(hook, '#!/usr/bin/env python3\nprint(1)\n')
    expect((await init(root, ['hooks'])).stdout).toContain('is no shell script')
    writeFileSync(hook, '#!/bin/sh\nexec lefthook run pre-commit\n')
    expect((await init(root, ['hooks'])).stdout).toContain('is written by lefthook')
    expect(readFileSync(hook, 'utf8')).toBe('#!/bin/sh\nexec lefthook run pre-commit\n')
  })

  posix('stops a commit when Tacet is not installed, and says how to install it', async () => {
    const root = tempRepository({ 'web/package.json': manifest(), 'web/yarn.lock': '' })
    await init(join(root, 'web'), ['hooks'])
    expect(text(root, '.git/hooks/pre-commit')).toContain("'web/node_modules/.bin/tacet'")
    addFiles(root, { 'a.ts': '' })
    git(root, 'add', '--all')
    const PATH = '/usr/bin:/bin'
    expect(() =>
      execFileSync('git', ['commit', '-m', 'a'], { cwd: root, stdio: 'pipe', env: { ...process.env, PATH } }),
    ).toThrow(/tacet is not installed.*yarn add --dev @tacet\/cli/)
  })

  test('says why it can do nothing', async () => {
    const nowhere = await init(tempTree(), ['--yes'])
    expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('run git init first')])
    // As in a repository of another user.
    const distrusted = await init(tempRepository(), [], undefined, { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' })
    expect([distrusted.code, distrusted.stderr]).toEqual([
      2,
      expect.stringMatching(/dubious ownership.*git config --global --add safe\.directory/),
    ])
    const bare = tempTree()
    git(bare, 'init', '--quiet', '--bare')
    expect((await init(bare, ['--yes'])).stderr).toContain('let hooks/pre-receive run tacet hook pre-receive')
    const root = tempRepository({ 'a.ts': '', '.github': 'a file' })
    const blocked = await init(root, ['github', 'hooks'])
    expect([blocked.code, blocked.stderr]).toEqual([
      2,
      expect.stringMatching(/cannot write .*tacet\.yml: .* is no folder/),
    ])
    expect(existsSync(join(root, '.git/hooks/pre-commit'))).toBe(false)
    writeFileSync(join(root, 'package.json'), '{')
    expect((await init(root, ['--yes'])).stderr).toContain('package.json is no JSON object')
  })

  posix('writes nothing outside of the repository', async () => {
    const shared = tempTree()
    const root = tempRepository({ 'a.ts': '' })
    git(root, 'config', 'core.hooksPath', shared)
    const { code, stdout } = await init(root, ['hooks'])
    expect([code, stdout]).toEqual([1, expect.stringContaining('other repositories may use too')])
    symlinkSync(shared, join(root, '.github'))
    const linked = await init(root, ['github'])
    expect([linked.code, linked.stderr]).toEqual([
      2,
      expect.stringContaining('a link leads out of the repository'),
    ])
    expect(existsSync(join(shared, 'workflows'))).toBe(false)
    git(root, 'config', 'core.hooksPath', '.githooks')
    await init(root, ['hooks'])
    expect(text(root, '.githooks/pre-commit')).toContain('tacet hook pre-commit')
  })
})

describe('tacet init sets up', () => {
  test('husky, as its versions run their hooks', async () => {
    const root = tempRepository({
      'package.json': manifest({ devDependencies: { husky: '^9.1.7' } }),
      '.husky/pre-commit': 'npm test\r\n',
    })
    expect((await init(root, ['--yes', '--pre-push'])).code).toBe(0)
    expect(text(root, '.husky/pre-commit')).toBe('tacet hook pre-commit\r\nnpm test\r\n')
    expect(text(root, '.husky/pre-push')).toBe('tacet hook pre-push "$@"\n')
    const old = tempRepository({
      'package.json': manifest({ devDependencies: { husky: '8.0.3' } }),
      '.husky/pre-commit': '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\nnpm test\n',
    })
    await init(old, ['--yes'])
    expect(text(old, '.husky/pre-commit')).toBe(
      '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\nnpx --no -- tacet hook pre-commit\nnpm test\n',
    )
    expect((await init(old, ['--yes'])).stdout).toContain('Is set up already')
  })

  test('pre-commit, and keeps the comments of its file', async () => {
    const before =
      '# hooks\nrepos:\n- repo: https://example.com/x  # mine\n  rev: v1\n  hooks:\n  - id: x\n# the end\n'
    const root = tempRepository({ '.pre-commit-config.yaml': before })
    const { stdout } = await init(root, ['--yes', '--pre-push'])
    expect(stdout).toContain('    pre-commit install --hook-type pre-push\n')
    const after = text(root, '.pre-commit-config.yaml')
    expect(after.startsWith(before.slice(0, before.indexOf('# the end')))).toBe(true)
    expect(after.endsWith('# the end\n')).toBe(true)
    const { repos } = parse(after) as { repos: { repo: string; hooks: Record<string, unknown>[] }[] }
    expect(repos[1]!.repo).toBe('local')
    expect(repos[1]!.hooks.map(({ entry, language, stages }) => [entry, language, stages])).toEqual([
      ['tacet hook pre-commit', 'node', ['pre-commit']],
      ['tacet hook pre-push', 'node', ['pre-push']],
    ])
    expect((await init(root, ['--yes', '--pre-push'])).stdout).toContain('Is set up already')
    writeFileSync(join(root, '.pre-commit-config.yaml'), 'repos: []\n')
    expect((await init(root, ['--yes'])).code).toBe(1)
    expect(text(root, '.pre-commit-config.yaml')).toBe('repos: []\n')
  })

  test.each([
    ['', { commands: { tacet: { run: 'npx --no -- tacet hook pre-commit' } } }],
    [
      'pre-commit:\n  parallel: true\n  commands:\n    lint:\n      run: lint\npost-merge:\n  commands: {}\n',
      {
        parallel: true,
        commands: { lint: { run: 'lint' }, tacet: { run: 'npx --no -- tacet hook pre-commit' } },
      },
    ],
    [
      'pre-commit:\r\n  jobs:\r\n    - run: lint\r\n',
      { jobs: [{ run: 'lint' }, { name: 'tacet', run: 'npx --no -- tacet hook pre-commit' }] },
    ],
    [
      'pre-commit:\n    scripts:\n        a.sh:\n            runner: bash',
      {
        scripts: { 'a.sh': { runner: 'bash' } },
        commands: { tacet: { run: 'npx --no -- tacet hook pre-commit' } },
      },
    ],
  ])('lefthook, whatever there is in %j', async (before, hook) => {
    const root = tempRepository({ 'lefthook.yml': before })
    expect((await init(root, ['--yes', '--pre-push'])).code).toBe(0)
    const after = text(root, 'lefthook.yml')
    expect(/(?<!\r)\n/.test(after)).toBe(!before.includes('\r'))
    const read = parse(after) as Record<string, unknown>
    expect(read['pre-commit']).toEqual(hook)
    expect(read['pre-push']).toMatchObject({ commands: { tacet: { use_stdin: true } } })
    expect((await init(root, ['--yes', '--pre-push'])).stdout).toContain('Is set up already')
  })

  test('lint-staged, when nothing else runs hooks', async () => {
    const root = tempRepository({
      'package.json': JSON.stringify({ name: 'a', 'lint-staged': { '*': 'prettier --write' } }, null, 4),
    })
    await init(root, ['--yes'])
    expect(text(root, 'package.json')).toContain('\n    "name": "a",\n')
    expect(JSON.parse(text(root, 'package.json'))['lint-staged']).toEqual({
      '*': ['prettier --write', 'tacet hook pre-commit'],
    })
    const program = tempRepository({
      'package.json': manifest(),
      'lint-staged.config.mjs': 'export default {}\n',
    })
    expect((await init(program, ['--yes'])).code).toBe(1)
    mkdirSync(join(program, '.husky'))
    expect((await init(program, ['--dry-run'])).stdout).toMatch(/^husky .*[\s\S]*^Also here: lint-staged/m)
  })

  test('GitHub Actions, with a workflow that GitHub takes, once', async () => {
    const root = tempRepository({ 'a.ts': '' })
    git(root, 'remote', 'add', 'origin', 'git@github.com:shop/web.git')
    await init(root, ['--yes'])
    const workflow = text(root, '.github/workflows/tacet.yml')
    expect((await workflowErrors())(workflow)).toEqual([])
    // A tag can be moved, and what is installed must be what was looked at.
    for (const [, at] of workflow.matchAll(/uses: \S+@(\S+)/g)) expect(at).toMatch(/^[0-9a-f]{40}$/)
    expect(workflow.match(/@tacet\/cli@\d+\.\d+\.\d+/g)).toHaveLength(2)
    addFiles(root, { '.github/workflows/tacet.yml': 'on: push\njobs: {}\n' })
    expect((await init(root, ['github'])).code).toBe(1)
    expect(text(root, '.github/workflows/tacet.yml')).toBe('on: push\njobs: {}\n')
  })

  test('GitLab CI, when the pipeline has the stage', async () => {
    const before = 'stages: [build, test]\r\nbuild:\r\n  stage: build\r\n  script: make\r\n'
    const root = tempRepository({ '.gitlab-ci.yml': before })
    await init(root, ['--yes'])
    const after = text(root, '.gitlab-ci.yml')
    expect([after.startsWith(before), /(?<!\r)\n/.test(after)]).toEqual([true, false])
    expect(parse(after)).toMatchObject({ build: { script: 'make' }, tacet: { needs: [] } })
    expect((await init(root, ['gitlab'])).stdout).toContain('Is set up already')
    addFiles(root, { '.gitlab-ci.yml': 'stages: [build]\n' })
    expect((await init(root, ['gitlab'])).code).toBe(1)
  })

  test('the merge driver, in the file for all and in this clone, and a tacet.json that is asked for', async () => {
    const root = tempRepository({ '.gitattributes': '* text=auto', '.tacet-baseline': '' })
    await init(root, ['baseline', 'config'])
    expect(text(root, '.gitattributes')).toBe('* text=auto\n.tacet-baseline merge=tacet-baseline\n')
    expect(git(root, 'config', 'merge.tacet-baseline.driver').trim()).toBe('tacet baseline merge %O %A %B')
    expect((await runCli(['config', 'check'], { cwd: root })).code).toBe(0)
    expect((await init(root, ['baseline', 'config'])).stdout.match(/Is set up already/g)).toHaveLength(2)
  })
})

test('a YAML text with lines added says what it said, and what was added', () => {
  const scalar = fc.constantFrom('1', 'a', "'b: c'", '"d"', '# e', 'f # g', 'null')
  const entry = fc.tuple(fc.constantFrom('x', 'y', 'z'), scalar)
  const block = fc.tuple(
    fc.uniqueArray(entry, { selector: ([key]) => key, minLength: 1 }),
    fc.integer({ min: 1, max: 4 }),
  )
  const yaml = fc.tuple(block, fc.boolean(), fc.constantFrom('\n', '', '\n\n# end\n'), fc.boolean())
  fc.assert(
    fc.property(yaml, ([[entries, indent], isLast, ending, isWindows]) => {
      const inner = entries.map(([key, value]) => `${' '.repeat(indent)}${key}: ${value}`).join('\n')
      const unix = `before: 1\nit:\n${inner}${isLast ? ending : `\nafter: 2${ending}`}`
      const before = isWindows ? unix.replaceAll('\n', '\r\n') : unix
      const after = insertYaml(before, ['it'], 'added:\n  run: |\n    1\n')
      const old = parse(before) as { it: object }
      expect(parse(after!)).toEqual({ ...old, it: { ...old.it, added: { run: '1\n' } } })
      expect(after!.startsWith(before.slice(0, 15))).toBe(true)
    }),
    { seed: 8, numRuns: 300 },
  )
})
