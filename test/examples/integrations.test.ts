import { execFile } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { builtCli } from '../helpers/built-cli.ts'
import { credential } from '../helpers/credentials.ts'
import { runCli } from '../helpers/run-cli.ts'
import { addFiles, git, tempRepository, tempTree } from '../helpers/temp-tree.ts'
import { actionErrors } from '../helpers/workflow-errors.ts'

const root = join(import.meta.dirname, '../..')
const text = (name: string): string => readFileSync(join(root, name), 'utf8')
const { version } = JSON.parse(text('packages/cli/package.json')) as { version: string }
const line = (seed = 1): string => `const token = '${credential('npm-access-token', seed)}'\n`

const script = (file: string, lines: string): void => {
  writeFileSync(file, `#!/bin/sh\n${lines}\n`)
  chmodSync(file, 0o755)
}

/** A folder to put first on PATH, where `npm` and `npx` know the built command under the version that is released. */
const commands = (): string => {
  const folder = tempTree()
  const run = `exec "${process.execPath}" "${builtCli}" "$@"`
  script(join(folder, 'tacet'), run)
  script(
    join(folder, 'npx'),
    `[ "$1" = --yes ] && shift; [ "$1" = --prefer-offline ] && shift\n[ "$1" = @tacet/cli@${version} ] || exit 9\nshift\n${run}`,
  )
  script(
    join(folder, 'npm'),
    `for last; do :; done\n[ "$last" = @tacet/cli@${version} ] || exit 9\nmkdir -p tacet/node_modules/.bin\ncp '${folder}/tacet' tacet/node_modules/.bin/tacet`,
  )
  return folder
}

interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const run = (file: string, args: readonly string[], cwd: string, env: Record<string, string>): Promise<Ran> =>
  new Promise((resolve) => {
    const PATH = `${env.PATH}${delimiter}${process.env.PATH}`
    const child = execFile(file, args, { cwd, env: { ...env, PATH } }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    )
  })

/** A repository on a server, whose branch `topic` brings and takes away again a secret; `main` has one of its own. */
const pullRequest = () => {
  const server = tempRepository({ 'old.ts': line(2) })
  const base = git(server, 'rev-parse', 'HEAD').trim()
  git(server, 'checkout', '--quiet', '-b', 'topic')
  addFiles(server, { 'a.ts': line() })
  git(server, 'add', '--all')
  git(server, 'commit', '--quiet', '--message=a')
  git(server, 'rm', '--quiet', 'a.ts')
  git(server, 'commit', '--quiet', '--message=gone')
  const head = git(server, 'rev-parse', 'HEAD').trim()
  const clone = (...options: string[]): string => {
    const folder = tempTree()
    git(folder, 'clone', '--quiet', ...options, `file://${server}`, '.')
    return folder
  }
  return { base, head, clone, server }
}

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly run?: string
  readonly 'working-directory'?: string
  readonly env?: Readonly<Record<string, string>>
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly runs: { readonly steps: readonly Step[] }
}

describe.skipIf(process.platform === 'win32')('the action', () => {
  const { inputs, runs } = parse(text('action.yml')) as Action

  /** Runs its scripts as a runner does, with what its expressions stand for. */
  const act = async (
    cwd: string,
    given: Readonly<Record<string, string>>,
  ): Promise<Ran & { output: string }> => {
    const temp = tempTree({ output: '', summary: '' })
    const outputs: Record<string, string> = {}
    const all = { PATH: commands(), RUNNER_TEMP: temp, GITHUB_OUTPUT: join(temp, 'output') }
    const value = (expression: string): string => {
      const [, name] = /^\$\{\{ ([\w.-]+)/.exec(expression)!
      const input = /^inputs\.(.+)$/.exec(name!)?.[1]
      if (input !== undefined) return given[input] ?? inputs[input]!.default
      return given[name!] ?? outputs[/\.outputs\.(.+)$/.exec(name!)?.[1] ?? ''] ?? ''
    }
    let stdout = ''
    let stderr = ''
    let output = ''
    for (const step of runs.steps) {
      if (step.run === undefined) continue
      const env = Object.entries(step.env ?? {}).map(([key, expression]) => [key, value(expression)])
      const where = step['working-directory']?.includes('runner.temp') ? temp : cwd
      const ran = await run('bash', ['-e', '-o', 'pipefail', '-c', step.run], where, {
        ...Object.fromEntries(env),
        ...all,
      })
      stdout += ran.stdout
      stderr += ran.stderr
      output = readFileSync(all.GITHUB_OUTPUT, 'utf8')
      for (const [, key, result] of output.matchAll(/^([\w-]+)=(.*)$/gm)) outputs[key!] = result!
      if (ran.code !== 0) return { code: ran.code, stdout, stderr, output }
    }
    return { code: 0, stdout, stderr, output }
  }

  test('is what GitHub takes', async () => {
    const errors = await actionErrors()
    const action = text('action.yml')
    expect(errors(action)).toEqual([])
    expect(errors(action.replace('using: composite', 'using: composed'))).not.toEqual([])
    expect(errors(action.replace('shell: bash', 'shel: bash'))).not.toEqual([])
  })

  test('installs the version that it is of, and names other actions by their commits', () => {
    expect(inputs.version!.default).toBe(version)
    for (const { uses } of runs.steps) if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/)
    // What someone else wrote never becomes a part of a script.
    for (const step of runs.steps) expect(step.run ?? '').not.toContain('${{')
  })

  test('scans what a pull request adds, also when the clone is shallow', async () => {
    const { base, head, clone } = pullRequest()
    const event = { 'github.event.pull_request.base.sha': base, 'github.event.pull_request.head.sha': head }
    for (const folder of [clone('--branch=topic'), clone('--branch=topic', '--depth=1')]) {
      const { code, stdout, output } = await act(folder, event)
      expect(code).toBe(1)
      expect(stdout.match(/^::error /gm)).toHaveLength(1)
      expect(stdout).toContain('a.ts')
      expect(stdout).not.toContain('old.ts')
      expect(output).toContain(`range=${base}..${head}\n`)
    }
    const alone = clone('--branch=topic', '--depth=1')
    git(alone, 'remote', 'set-url', 'origin', 'file:///nowhere')
    const cut = await act(alone, event)
    expect([cut.code, cut.stdout]).toEqual([
      2,
      expect.stringContaining('give actions/checkout the input fetch-depth: 0'),
    ])
  }, 60_000)

  test('scans what is there else, writes SARIF, and lets findings pass when told to', async () => {
    const { clone } = pullRequest()
    const folder = clone('--branch=topic')
    const given = { sarif: 'true', 'fail-on-findings': 'false', args: '--min-confidence\nhigh\n' }
    const { code, stdout, output } = await act(folder, given)
    expect(code).toBe(0)
    expect(stdout).toContain('old.ts')
    expect(output).toContain('exit-code=1\n')
    const [, file] = /^sarif-file=(.*)$/m.exec(output)!
    expect(JSON.parse(readFileSync(file!, 'utf8')).runs[0].results).toHaveLength(1)
    const failed = await act(folder, { ...given, args: '--min-confidence\nhigh\nnot there' })
    expect(failed.code).toBe(2)
  }, 60_000)
})

describe('.pre-commit-hooks.yaml', () => {
  const hooks = parse(text('.pre-commit-hooks.yaml')) as { id: string; entry: string; stages: string[] }[]

  test('runs commands that there are, of the version that it is of', async () => {
    expect(hooks.map(({ stages }) => stages)).toEqual([['pre-commit'], ['pre-push']])
    const repository = tempRepository({ 'a.ts': '' })
    for (const { entry } of hooks) {
      const [npx, , , spec, ...args] = entry.split(' ')
      expect([npx, spec]).toEqual(['npx', `@tacet/cli@${version}`])
      expect((await runCli(args, { cwd: repository })).code).toBe(0)
    }
  })
})

describe.skipIf(process.platform === 'win32')('the template for GitLab', () => {
  const template = text('templates/gitlab-ci.yml')
  const runner = createRequire(import.meta.url).resolve('gitlab-ci-local')

  test('is what tacet init writes', async () => {
    const repository = tempRepository({ 'a.ts': '' })
    const written = await runCli(['init', 'gitlab'], { cwd: repository })
    expect(written.code).toBe(0)
    expect(readFileSync(join(repository, '.gitlab-ci.yml'), 'utf8')).toBe(template)
  })

  test('is what the schema of GitLab takes', async () => {
    const folder = tempRepository({ '.gitlab-ci.yml': template })
    const list = () => run(process.execPath, [runner, '--list'], folder, { PATH: '', HOME: folder })
    const listed = await list()
    expect([listed.code, listed.stdout]).toEqual([0, expect.stringMatching(/^tacet\s+test\s/m)])
    addFiles(folder, { '.gitlab-ci.yml': template.replace('secret_detection:', 'secrets_detection:') })
    expect((await list()).code).not.toBe(0)
  })

  test('scans what a merge request adds, and what is there else', async () => {
    const { base, head, clone } = pullRequest()
    const folder = clone('--branch=topic')
    const { tacet } = parse(template) as {
      tacet: { script: [string]; artifacts: { reports: { secret_detection: string } } }
    }
    const scan = async (env: Record<string, string>) => {
      const { code } = await run('sh', ['-e', '-c', tacet.script[0]], folder, { PATH: commands(), ...env })
      const report = readFileSync(join(folder, tacet.artifacts.reports.secret_detection), 'utf8')
      const { vulnerabilities } = JSON.parse(report) as { vulnerabilities: { location: { file: string } }[] }
      return { code, files: vulnerabilities.map(({ location }) => location.file) }
    }
    expect(await scan({})).toEqual({ code: 1, files: ['old.ts'] })
    const merge = { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_COMMIT_SHA: head }
    expect(await scan(merge)).toEqual({ code: 1, files: ['a.ts'] })
  })
})
