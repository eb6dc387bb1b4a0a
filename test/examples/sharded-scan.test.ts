import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type IJob, Job } from 'kubernetes-models/batch/v1'
import { ConfigMap, type IConfigMap, PersistentVolumeClaim } from 'kubernetes-models/v1'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { builtCli } from '../helpers/built-cli.ts'
import { credential } from '../helpers/credentials.ts'
import { git, tempRepository, tempTree } from '../helpers/temp-tree.ts'
import { workflowErrors } from '../helpers/workflow-errors.ts'

const text = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../examples/sharded-scan', name), 'utf8')

const line = (seed: number): string => `const token = '${credential('npm-access-token', seed)}'\n`

/** A folder to put first on PATH, where `tacet` is the built command and `npx` runs it. */
const commands = (): string => {
  const folder = tempTree()
  const scripts = {
    tacet: `exec "${process.execPath}" "${builtCli}" "$@"`,
    npx: `[ "$1 $2" = '--yes @tacet/cli' ] || exit 9\nshift 2\nexec tacet "$@"`,
  }
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

/** Runs a program as a runner or a container does. Returns its exit code and what it wrote to standard error. */
const run = (
  [file, ...args]: readonly string[],
  cwd: string,
  env: Record<string, string>,
): Promise<{ code: number | null; stderr: string }> =>
  new Promise((resolve) => {
    const PATH = `${env.PATH}${delimiter}${process.env.PATH}`
    const child = execFile(file!, args, { cwd, env: { ...env, PATH } }, (_error, _stdout, stderr) =>
      resolve({ code: child.exitCode, stderr }),
    )
  })

interface Step {
  readonly run?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

interface Workflow {
  readonly jobs: Readonly<
    Record<
      'scan' | 'report',
      {
        readonly steps: readonly Step[]
        readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } }
      }
    >
  >
}

describe.skipIf(process.platform === 'win32')('the workflow', () => {
  const name = 'github-workflow.yml'
  const { jobs } = parse(text(name)) as Workflow
  const shards = jobs.scan.strategy!.matrix.shard

  test('is what GitHub takes', async () => {
    const errors = await workflowErrors()
    expect(errors(text(name))).toEqual([])
    expect(errors(text(name).replace('runs-on', 'runs-in'))).not.toEqual([])
    expect(errors(text(name).replace('matrix.shard', 'matrices.shard'))).not.toEqual([])
  })

  test('hands every report on, and no other', () => {
    expect(shards).toEqual(shards.map((_, index) => index + 1))
    const upload = jobs.scan.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))!
    const download = jobs.report.steps.find(({ uses }) => uses?.startsWith('actions/download-artifact@'))!
    expect([upload.with?.name, download.with?.pattern]).toEqual([`tacet-\${{ matrix.shard }}`, 'tacet-*'])
    expect(upload.with?.path).toBe(`\${{ runner.temp }}/tacet-\${{ matrix.shard }}.json`)
    expect(download.with?.path).toBe(`\${{ runner.temp }}/reports`)
  })

  test('runs, and finds what is in any part of a repository', async () => {
    const cwd = tempRepository(
      Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index}.ts`, line(index)])),
    )
    const PATH = commands()
    const runner = tempTree()
    mkdirSync(join(runner, 'reports'))
    // The default shell of a runner.
    const shell = (script: string) => ['bash', '-e', '-c', script]
    const given: Record<string, (shard: number) => string> = {
      '${{ matrix.shard }}': String,
      '${{ strategy.job-total }}': () => `${shards.length}`,
    }
    const scan = jobs.scan.steps.find((step) => step.run !== undefined)!
    for (const shard of shards) {
      const env = Object.entries(scan.env!).map(([key, value]) => [key, given[value]!(shard)])
      const ended = await run(shell(scan.run!), cwd, {
        ...Object.fromEntries(env),
        PATH,
        // Where the download puts what was uploaded.
        RUNNER_TEMP: join(runner, 'reports'),
      })
      expect(ended.code).toBe(0)
    }
    const report = jobs.report.steps.find((step) => step.run !== undefined)!
    expect((await run(shell(report.run!), cwd, { PATH, RUNNER_TEMP: runner })).code).toBe(1)
    const sarif = JSON.parse(readFileSync(join(cwd, 'tacet.sarif'), 'utf8')) as {
      runs: [{ results: unknown[] }]
    }
    expect(sarif.runs[0].results).toHaveLength(9)
    rmSync(join(runner, 'reports', 'tacet-2.json'))
    const missing = await run(shell(report.run!), cwd, { PATH, RUNNER_TEMP: runner })
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('these are missing: 2;')])
  }, 60_000)
})

describe.skipIf(process.platform === 'win32')('the Jobs', () => {
  const scan = parse(text('scan-job.yaml')) as IJob
  const merge = parse(text('merge-job.yaml')) as IJob
  const [map, claim] = parseAllDocuments(text('repositories.yaml')).map((document) => document.toJS())
  const container = (job: IJob) => job.spec!.template.spec!.containers[0]!
  const variables = (job: IJob): Record<string, string> =>
    Object.fromEntries(container(job).env!.map(({ name, value }) => [name, value!]))

  test('are what the API takes', () => {
    for (const job of [scan, merge]) {
      expect(() => new Job(job).validate()).not.toThrow()
      const { spec } = job.spec!.template
      expect(spec!.volumes!.map(({ name }) => name)).toEqual(
        container(job).volumeMounts!.map(({ name }) => name),
      )
    }
    expect(() => new Job({ ...scan, spec: {} as never }).validate()).toThrow()
    expect(() => new ConfigMap(map as IConfigMap).validate()).not.toThrow()
    expect(() => new PersistentVolumeClaim(claim as object).validate()).not.toThrow()
  })

  test('agree on the number of parts', () => {
    const { completions, completionMode } = scan.spec!
    expect(completionMode).toBe('Indexed')
    expect([variables(scan).SHARDS, variables(merge).SHARDS]).toEqual([`${completions}`, `${completions}`])
    const urls = (map as IConfigMap).data!['repositories.txt']!.trim().split('\n')
    expect(urls.length).toBeGreaterThanOrEqual(completions!)
  })

  test('run, and find what is in the history of any repository', async () => {
    const count = scan.spec!.completions!
    const PATH = commands()
    const reports = tempTree()
    const urls = Array.from({ length: count + 2 }, (_, index) => {
      const root = tempRepository({ 'a.ts': line(index) })
      git(root, 'rm', '--quiet', 'a.ts')
      git(root, 'commit', '--quiet', '--allow-empty', '--message=gone')
      return `file://${root}`
    })
    const REPOSITORIES = join(tempTree({ 'list.txt': `\n${urls.join('\n\n')}\n` }), 'list.txt')
    const command = (job: IJob) => [...container(job).command!, ...container(job).args!]
    const env = {
      ...variables(scan),
      PATH,
      REPOSITORIES,
      REPORTS: reports,
      CREDENTIALS: join(reports, 'none'),
    }
    for (let index = 0; index < count; index++) {
      const JOB_COMPLETION_INDEX = `${index}`
      const work = tempTree()
      const { code, stderr } = await run(command(scan), work, { ...env, HOME: work, JOB_COMPLETION_INDEX })
      expect([code, stderr]).toEqual([0, ''])
    }
    const joined = await run(command(merge), reports, { ...variables(merge), PATH, REPORTS: reports })
    expect([joined.code, joined.stderr]).toEqual([1, expect.stringContaining(`${urls.length} findings`)])
    const { findings } = JSON.parse(readFileSync(join(reports, 'all.json'), 'utf8')) as {
      findings: { location: { path: string } }[]
    }
    const found = findings.map(({ location }) => location.path).toSorted()
    expect(found).toEqual(urls.map((url) => `${url.slice('file:///'.length)}/a.ts`).toSorted())

    rmSync(join(reports, '1.json'))
    const missing = await run(command(merge), reports, { ...variables(merge), PATH, REPORTS: reports })
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('there is no report')])

    const few = { ...env, HOME: reports, JOB_COMPLETION_INDEX: '3' }
    writeFileSync(REPOSITORIES, `${urls[0]}\n`)
    const none = await run(command(scan), tempTree(), few)
    expect([none.code, none.stderr]).toEqual([2, 'there are more shards than repositories\n'])
  }, 60_000)
})
