import { checkRedaction, measurePair, PAIR_HEADINGS, start } from './load-servers.ts'
import { makeSecrets } from './secrets.ts'
import { printTable } from './table.ts'

const FRAMEWORKS = ['http', 'fastify', 'koa', 'hono'] as const
const ROUNDS = 15
const PATH = '/10000'

/** Requests a second, and CPU time a request, of a server of each framework, plain and with Tacet. */
export async function benchHttp(): Promise<void> {
  const rows: string[][] = []
  for (const name of FRAMEWORKS) {
    const kinds = ['plain', 'tacet', 'plain'] as const
    const [plain, tacet, again] = await Promise.all(
      kinds.map((kind) => start('./http-server.js', name, kind)),
    )
    const servers = [plain!, tacet!, again!] as const
    try {
      await checkRedaction(plain!.url, tacet!.url, makeSecrets(1000).at(-1)!, [PATH])
      rows.push([name, ...(await measurePair(servers, PATH, ROUNDS))])
    } finally {
      for (const server of servers) server.process.kill()
    }
  }
  printTable('HTTP frameworks, 10 KB JSON: requests a second', ['', ...PAIR_HEADINGS], rows)
}
