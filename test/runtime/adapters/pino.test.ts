import { createRegistry, type RedactionEvent, type Registry, Secret } from '@tacet/runtime'
import { redactLogs } from '@tacet/runtime/pino'
import { type Logger, type LoggerOptions, pino } from 'pino'
import { pino as pino9 } from 'pino-9'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fakeNumber, fakeSecret } from '../../helpers/fake-secret.ts'

const secret = fakeSecret('pino')
const pin = fakeNumber('pino')
const PLACEHOLDER = '[REDACTED:KEY]'
const fixed: LoggerOptions = { timestamp: false, base: null }

function filled(): Registry {
  const registry = createRegistry()
  registry.add('KEY', secret)
  registry.add('PIN', String(pin))
  return registry
}

type Act = (log: Logger<'audit'>) => void
type Options = LoggerOptions<'audit'>

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe.each([
  ['pino 10', pino],
  ['pino 9', pino9 as unknown as typeof pino],
])('%s', (_, make) => {
  const linesOf = (options: Options, act: Act): string[] => {
    const lines: string[] = []
    act(make({ ...fixed, ...options } as Options, { write: (line) => void lines.push(line) }))
    return lines
  }
  const redactedLinesOf = (options: Options, act: Act, registry = filled()) =>
    linesOf(redactLogs({ ...fixed, ...options } as Options, { registry }), act)

  // The plain logger is the oracle: what it writes, with the placeholder where the secret stands.
  const inEveryPart: Record<string, [Options, Act]> = {
    'a mixin': [{ mixin: () => ({ key: secret }) }, (log) => log.info('hello')],
    'formatters.log': [{ formatters: { log: (o) => ({ ...o, key: secret }) } }, (log) => log.info({ a: 1 })],
    'formatters.bindings': [
      { base: { pid: 1 }, formatters: { bindings: (b) => ({ ...b, key: secret }) } },
      (log) => log.info('hello'),
    ],
    'formatters.level': [
      { formatters: { level: (label) => ({ severity: label, key: secret }) } },
      (log) => log.info('x'),
    ],
    'a serializer': [{ serializers: { user: () => secret } }, (log) => log.info({ user: {} })],
    'a serializer of a child': [
      {},
      (log) => log.child({ user: 1 }, { serializers: { user: () => ({ secret }) } }).info('hello'),
    ],
    base: [{ base: { key: secret } }, (log) => log.info('hello')],
    name: [{ base: {}, name: secret }, (log) => log.info('hello')],
    msgPrefix: [{ msgPrefix: `[${secret}] ` }, (log) => log.info('hello')],
    'msgPrefix of a child': [{}, (log) => log.child({}, { msgPrefix: secret }).info('hello')],
    messageKey: [{ messageKey: 'message' }, (log) => log.info(secret)],
    errorKey: [{ errorKey: 'error' }, (log) => log.info(Object.assign(new Error(secret), { stack: secret }))],
    nestedKey: [{ nestedKey: 'payload' }, (log) => log.info({ secret }, 'hello')],
    customLevels: [{ customLevels: { audit: 35 } }, (log) => log.audit({ secret }, secret)],
    timestamp: [{ timestamp: () => `,"time":"${secret}"` }, (log) => log.info('hello')],
    crlf: [{ crlf: true }, (log) => log.info(secret)],
    setBindings: [
      {},
      (log) => {
        log.setBindings({ secret })
        log.info('hello')
      },
    ],
    'an object that is circular': [
      {},
      (log) => {
        const circle: Record<string, unknown> = { secret }
        circle.self = circle
        log.info({ circle })
      },
    ],
    depthLimit: [
      { depthLimit: 3, edgeLimit: 4 },
      (log) => log.info({ a: { n: 1n, secret, b: { c: { secret } }, d: 1 } }),
    ],
    '%o': [{}, (log) => log.info('got %o and %d', { secret }, 5)],
    'a request, as pino maps it': [
      { serializers: { req: (req) => req } },
      (log) => log.info({ method: 'GET', url: `/?${secret}`, headers: { cookie: secret }, socket: {} }),
    ],
    'pino redact, beside it': [
      { redact: { paths: ['a', 'c.*'], censor: 'gone' } },
      (log) => log.info({ a: secret, b: secret, c: { d: secret } }),
    ],
    'pino redact that keeps the secret': [
      { redact: { paths: ['a'], censor: (value) => `was ${value}` } },
      (log) => log.info({ a: secret }),
    ],
    'pino redact of a child': [
      {},
      (log) => log.child({ b: secret }, { redact: ['a'] }).info({ a: secret, c: secret }),
    ],
  }

  test.each(Object.entries(inEveryPart))('redacts %s and nothing else', (_name, [options, act]) => {
    const plain = linesOf(options, act)
    expect(plain.some((line) => line.includes(secret))).toBe(true)
    const redacted = redactedLinesOf(options, act)
    expect(redacted).toEqual(plain.map((line) => line.replaceAll(secret, PLACEHOLDER)))
    for (const line of redacted) expect(line.endsWith(options.crlf ? '}\r\n' : '}\n')).toBe(true)
  })

  test('a number that is a secret stays one line of JSON', () => {
    const [line, ...more] = redactedLinesOf({}, (log) =>
      log.info({ pin, list: [1, pin], [pin]: 2 }, `${pin}`),
    )
    expect(more).toEqual([])
    expect(JSON.parse(line!)).toEqual({
      level: 30,
      pin: '[REDACTED:PIN]',
      list: [1, '[REDACTED:PIN]'],
      '[REDACTED:PIN]': 2,
      msg: '[REDACTED:PIN]',
    })
  })

  test('a Secret, a Map, a Set, a BigInt, a typed array', () => {
    const registry = filled()
    const key = new Secret('KEY', secret)
    const [line] = redactedLinesOf(
      {},
      (log) =>
        log.info(
          { key, deep: [{ key }], big: BigInt(pin), map: new Map([[secret, key]]), set: new Set([secret]) },
          `${key} %s`,
          key,
        ),
      registry,
    )
    expect(JSON.parse(line!)).toMatchObject({
      key: PLACEHOLDER,
      deep: [{ key: PLACEHOLDER }],
      big: '[REDACTED:PIN]',
      msg: `${PLACEHOLDER} ${PLACEHOLDER}`,
    })
    expect(line!.includes(secret)).toBe(false)
  })

  test('bytes of a secret as the logged object itself: nothing of them is left', () => {
    const registry = createRegistry()
    const bytes = Buffer.from(fakeSecret('bytes', 48))
    registry.add('BYTES', bytes)
    for (const logged of [bytes, new Uint8Array(bytes)]) {
      const [plain] = linesOf({}, (log) => log.info(logged))
      expect(JSON.parse(plain!)).toMatchObject({ 0: bytes[0], 47: bytes[47] })
      const [line] = redactedLinesOf({}, (log) => log.info(logged), registry)
      expect(JSON.parse(line!)).toEqual({ level: 30, time: expect.any(Number), msg: '[REDACTED:BYTES]' })
    }
  })

  test('hooks of the user still run: logMethod with its logger, streamWrite before the redaction', () => {
    const seen: unknown[] = []
    const lines = redactedLinesOf(
      {
        hooks: {
          logMethod(args, method, level) {
            seen.push(this.level, level)
            method.apply(this, ['%s!', ...args] as unknown as Parameters<typeof method>)
          },
          streamWrite: (line) => line.replace('SECRET', secret),
        },
      },
      (log) => log.info('SECRET'),
    )
    expect(seen).toEqual(['info', 30])
    expect(lines).toEqual([`{"level":30,"msg":"${PLACEHOLDER}!"}\n`])
  })

  test('what a streamWrite hook makes of a line need not be JSON', () => {
    const lines = redactedLinesOf({ hooks: { streamWrite: (line) => `INFO ${line}` } }, (log) =>
      log.info(secret),
    )
    expect(lines).toEqual([`INFO {"level":30,"msg":"${PLACEHOLDER}"}\n`])
  })

  test('the options that were passed are not changed', () => {
    const hooks = Object.freeze({ streamWrite: (line: string) => line })
    const options = Object.freeze({ level: 'warn', hooks })
    expect(redactLogs(options)).toMatchObject({ level: 'warn' })
    expect(options.hooks).toBe(hooks)
  })

  test('without a destination it writes to standard output', () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    make(redactLogs(fixed, { registry: filled() })).info(secret)
    expect(write.mock.calls).toEqual([[`{"level":30,"msg":"${PLACEHOLDER}"}\n`]])
  })

  test('events name the sink and the logger', () => {
    const registry = filled()
    const events: RedactionEvent[] = []
    registry.on('redaction', (event) => events.push(event))
    redactedLinesOf({ name: 'billing' }, (log) => log.info({ secret }), registry)
    redactedLinesOf({}, (log) => log.info(secret), registry)
    expect(events).toEqual([
      { name: 'KEY', form: 'raw', sink: 'pino', place: 'billing' },
      { name: 'KEY', form: 'raw', sink: 'pino' },
    ])
  })

  test('a listener that logs does not go round in circles', () => {
    const registry = filled()
    const lines = redactedLinesOf(
      {},
      (log) => {
        registry.on('redaction', ({ name }) => log.warn(`redacted ${name} ${secret}`))
        log.info(secret)
      },
      registry,
    )
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([`redacted KEY ${PLACEHOLDER}`, PLACEHOLDER])
  })
})

describe('when redaction itself fails', () => {
  const broken = (registry: Registry, parts: Partial<Registry>): Registry =>
    Object.assign(Object.create(registry) as Registry, parts)
  const fail = (): never => {
    throw new Error(`broken by ${secret}`)
  }
  const write = (registry: Registry, options: LoggerOptions = {}) => {
    const lines: string[] = []
    const log = pino(redactLogs({ base: null, ...options }, { registry }), {
      write: (line: string) => void lines.push(line),
    })
    log.warn({ secret }, 'hello')
    return lines
  }

  test.each<[string, Partial<Registry>]>([
    ['no matcher', { wholeMatcher: fail }],
    ['no placeholder', { placeholder: fail }],
    ['nothing works', { matcher: fail, wholeMatcher: fail, placeholder: fail, report: fail, withhold: fail }],
  ])('%s: a line says so, with the level and the time', (_, parts) => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 })
    const [line, ...more] = write(broken(filled(), parts))
    expect(more).toEqual([])
    expect(JSON.parse(line!)).toEqual({
      level: 40,
      time: 1_700_000_000_000,
      msg: expect.stringMatching(/^\[WITHHELD/),
    })
  })

  test('it is reported', () => {
    const registry = filled()
    const withheld: unknown[] = []
    registry.on('withheld', (event) => withheld.push(event))
    write(broken(registry, { placeholder: fail }), { name: 'billing' })
    expect(withheld).toEqual([{ reason: 'redaction failed', sink: 'pino', place: 'billing' }])
  })

  test('a line whose beginning is not pino’s own counts as an error of now', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 })
    const [line] = write(broken(filled(), { wholeMatcher: fail }), {
      formatters: { level: () => ({ severity: secret }) },
    })
    expect(JSON.parse(line!)).toMatchObject({ level: 50, time: 1_700_000_000_000 })
    expect(line!.includes(secret)).toBe(false)
  })
})
