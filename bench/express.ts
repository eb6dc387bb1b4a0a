import { checkRedaction, measurePair, PAIR_HEADINGS, start } from './load-servers.ts'
import { ANSWER_SIZES } from './ordinary.ts'
import { makeSecrets } from './secrets.ts'
import { printTable } from './table.ts'

const ROUNDS = 21

/** Requests a second, and CPU time a request, of an Express server, plain and with Tacet. */
export async function benchExpress(): Promise<void> {
  const server = './express-server.js'
  const servers = [
    await start(server, 'plain'),
    await start(server, 'tacet'),
    await start(server, 'plain'),
  ] as const
  try {
    const paths = ANSWER_SIZES.map((size) => `/${size}`)
    await checkRedaction(servers[0].url, servers[1].url, makeSecrets(1000).at(-1)!, paths)
    const rows: string[][] = []
    for (const size of ANSWER_SIZES) {
      rows.push([`${size / 1000} KB JSON`, ...(await measurePair(servers, `/${size}`, ROUNDS))])
    }
    printTable('Express: requests a second', ['', ...PAIR_HEADINGS], rows)
  } finally {
    for (const { process } of servers) process.kill()
  }
}
