import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './compare.ts'
import { ordinaryText } from './ordinary.ts'
import { makeSecrets } from './secrets.ts'
import { printTable, ratio } from './table.ts'

const cli = fileURLToPath(new URL('../../packages/cli/dist/tacet.js', import.meta.url))
const SECRETS = 100
const ROUNDS = 11
const MEGABYTES = 200
const ECHOES = 200

const secrets = makeSecrets(SECRETS)
const env = {
  PATH: process.env.PATH,
  TACET_SECRETS_DIR: '/nowhere',
  ...Object.fromEntries(secrets.map((secret, index) => [`SERVICE_${index}_TOKEN`, secret])),
}

/** What runs a command: nothing, or `tacet run`. */
const ways = { plain: [], 'tacet run': [process.execPath, cli, 'run', '--'] } as const
type Way = keyof typeof ways

const start = (way: Way, command: readonly string[]): ChildProcess => {
  const [file, ...args] = [...ways[way], ...command]
  return spawn(file!, args, { env, stdio: ['pipe', 'pipe', 'inherit'] })
}

/** How long it takes until something is seen, how long what is typed takes, and how much comes through. */
export async function benchRun(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tacet-'))
  const log = join(folder, 'log.txt')
  writeFileSync(log, `${secrets[0]}\n${ordinaryText(1_000_000)}\n`)
  try {
    const rows = [
      await row('until the first byte', 'ms', (way) => firstByte(way)),
      await row('there and back by cat, a line', 'ms', (way) => echo(way)),
      await row('through cat', 'MB/s', (way) => throughput(way, log)),
    ]
    printTable(`tacet run, ${SECRETS} secrets`, ['', ...Object.keys(ways), 'tacet run ÷ plain'], rows)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function row(name: string, unit: string, measure: (way: Way) => Promise<number>): Promise<string[]> {
  const plain: number[] = []
  const run: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    plain.push(await measure('plain'))
    run.push(await measure('tacet run'))
  }
  const shown = (figures: readonly number[]) => `${median(figures).toFixed(unit === 'ms' ? 2 : 0)} ${unit}`
  return [name, shown(plain), shown(run), ratio(median(run.map((each, round) => each / plain[round]!)))]
}

async function firstByte(way: Way): Promise<number> {
  const began = performance.now()
  const child = start(way, ['sh', '-c', 'echo "$SERVICE_0_TOKEN"'])
  const [chunk] = (await once(child.stdout!, 'data')) as [Buffer]
  const time = performance.now() - began
  check(way, String(chunk))
  await once(child, 'close')
  return time
}

/** One line at a time, each once the one before is back. */
async function echo(way: Way): Promise<number> {
  const child = start(way, ['cat'])
  const back = async (line: string): Promise<string> => {
    child.stdin!.write(line)
    const [chunk] = (await once(child.stdout!, 'data')) as [Buffer]
    return String(chunk)
  }
  check(way, await back(`${secrets[0]}\n`))
  const began = performance.now()
  for (let index = 0; index < ECHOES; index++)
    if ((await back(`line ${index}\n`)) !== `line ${index}\n`) throw new Error('another line came back')
  const time = (performance.now() - began) / ECHOES
  child.stdin!.end()
  await once(child, 'close')
  return time
}

async function throughput(way: Way, log: string): Promise<number> {
  const child = start(way, ['sh', '-c', `cat ${log.concat(' ').repeat(MEGABYTES)}`])
  let began = 0
  let length = 0
  let head = ''
  child.stdout!.on('data', (chunk: Buffer) => {
    // What it takes to start is another row.
    began ||= performance.now()
    if (head.length < 100) head += chunk.toString('latin1', 0, 100)
    length += chunk.length
  })
  await once(child, 'close')
  const time = performance.now() - began
  check(way, head)
  if (length < MEGABYTES * 1e6 * 0.99) throw new Error('not all of it came through')
  return length / 1e6 / (time / 1000)
}

/** The command that is timed has printed a secret, and it must have come out as it should. */
function check(way: Way, output: string): void {
  if (output.includes(secrets[0]!) !== (way === 'plain'))
    throw new Error(`${way}: another output was expected`)
  if (way !== 'plain' && !output.includes('[REDACTED:SERVICE_0_TOKEN]'))
    throw new Error('nothing was redacted')
}
