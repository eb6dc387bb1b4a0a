import type { RedactionEvent, Registry } from '@tacet/runtime'
import { redactLogger } from '@tacet/runtime/tslog'
import { Logger } from 'tslog'
import { Logger as Logger4 } from 'tslog-4'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { logAdapterContract } from '../../contract/log-adapter.ts'
import type { Log } from '../../contract/log-cases.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { failingRegistry, registryWith } from '../../helpers/registries.ts'

const secret = fakeSecret('tslog')
const PLACEHOLDER = '[REDACTED:KEY]'

const filled = () => registryWith({ KEY: secret })

interface Settings {
  readonly type?: 'json' | 'pretty' | 'hidden'
  readonly name?: string
  readonly prefix?: unknown[]
  readonly attachedTransports?: ((record: object) => void)[]
}

/** What either version has. */
interface AnyLogger {
  info(...args: unknown[]): object | undefined
  error(...args: unknown[]): object | undefined
  getSubLogger(settings?: Settings): AnyLogger
}

/** The record that transports get, without what differs each time: the date, the place in the code. */
function jsonOf(record: object): string {
  const seen = new WeakSet<object>()
  return JSON.stringify(record, (key, value: unknown) => {
    if (key === '_meta' || key === '_logMeta') return undefined
    if (typeof value === 'bigint') return String(value)
    if (value instanceof Error) {
      if (seen.has(value)) return undefined
      seen.add(value)
      const { name, message, cause } = value
      return { ...value, name, message, cause, errors: (value as AggregateError).errors }
    }
    return value
  })
}

/** tslog has no bindings in both versions: a sub-logger with a prefix does in either. */
function asLog(logger: AnyLogger): Log {
  return {
    message: (text, ...interpolated) => void logger.info(text, ...interpolated),
    fields: (fields, text = '') => void logger.info(text, { fields }),
    error: (error, text = '') => void logger.error(text, error),
    child: (bindings) => asLog(logger.getSubLogger({ prefix: [bindings] })),
  }
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe.each<[string, (settings: Settings) => AnyLogger]>([
  ['tslog 5', (settings) => new Logger<object>(settings)],
  ['tslog 4', (settings) => new Logger4<object>(settings)],
])('%s', (major, make) => {
  const linesOf = (
    act: (logger: AnyLogger) => void,
    registry?: Registry,
    settings: Settings = {},
  ): string[] => {
    const lines: string[] = []
    const attachedTransports = [(record: object) => void lines.push(jsonOf(record))]
    const logger = make({ type: 'hidden', ...settings, attachedTransports })
    act(registry ? redactLogger(logger, { registry }) : logger)
    return lines
  }

  logAdapterContract(
    {
      name: major,
      open(registry) {
        const lines: string[] = []
        const logger = make({
          type: 'hidden',
          attachedTransports: [(record) => void lines.push(jsonOf(record))],
        })
        if (registry) redactLogger(logger, { registry })
        return { log: asLog(logger), close: () => lines.join('\n') }
      },
    },
    major === 'tslog 4' ? { 'the password of a connection string': 'does not print it' } : {},
  )

  test.each(['pretty', 'json'] as const)('what it prints by itself: %s', (type) => {
    const chunks: string[] = []
    const keep = (...args: unknown[]) => void chunks.push(args.map(String).join(' '))
    for (const method of ['log', 'info', 'error'] as const) vi.spyOn(console, method).mockImplementation(keep)
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      chunks.push(String(chunk))
      return true
    })
    const logger = redactLogger(make({ type }), { registry: filled() })
    const returned = [
      logger.info('a %s', secret, { secret }),
      logger.error(new Error(`bad ${secret}`, { cause: new Error(secret) })),
      logger.getSubLogger({ prefix: [secret] }).info('b'),
    ]
    expect(JSON.stringify(returned).includes(secret)).toBe(false)
    expect(JSON.stringify(returned).split(PLACEHOLDER).length).toBeGreaterThan(4)
    expect(chunks.join('').includes(secret)).toBe(false)
  })

  test('keys that tslog masks stay masked', () => {
    const [plain] = linesOf((logger) => logger.info({ password: 'hello', key: 'x' }))
    const [redacted] = linesOf((logger) => logger.info({ password: 'hello', key: 'x' }), filled())
    expect(redacted).toBe(plain)
    expect(linesOf((logger) => logger.info({ password: 'hello', key: secret }), filled())).toEqual([
      plain!.replace('"x"', JSON.stringify(PLACEHOLDER)),
    ])
  })

  test('events name the logger', () => {
    const registry = filled()
    const events: RedactionEvent[] = []
    registry.on('redaction', (event) => events.push(event))
    linesOf((logger) => logger.info(secret, { secret }), registry, { name: 'billing' })
    expect(events).toEqual([{ name: 'KEY', form: 'raw', sink: 'tslog', place: 'billing' }])
  })

  test('when redaction fails, only that is logged', () => {
    const registry = failingRegistry({ KEY: secret })
    const lines = linesOf((logger) => logger.error(secret, { secret }, new Error(secret)), registry)
    expect(lines.length).toBe(1)
    expect(lines[0]!.includes(secret)).toBe(false)
    expect(lines[0]!.includes('[WITHHELD')).toBe(true)
  })
})

test('tslog 5: bindings, and what a middleware adds', () => {
  const lines: string[] = []
  const logger = new Logger<object>({
    type: 'hidden',
    bindings: { secret },
    middleware: [(context) => ({ ...context, meta: { traced: secret } })],
    attachedTransports: [(record) => void lines.push(JSON.stringify(record))],
  })
  redactLogger(logger, { registry: filled() })
  logger.info('a')
  logger.getSubLogger({ bindings: { child: secret } }).info('b')
  expect(lines.length).toBe(2)
  expect(lines.join('').includes(secret)).toBe(false)
  expect(lines.map((line) => line.split(PLACEHOLDER).length)).toEqual([3, 4])
})

test('tslog 4: the default log object, and callbacks of the user', () => {
  const lines: string[] = []
  const logger = new Logger4<object>(
    {
      type: 'hidden',
      overwrite: { mask: (args) => args.map((arg) => (arg === 'hide' ? 'hidden' : arg)) },
      attachedTransports: [(record) => void lines.push(JSON.stringify(record))],
    },
    { requestId: () => secret },
  )
  redactLogger(logger, { registry: filled() })
  logger.info('hide', secret)
  expect(lines[0]!.includes(secret)).toBe(false)
  expect(JSON.parse(lines[0]!)).toMatchObject({ 0: 'hidden', 1: PLACEHOLDER, requestId: PLACEHOLDER })
})
