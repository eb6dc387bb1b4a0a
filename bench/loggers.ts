import { inspect } from 'node:util'
import type { Registry } from '@tacet/runtime'
import { compare } from './compare.ts'
import { type Loggable, loggers, type Writes } from './logger-cases.ts'
import { makeSecrets, registryOf } from './secrets.ts'
import { printTable, ratio } from './table.ts'

/** What a service logs of a request: the same is logged by all. */
const request: Loggable = {
  method: 'GET',
  url: '/orders/17?expand=items',
  remoteAddress: '10.1.2.3',
  user: { id: 42, name: 'Ada', roles: ['admin', 'support'] },
  responseTime: 12.5,
}

/** What one entry costs by each logger, plain and with 1,000 secrets of which none is in it. */
export async function benchLoggers(): Promise<void> {
  const secrets = makeSecrets(1000)
  const registry = registryOf(secrets)
  const rows: string[][] = []
  for (const [name, make] of Object.entries(loggers)) {
    await checkRedaction(make, registry, secrets)
    const plain = await make(() => {})
    const redacted = await make(() => {}, registry)
    const [before, after] = compare(
      [
        { name: 'plain', run: () => plain(request, 'request completed') },
        { name: 'redacted', run: () => redacted(request, 'request completed') },
      ],
      11,
    )
    rows.push([
      name,
      microseconds(before!.nanoseconds),
      microseconds(after!.nanoseconds),
      ratio(after!.ratio),
    ])
  }
  printTable(
    'loggers: one entry with an object and a message',
    ['', 'plain', '1000 secrets', 'time ÷ plain'],
    rows,
  )
}

const microseconds = (nanoseconds: number): string => `${(nanoseconds / 1000).toFixed(2)} µs`

/** The logger that is timed must be one that redacts, and the plain one must write what it was given. */
async function checkRedaction(make: Writes, registry: Registry, secrets: readonly string[]): Promise<void> {
  for (const secret of [secrets[0]!, secrets.at(-1)!]) {
    const written: Record<string, string> = { plain: '', redacted: '' }
    for (const which of ['plain', 'redacted'] as const) {
      const log = await make(
        (output) => {
          written[which] += inspect(output, { depth: 8, maxStringLength: null })
        },
        which === 'redacted' ? registry : undefined,
      )
      log({ ...request, token: secret }, 'request completed')
    }
    if (!written.plain!.includes(secret)) throw new Error('the plain logger did not write it')
    if (written.redacted!.includes(secret)) throw new Error('a secret was logged')
    if (!written.redacted!.includes('[REDACTED:')) throw new Error('nothing was logged')
  }
}
