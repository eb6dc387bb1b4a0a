import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import { median } from './compare.ts'
import { ANSWER_SIZES } from './ordinary.ts'
import { makeSecrets } from './secrets.ts'
import { printTable, ratio } from './table.ts'

const ROUNDS = 11
const CONNECTIONS = 10
/** Seconds of load a round. */
const DURATION = 2

/**
 * Requests a second of an Express server, plain and with Tacet and 1,000 secrets, in turn. A second plain server, which
 * ought to be as fast as the first, shows how much the ratios of this machine are worth.
 */
export async function benchExpress(): Promise<void> {
  const servers = [await start('plain'), await start('tacet'), await start('plain')] as const
  try {
    await checkRedaction(servers[0].url, servers[1].url)
    const rows: string[][] = []
    for (const size of ANSWER_SIZES) {
      const rates: [number[], number[], number[]] = [[], [], []]
      for (let round = -1; round < ROUNDS; round++) {
        for (let step = 0; step < servers.length; step++) {
          const index = (round + 1 + step) % servers.length
          const rate = await load(`${servers[index]!.url}/${size}`)
          // The first round warms up.
          if (round >= 0) rates[index]!.push(rate)
        }
      }
      const [plain, tacet, again] = rates
      const compared = (others: readonly number[]) =>
        ratio(median(others.map((rate, round) => rate / ((plain[round]! + again[round]!) / 2))))
      rows.push([
        `${size / 1000} KB JSON`,
        median(plain).toFixed(0),
        median(tacet).toFixed(0),
        compared(tacet),
        compared(again),
      ])
    }
    printTable(
      'Express: requests a second',
      ['', 'plain', 'Tacet, 1,000 secrets', 'Tacet ÷ plain', 'plain again ÷ plain'],
      rows,
    )
  } finally {
    for (const server of servers) server.process.kill()
  }
}

async function start(kind: 'plain' | 'tacet'): Promise<{ url: string; process: ChildProcess }> {
  const process = fork(new URL('./express-server.js', import.meta.url), [kind])
  const [port] = (await once(process, 'message')) as [number]
  return { url: `http://127.0.0.1:${port}`, process }
}

/** Requests a second, all of them answered with 200. */
async function load(url: string): Promise<number> {
  const result = await autocannon({ url, duration: DURATION, connections: CONNECTIONS })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx + result.errors} failures`)
  return result.requests.average
}

async function checkRedaction(plain: string, tacet: string): Promise<void> {
  const secret = makeSecrets(1000).at(-1)!
  const bodies = await Promise.all([plain, tacet].map(async (url) => (await fetch(`${url}/secret`)).text()))
  if (!bodies[0]!.includes(secret)) throw new Error('the plain server does not answer with the secret')
  if (bodies[1]!.includes(secret)) throw new Error('the other one does not redact it')
  for (const size of ANSWER_SIZES) {
    const [one, other] = await Promise.all(
      [plain, tacet].map(async (url) => (await fetch(`${url}/${size}`)).text()),
    )
    if (one !== other) throw new Error('an innocent body was changed')
  }
}
