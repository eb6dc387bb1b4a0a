import { devNull } from 'node:os'
import { createRegistry, type Registry } from '@tacet/runtime'
import { redactPatterns } from '@tacet/runtime/patterns'
import { redactLogs } from '@tacet/runtime/pino'
import pino from 'pino'
import { compare, type Task } from './compare.ts'
import { makeSecrets, registryOf } from './secrets.ts'
import { printTable, ratio } from './table.ts'

/** A line of a service's log: the same object is logged by all. */
const request = {
  req: {
    id: 'req-17',
    method: 'GET',
    url: '/orders/17?expand=items',
    remoteAddress: '10.1.2.3',
    remotePort: 52_314,
  },
  user: { id: 42, name: 'Ada', credentials: { kind: 'session' } },
  responseTime: 12.5,
}

/** What a pino line costs: plain, with a hook that does nothing, with pino's own redaction, and with Tacet. */
export function benchPino(): void {
  const secrets = makeSecrets(1000)
  const silent = pino.destination(devNull)
  const tasks = [
    task('plain', pino(silent)),
    task('a hook that does nothing', pino({ hooks: { streamWrite: (line) => line } }, silent)),
    task('pino redact, 1 path', pino({ redact: ['user.credentials.kind'] }, silent)),
    task(
      'pino redact, 5 paths',
      pino({ redact: ['user.credentials.kind', 'req.headers.authorization', 'a.b', 'c.d', 'e.f'] }, silent),
    ),
    task('Tacet, no secret', pino(redactLogs({}, { registry: createRegistry() }), silent)),
    ...[10, 100, 1000].map((count) =>
      task(
        `Tacet, ${count} secrets`,
        pino(redactLogs({}, { registry: registryOf(secrets.slice(0, count)) }), silent),
      ),
    ),
    task('Tacet, 1000 secrets and patterns', pino(redactLogs({}, { registry: patterned(secrets) }), silent)),
  ]
  checkRedaction(secrets)
  const rows = compare(tasks, 21).map(({ name, nanoseconds, ratio: times }) => [
    name,
    `${(nanoseconds / 1000).toFixed(2)} µs`,
    ratio(times),
  ])
  printTable('pino: one line with an object and a message', ['', 'a line', 'time ÷ plain'], rows)
}

function patterned(secrets: readonly string[]): Registry {
  const registry = registryOf(secrets)
  redactPatterns({ registry })
  return registry
}

function task(name: string, log: pino.Logger): Task {
  return { name, run: () => log.info(request, 'request completed') }
}

/** The logger that is timed must be one that redacts. */
function checkRedaction(secrets: readonly string[]): void {
  let line = ''
  const log = pino(redactLogs({}, { registry: registryOf(secrets) }), {
    write(text: string) {
      line = text
    },
  })
  for (const secret of [secrets[0]!, secrets.at(-1)!]) {
    log.info({ ...request, token: secret }, 'request completed')
    if (line.includes(secret) || !line.includes('[REDACTED:')) throw new Error('a secret was logged')
  }
}
