import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import { median } from './compare.ts'
import { makeSecrets } from './secrets.ts'
import { printTable, ratio } from './table.ts'

const ROUNDS = 7
/** Seconds of load a round. */
const DURATION = 3

/** Requests a second of an Express server, plain and with Tacet and 1,000 secrets, in turn. */
export async function benchExpress(): Promise<void> {
  const plain = await start('plain')
  const tacet = await start('tacet')
  try {
    await checkRedaction(plain.url, tacet.url)
    const rows: string[][] = []
    for (const size of [1_000, 10_000, 1_000_000]) {
      const without: number[] = []
      const withTacet: number[] = []
      await load(`${plain.url}/${size}`, 1)
      await load(`${tacet.url}/${size}`, 1)
      for (let round = 0; round < ROUNDS; round++) {
        const order = round % 2 === 0 ? [plain, tacet] : [tacet, plain]
        for (const server of order) {
          const requests = await load(`${server.url}/${size}`, DURATION)
          if (server === plain) without.push(requests)
          else withTacet.push(requests)
        }
      }
      const ratios = withTacet.map((requests, round) => requests / without[round]!)
      rows.push([
        `${size / 1000} KB JSON`,
        median(without).toFixed(0),
        median(withTacet).toFixed(0),
        ratio(median(ratios)),
      ])
    }
    printTable('Express: requests a second', ['', 'plain', 'Tacet, 1,000 secrets', 'Tacet ÷ plain'], rows)
  } finally {
    plain.process.kill()
    tacet.process.kill()
  }
}

async function start(kind: 'plain' | 'tacet'): Promise<{ url: string; process: ChildProcess }> {
  const process = fork(new URL('./express-server.js', import.meta.url), [kind])
  const [port] = (await once(process, 'message')) as [number]
  return { url: `http://127.0.0.1:${port}`, process }
}

/** Requests a second, all of them answered with 200. */
async function load(url: string, duration: number): Promise<number> {
  const result = await autocannon({ url, duration, connections: 10 })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx + result.errors} failures`)
  return result.requests.average
}

async function checkRedaction(plain: string, tacet: string): Promise<void> {
  const secret = makeSecrets(1000).at(-1)!
  const bodies = await Promise.all([plain, tacet].map(async (url) => (await fetch(`${url}/secret`)).text()))
  if (!bodies[0]!.includes(secret)) throw new Error('the plain server does not answer with the secret')
  if (bodies[1]!.includes(secret)) throw new Error('the other one does not redact it')
  for (const size of [1_000, 10_000, 1_000_000]) {
    const [one, other] = await Promise.all(
      [plain, tacet].map(async (url) => (await fetch(`${url}/${size}`)).text()),
    )
    if (one !== other) throw new Error('an innocent body was changed')
  }
}
