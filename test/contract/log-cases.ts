import { generateKeyPairSync } from 'node:crypto'
import { inspect } from 'node:util'
import { fakeNumber, fakeSecret } from '../helpers/fake-secret.ts'

/** What every logger can do, in the words of the contract. */
export interface Log {
  message(text: string, ...interpolated: unknown[]): void
  fields(fields: Record<string, unknown>, text?: string): void
  error(error: Error, text?: string): void
  /** Not every logger has children. */
  child?(bindings: Record<string, unknown>): Log
}

/** One way to leak. */
export interface LeakCase {
  readonly name: string
  /** The value that is registered: made from the case's name unless told. */
  readonly value?: (seed: string) => string | Uint8Array
  /** Logs the value, which has been registered before, unless the case is `late`: then `register` does it. */
  readonly leak: (log: Log, value: string, register: () => void) => void
  /** What a plain logger then shows and a redacting one must not: the value itself unless told. */
  readonly shows?: (value: string) => string
  readonly late?: true
}

const awkward = (seed: string) => `${fakeSecret(seed, 12)}"'\\/ &<${fakeSecret(`${seed} 2`, 12)}`
const numeric = (seed: string) => String(fakeNumber(seed))
const binary = (seed: string) => Buffer.from(fakeSecret(seed, 48))
const percent = encodeURIComponent
const password = (url: string) => new URL(url).password
const connectionString = (seed: string) => `postgres://app:${fakeSecret(seed)}@db.internal:5432/main`

const privateKey = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
const pemLine = (key: string) => key.split('\n')[1]!
const base64 = (text: string) => Buffer.from(text).toString('base64')
const once = (value: string) => JSON.stringify(value).slice(1, -1)

export const forms: readonly LeakCase[] = [
  { name: 'raw', leak: (log, value) => log.message(`got ${value} back`) },
  {
    name: 'base64',
    leak: (log, value) => log.message(`got ${base64(value)}`),
    shows: (value) => base64(value).slice(0, 40),
  },
  {
    name: 'base64 of user:password',
    leak: (log, value) => log.fields({ authorization: `Basic ${base64(`user:${value}`)}` }),
    shows: (value) => base64(`user:${value}`),
  },
  {
    name: 'base64url',
    value: awkward,
    leak: (log, value) => log.message(Buffer.from(value).toString('base64url')),
    shows: (value) => Buffer.from(value).toString('base64url'),
  },
  {
    name: 'hex',
    leak: (log, value) => log.message(Buffer.from(value).toString('hex')),
    shows: (value) => Buffer.from(value).toString('hex'),
  },
  {
    name: 'hex in capitals',
    leak: (log, value) => log.message(Buffer.from(value).toString('hex').toUpperCase()),
    shows: (value) => Buffer.from(value).toString('hex').toUpperCase(),
  },
  {
    name: 'percent',
    value: awkward,
    leak: (log, value) => log.message(`GET /?key=${percent(value)}`),
    shows: percent,
  },
  {
    name: 'percent twice',
    value: awkward,
    leak: (log, value) => log.message(`/login?next=${percent(`/?key=${percent(value)}`)}`),
    shows: (value) => percent(percent(value)),
  },
  {
    name: 'form-urlencoded',
    value: awkward,
    leak: (log, value) => log.message(new URLSearchParams({ key: value }).toString()),
    shows: (value) => new URLSearchParams({ key: value }).toString().slice(4),
  },
  { name: 'JSON escapes', value: awkward, leak: (log, value) => log.fields({ value }), shows: once },
  {
    name: 'JSON in JSON',
    value: awkward,
    leak: (log, value) => log.fields({ body: JSON.stringify({ value, n: 1 }) }),
    shows: (value) => once(once(value)),
  },
  {
    name: 'JSON in JSON in JSON',
    value: awkward,
    leak: (log, value) => log.message(JSON.stringify({ body: JSON.stringify({ value }) })),
    shows: (value) => once(once(once(value))),
  },
  {
    name: 'JSON with \\u escapes',
    value: (seed) => `é${fakeSecret(seed)}ü`,
    leak: (log, value) =>
      log.message(`{"v":"${value.replace('é', '\\u00e9').replace('ü', '\\u00fc')}"} came back`),
    shows: (value) => value.slice(1, -1),
  },
  {
    name: 'HTML entities',
    value: awkward,
    leak: (log, value) =>
      log.message(
        value.replace(/["'&<]/g, (c) => ({ '"': '&quot;', "'": '&#39;', '&': '&amp;', '<': '&lt;' })[c] ?? c),
      ),
    shows: (value) => value.slice(0, 12),
  },
  {
    name: 'shell quoting',
    value: awkward,
    leak: (log, value) => log.message(`+ curl -H '${value.replaceAll("'", `'\\''`)}'`),
    shows: (value) => value.slice(0, 12),
  },
  {
    name: 'util.inspect',
    value: awkward,
    leak: (log, value) => log.message(inspect({ deep: { value } })),
    shows: (value) => value.slice(0, 12),
  },
  {
    name: 'a whole PEM key',
    value: privateKey,
    leak: (log, value) => log.fields({ tls: { key: value } }),
    shows: pemLine,
  },
  {
    name: 'one line of a PEM key',
    value: privateKey,
    leak: (log, value) => log.message(`bad line ${pemLine(value)}`),
    shows: pemLine,
  },
  {
    name: 'a connection string',
    value: connectionString,
    leak: (log, value) => log.message(`connecting to ${value}`),
  },
  {
    name: 'the password of a connection string',
    value: connectionString,
    leak: (log, value) => log.fields({ config: { password: password(value) } }),
    shows: password,
  },
  {
    name: 'a Buffer, as a field',
    value: binary,
    leak: (log, value) => log.fields({ key: Buffer.from(value) }),
    shows: (value) => [...Buffer.from(value)].join(','),
  },
  {
    name: 'a Buffer, inspected',
    leak: (log, value) => log.message(inspect(Buffer.from(value))),
    shows: (value) => Buffer.from(value).toString('hex').replace(/../g, '$& ').trim(),
  },
]

/** An error as HTTP clients make them: what was sent hangs on it. */
function clientError(value: string): Error {
  return Object.assign(new Error('Request failed with status code 401'), {
    config: { headers: { Authorization: `Bearer ${value}` } },
    response: { data: JSON.stringify({ echoed: value }) },
  })
}

class Session {
  readonly key: string
  constructor(key: string) {
    this.key = key
  }
}

export const places: readonly LeakCase[] = [
  { name: 'an interpolated %s', leak: (log, value) => log.message('key is %s', value) },
  { name: 'an interpolated %j', leak: (log, value) => log.message('sent %j', { key: value }) },
  { name: 'a field', leak: (log, value) => log.fields({ key: value }, 'done') },
  { name: 'a nested field', leak: (log, value) => log.fields({ a: { b: [{ c: { d: value } }] } }) },
  { name: 'a key', leak: (log, value) => log.fields({ seen: { [value]: true } }) },
  { name: 'a class instance', leak: (log, value) => log.fields({ session: new Session(value) }) },
  { name: 'toJSON', leak: (log, value) => log.fields({ token: { toJSON: () => ({ value }) } }) },
  {
    name: 'a bare number',
    value: numeric,
    leak: (log, value) => log.fields({ pin: Number(value), n: [Number(value)] }),
  },
  { name: 'a number in text', value: numeric, leak: (log, value) => log.message(`pin=${value};`) },
  { name: 'an error, message and stack', leak: (log, value) => log.error(new Error(`bad key ${value}`)) },
  {
    name: 'the cause of an error',
    leak: (log, value) => log.error(new Error('outer', { cause: new Error(`inner ${value}`) })),
  },
  {
    name: 'an AggregateError',
    leak: (log, value) => log.error(new AggregateError([new Error(`one ${value}`)], 'all failed')),
  },
  { name: 'the config headers of an error', leak: (log, value) => log.error(clientError(value), 'failed') },
  {
    name: 'the bindings of a child',
    leak: (log, value) => log.child!({ tenantKey: value }).message('hello'),
  },
  {
    name: 'the bindings of a grandchild',
    leak: (log, value) => log.child!({ a: 1 }).child!({ auth: { key: value } }).fields({ b: 2 }, 'hello'),
  },
]

const registeredWhileLogging: LeakCase[] = [
  {
    name: 'registered between two lines',
    late: true,
    leak: (log, value, register) => {
      register()
      log.message(`now ${value}`)
    },
  },
  {
    name: 'registered after the child that is bound to it was made',
    late: true,
    leak: (log, value, register) => {
      const child = log.child!({ key: value })
      register()
      child.message('hello')
    },
  },
]

export const leakCases: readonly LeakCase[] = [...forms, ...places, ...registeredWhileLogging]

/** What must come out as a plain logger writes it, to the byte. */
export const innocent: Readonly<Record<string, (log: Log) => void>> = {
  'a message': (log) => log.message('listening on port 3000'),
  'text of all kinds': (log) =>
    log.message('tab\t line\n quote" back\\slash é 漢字 🎼 \u0000 \ud800 [REDACTED:X]'),
  'an empty line': (log) => log.message(''),
  fields: (log) =>
    log.fields({ a: 1, b: [true, null, 1.5e300, -0], 'c d': { e: 'f' }, g: undefined }, 'done'),
  'BigInt, Map, Date, Buffer': (log) =>
    log.fields({ n: 12345678901234567890n, m: new Map([[1, 2]]), d: new Date(0), b: Buffer.from('hello') }),
  'an error': (log) =>
    log.error(Object.assign(new RangeError('out of range'), { stack: 'RangeError: at x' })),
  'a child': (log) => log.child?.({ a: 'b' }).child?.({ c: 'd' }).fields({ e: 'f' }),
  'a long line': (log) => log.fields({ text: 'lorem ipsum '.repeat(2000) }),
}
