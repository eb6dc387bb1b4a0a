import { generateKeyPairSync } from 'node:crypto'
import { seededRandom } from '@tacet/rules'
import { createRegistry, env, loadSecrets, redactText } from '@tacet/runtime'
import { collectGarbage } from './garbage.ts'
import { token } from './secrets.ts'
import { printTable } from './table.ts'

const LINE = 'request 4711 of a user who is not there was answered with 404 in 12 ms'

/** What it costs that a value which was rotated stays redacted, by the kind of the value. */
export function benchKept(): void {
  const random = seededRandom(1)
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const [begin, end] = [privateKey.split('\n')[0], privateKey.trimEnd().split('\n').at(-1)]
  // Another body for each, as long as that of the key: to make thousands of keys takes minutes.
  const pem = () => {
    const body = Buffer.from(Array.from({ length: 1218 }, () => Math.floor(random() * 256)))
    return [begin, ...body.toString('base64').match(/.{1,64}/g)!, end].join('\n')
  }
  const url = () => `postgres://app:${token(random, 32)}@db.internal:5432/app`
  const rows = [
    keep('token of 32 characters', 10_000, () => token(random, 32)),
    keep('connection string', 2_000, url),
    keep('RSA key of 2,048 bits, PEM', 100, pem),
  ]
  printTable('Values that were rotated and stay redacted', ['', 'values', 'heap for each', 'rotation'], rows)
}

/** Rotates through fresh values, with a line logged after each. */
function keep(kind: string, count: number, fresh: () => string): string[] {
  const registry = createRegistry()
  const first = fresh()
  const variables = { SECRET: first }
  const secrets = loadSecrets({ secret: env('SECRET') }, { env: variables, registry })
  redactText(LINE, { registry })
  const before = heap()
  const started = performance.now()
  for (let index = 0; index < count; index++) {
    variables.SECRET = fresh()
    secrets.reload()
    redactText(LINE, { registry })
  }
  const milliseconds = (performance.now() - started) / count
  const kibibytes = (heap() - before) / count / 1024
  if (redactText(first, { registry }) !== '[REDACTED:SECRET]')
    throw new Error('the first value is not redacted')
  return [kind, String(count), `${kibibytes.toFixed(0)} KiB`, `${milliseconds.toFixed(1)} ms`]
}

function heap(): number {
  // What the first makes garbage, such as the tables of a matcher, the second collects.
  collectGarbage()
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
