import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { median } from './compare.ts'
import { printTable } from './table.ts'

const register = import.meta.resolve('@tacet/runtime/register')
const cli = fileURLToPath(new URL('../../packages/cli/dist/tacet-bundle.js', import.meta.url))
const ROUNDS = 21

/** An environment with as much in it as that of a service. */
const env: Readonly<Record<string, string | undefined>> = {
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [`SERVICE_${index}_TOKEN`, randomBytes(24).toString('hex')]),
  ),
}

/** Told by the program as it ends: the start of a process is mostly waiting for others, on a machine that is in use. */
const TELL_CPU = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  process.stderr.write(String(user + system))
})
`

const TOKEN = 'console.log(process.env.SERVICE_0_TOKEN)\n'

interface Row {
  readonly name: string
  readonly program: string
  readonly expected: string
  readonly before: readonly string[]
}

interface Spent {
  readonly time: number
  readonly cpu: number
}

/** What it adds to the start of programs: one that prints nothing before it serves, and those that print a line. */
export function benchRegister(): void {
  const folder = mkdtempSync(join(tmpdir(), 'tacet-'))
  const programOf = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  // Importing anything has Node start its loader of ES modules.
  const empty = ['--import', pathToFileURL(programOf('empty.mjs', '')).href]
  const registered = ['--import', register]
  const run = [cli, 'run', process.execPath]
  const programs = [
    ['silent', programOf('silent.mjs', TELL_CPU), ''],
    ['hello world', programOf('hello.mjs', `${TELL_CPU}console.log('hello world')\n`), 'hello world\n'],
    ['a secret', programOf('secret.mjs', TELL_CPU + TOKEN), '[REDACTED:SERVICE_0_TOKEN]\n'],
  ] as const
  const groups = programs.map(([name, program, expected]): Row[] => [
    { name, program, expected: name === 'a secret' ? `${env.SERVICE_0_TOKEN}\n` : expected, before: [] },
    ...(name === 'silent'
      ? [{ name: 'silent, importing an empty file', program, expected, before: empty }]
      : []),
    { name: `${name}, registered`, program, expected, before: registered },
    ...(name === 'silent' ? [] : [{ name: `${name}, tacet run`, program, expected, before: run }]),
  ])
  try {
    const spent = groups.map((group) => group.map((): Spent[] => []))
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, group] of groups.entries())
        for (const [member, row] of group.entries()) spent[index]![member]!.push(spentBy(row))
    }
    printTable(
      'register: from the start of the process to its end; CPU time is that of the program itself',
      ['', 'time', 'added', 'CPU', 'added'],
      groups.flatMap((group, index) =>
        group.map(({ name }, member) => [name, ...figures(spent[index]!, member)]),
      ),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function figures([base, ...others]: readonly (readonly Spent[])[], member: number): string[] {
  const own = [base!, ...others][member]!
  return (['time', 'cpu'] as const).flatMap((what) => [
    `${median(own.map((spent) => spent[what])).toFixed(0)} ms`,
    `${median(own.map((spent, round) => spent[what] - base![round]![what])).toFixed(0)} ms`,
  ])
}

function spentBy({ program, expected, before }: Row): Spent {
  const start = performance.now()
  const { stdout, stderr, status } = spawnSync(process.execPath, [...before, program], {
    env,
    encoding: 'utf8',
  })
  const time = performance.now() - start
  if (status !== 0 || stdout !== expected) throw new Error('it did not run, or a secret was printed')
  return { time, cpu: Number(stderr) / 1000 }
}
