import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import { median } from './compare.ts'
import { ratio } from './table.ts'

const CONNECTIONS = 10
/** Seconds of load a round. */
const DURATION = 1

export interface Server {
  readonly url: string
  readonly process: ChildProcess
}

/** What came of one load. */
interface Load {
  /** Requests a second. */
  readonly rate: number
  /** CPU time of the server a request, in microseconds: what else runs on the machine changes it less than the rate. */
  readonly cpu: number
}

/** What a table of `measurePair` says over its figures, after the name of what was measured. */
export const PAIR_HEADINGS = [
  'plain',
  'Tacet, 1,000 secrets',
  'Tacet ÷ plain',
  'plain again ÷ plain',
  'CPU: Tacet ÷ plain',
  'again',
]

/** Starts a server as a process of its own, which tells the port. */
export async function start(file: string, ...args: readonly string[]): Promise<Server> {
  const process = fork(new URL(file, import.meta.url), args)
  const [port] = (await once(process, 'message')) as [number]
  return { url: `http://127.0.0.1:${port}`, process }
}

/**
 * Loads a plain server, one with Tacet, and another plain one in turn, and compares within each round. The second
 * plain one, which ought to be as fast as the first, shows how much the ratios of this machine are worth.
 *
 * @returns the figures under `PAIR_HEADINGS`
 */
export async function measurePair(
  servers: readonly [plain: Server, tacet: Server, again: Server],
  path: string,
  rounds: number,
): Promise<string[]> {
  const loads: [Load[], Load[], Load[]] = [[], [], []]
  for (let round = -1; round < rounds; round++) {
    for (let step = 0; step < servers.length; step++) {
      const index = (round + 1 + step) % servers.length
      const measured = await load(servers[index]!, path)
      // The first round warms up.
      if (round >= 0) loads[index]!.push(measured)
    }
  }
  const [plain, tacet, again] = loads
  const compared = (others: readonly Load[], figure: keyof Load) =>
    ratio(
      median(
        others.map((each, round) => each[figure] / ((plain[round]![figure] + again[round]![figure]) / 2)),
      ),
    )
  return [
    median(plain.map(({ rate }) => rate)).toFixed(0),
    median(tacet.map(({ rate }) => rate)).toFixed(0),
    compared(tacet, 'rate'),
    compared(again, 'rate'),
    compared(tacet, 'cpu'),
    compared(again, 'cpu'),
  ]
}

/** Loads the server for a while; all requests have to be answered with 200. */
async function load({ url, process }: Server, path: string): Promise<Load> {
  const before = await cpuTime(process)
  const result = await autocannon({ url: url + path, duration: DURATION, connections: CONNECTIONS })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url + path}: ${result.non2xx + result.errors} failures`)
  return {
    rate: result.requests.total / result.duration,
    cpu: ((await cpuTime(process)) - before) / result.requests.total,
  }
}

/** CPU time that a server has taken so far, in microseconds. */
async function cpuTime(server: ChildProcess): Promise<number> {
  server.send('usage')
  const [{ user, system }] = (await once(server, 'message')) as [NodeJS.CpuUsage]
  return user + system
}

/** Sees that the one server answers `/secret` with the secret and the other one without it, and the paths alike. */
export async function checkRedaction(
  plain: string,
  tacet: string,
  secret: string,
  paths: readonly string[],
): Promise<void> {
  const both = (path: string) =>
    Promise.all([plain, tacet].map(async (url) => (await fetch(url + path)).text()))
  const bodies = await both('/secret')
  if (!bodies[0]!.includes(secret)) throw new Error('the plain server does not answer with the secret')
  if (bodies[1]!.includes(secret)) throw new Error('the other one does not redact it')
  for (const path of paths) {
    const [one, other] = await both(path)
    if (one !== other) throw new Error('an innocent body was changed')
  }
}
