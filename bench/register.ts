import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { median } from './compare.ts'
import { printTable } from './table.ts'

const register = import.meta.resolve('@tacet/runtime/register')
const cli = fileURLToPath(new URL('../../packages/cli/dist/tacet.js', import.meta.url))
const ROUNDS = 21

/** An environment with as much in it as that of a service. */
const env = {
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [`SERVICE_${index}_TOKEN`, randomBytes(24).toString('hex')]),
  ),
}

/** What it adds to the start of a program: one that prints nothing before it serves, and one that prints a line. */
export function benchRegister(): void {
  const folder = mkdtempSync(join(tmpdir(), 'tacet-'))
  const silent = join(folder, 'silent.mjs')
  const printing = join(folder, 'printing.mjs')
  writeFileSync(silent, '')
  writeFileSync(printing, 'console.log(process.env.SERVICE_0_TOKEN)')
  // Importing anything has Node start its loader of ES modules.
  const nothing = pathToFileURL(silent).href
  const rows: (readonly [name: string, program: string, before: readonly string[]])[] = [
    ['silent', silent, []],
    ['silent, importing an empty file', silent, ['--import', nothing]],
    ['silent, registered', silent, ['--import', register]],
    ['printing', printing, []],
    ['printing, registered', printing, ['--import', register]],
    ['printing, under tacet run', printing, [cli, 'run', process.execPath]],
  ]
  try {
    const times = rows.map((): number[] => [])
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, [, program, before]] of rows.entries())
        times[index]!.push(timeOf([...before, program]))
    }
    const baseOf = (name: string) => times[name.startsWith('silent') ? 0 : 3]!
    printTable(
      'register: from the start of the process to its end',
      ['', 'time', 'added'],
      rows.map(([name], index) => {
        const added = median(times[index]!.map((time, round) => time - baseOf(name)[round]!))
        return [name, `${median(times[index]!).toFixed(0)} ms`, `${added.toFixed(0)} ms`]
      }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function timeOf(args: readonly string[]): number {
  const start = performance.now()
  const { stdout, status } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  const time = performance.now() - start
  const registered = args.length > 1 && stdout !== ''
  if (status !== 0 || (registered && stdout !== '[REDACTED:SERVICE_0_TOKEN]\n'))
    throw new Error('it did not run, or a secret was printed')
  return time
}
