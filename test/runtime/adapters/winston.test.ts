import { Writable } from 'node:stream'
import { createRegistry, type RedactionEvent, type Registry } from '@tacet/runtime'
import { redactLogger } from '@tacet/runtime/winston'
import { describe, expect, test } from 'vitest'
import { createLogger, format, type Logger, type LoggerOptions, transports } from 'winston'
import Transport from 'winston-transport'
import { logAdapterContract } from '../../contract/log-adapter.ts'
import type { Log } from '../../contract/log-cases.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { errorFields } from '../../helpers/logged-json.ts'
import { failingRegistry, registryWith } from '../../helpers/registries.ts'

const secret = fakeSecret('winston')
const PLACEHOLDER = '[REDACTED:KEY]'

const filled = () => registryWith({ KEY: secret })

function memory() {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  return { stream, lines }
}

function asLog(logger: Logger): Log {
  return {
    message: (text, ...interpolated) => void logger.info(text, ...interpolated),
    fields: (fields, text = '') => void logger.info(text, { fields }),
    error: (error, text = '') => void logger.error(text, { error: errorFields(error) }),
    child: (bindings) => asLog(logger.child(bindings)),
  }
}

const lineFormat = format.combine(format.splat(), format.json({ bigint: true }))

// Version 3 is the only one alive: 2 is another library, without formats.
for (const where of ['the logger', 'the transport'] as const) {
  logAdapterContract({
    name: `winston 3, the format of ${where}`,
    open(registry) {
      const { stream, lines } = memory()
      const own = where === 'the transport'
      const logger = createLogger({
        format: own ? format.splat() : lineFormat,
        transports: [new transports.Stream({ stream, ...(own && { format: format.json() }) })],
      })
      if (registry) redactLogger(logger, { registry })
      return { log: asLog(logger), close: () => lines.join('') }
    },
  })
}

describe('winston', () => {
  const linesOf = (
    options: LoggerOptions,
    act: (logger: Logger) => void,
    registry: Registry | undefined = filled(),
  ): string[] => {
    const { stream, lines } = memory()
    const logger = createLogger({ ...options, transports: [new transports.Stream({ stream, eol: '\n' })] })
    if (registry) redactLogger(logger, { registry })
    act(logger)
    return lines
  }

  class Fields extends Transport {
    readonly seen: Record<PropertyKey, unknown>[] = []
    override log(info: Record<PropertyKey, unknown>, next: () => void) {
      this.seen.push(info)
      next()
    }
  }

  test.each<[string, LoggerOptions['format']]>([
    ['simple', format.combine(format.splat(), format.simple())],
    ['printf', format.printf(({ level, message }) => `${level}: ${String(message)}`)],
    ['pretty print', format.prettyPrint()],
    ['logstash', format.logstash()],
    ['colours', format.combine(format.colorize(), format.align(), format.simple())],
    ['json by default', undefined],
  ])('a line of %s', (_, lineFormatOfUser) => {
    const options = lineFormatOfUser ? { format: lineFormatOfUser } : {}
    const act = (logger: Logger) => void logger.info(`got ${secret} back`)
    const [plain] = linesOf(options, act, createRegistry())
    expect(plain!.includes(secret)).toBe(true)
    expect(linesOf(options, act)).toEqual([plain!.replaceAll(secret, PLACEHOLDER)])
  })

  test('transports that read the fields get them redacted, and the caller’s object stays', () => {
    const transport = new Fields()
    const logger = redactLogger(createLogger({ transports: [transport] }), { registry: filled() })
    const meta = { deep: { secret } }
    logger.info('hello %s', secret, meta)
    logger.info({ level: 'info', message: 'object', meta })
    expect(transport.seen.length).toBe(2)
    expect(JSON.stringify(transport.seen).includes(secret)).toBe(false)
    for (const info of transport.seen) {
      expect(Object.getOwnPropertySymbols(info).some((key) => String(info[key]).includes(secret))).toBe(false)
      expect(info[Symbol.for('level')]).toBe('info')
    }
    expect(meta.deep.secret).toBe(secret)
  })

  test('transports that are added later, children, configure', () => {
    const registry = filled()
    const { stream, lines } = memory()
    const logger = redactLogger(createLogger({ silent: false }), { registry })
    logger.add(new transports.Stream({ stream, format: format.printf(() => secret) }))
    logger.info('one')
    logger.child({ secret }).info('two')
    logger.configure({
      format: format.printf(() => `${secret}!`),
      transports: [new transports.Stream({ stream, format: format.printf(() => `${secret}?`) })],
    })
    logger.info('three')
    expect(lines.map((line) => line.trim())).toEqual([PLACEHOLDER, PLACEHOLDER, `${PLACEHOLDER}?`])
  })

  test('an error that is logged as it is', () => {
    const cause = new Error(`inner ${secret}`)
    const options = { format: format.combine(format.errors({ stack: true }), format.json()) }
    const lines = linesOf(options, (logger) => {
      logger.error(new Error(`outer ${secret}`, { cause }))
      logger.error('with it', new Error(`outer ${secret}`, { cause }))
    })
    expect(lines.length).toBe(2)
    for (const line of lines) {
      expect(line.includes(secret)).toBe(false)
      expect(JSON.parse(line)).toMatchObject({ level: 'error' })
      expect(line.includes(PLACEHOLDER)).toBe(true)
    }
  })

  test('a number that is a secret stays one line of JSON', () => {
    const registry = createRegistry()
    registry.add('PIN', '481516234299')
    const [line] = linesOf({}, (logger) => logger.info('pin', { pin: 481516234299 }), registry)
    expect(JSON.parse(line!)).toEqual({ level: 'info', message: 'pin', pin: '[REDACTED:PIN]' })
  })

  test('a format that drops an entry still does', () => {
    const drop = format((info) => (info.private ? false : info))
    const lines = linesOf({ format: format.combine(drop(), format.json()) }, (logger) => {
      logger.info('a', { private: true })
      logger.info('b')
    })
    expect(lines.map((line) => JSON.parse(line).message)).toEqual(['b'])
  })

  test('a match is one event, with the service as place', () => {
    const registry = filled()
    const events: RedactionEvent[] = []
    registry.on('redaction', (event) => events.push(event))
    linesOf({ defaultMeta: { service: 'billing' } }, (logger) => logger.info(secret, { secret }), registry)
    linesOf({}, (logger) => logger.info(secret), registry)
    expect(events).toEqual([
      { name: 'KEY', form: 'raw', sink: 'winston', place: 'billing' },
      { name: 'KEY', form: 'raw', sink: 'winston' },
    ])
  })

  test('when redaction fails, an entry with the level says so', () => {
    const registry = failingRegistry({ KEY: secret })
    const transport = new Fields()
    const [line, ...more] = linesOf(
      { transports: [] },
      (logger) => {
        logger.add(transport)
        logger.warn(secret, { secret })
      },
      registry,
    )
    expect(more).toEqual([])
    expect(JSON.parse(line!)).toEqual({ level: 'warn', message: expect.stringMatching(/^\[WITHHELD/) })
    expect(transport.seen).toMatchObject([{ level: 'warn', message: expect.stringMatching(/^\[WITHHELD/) }])
    expect(Object.keys(transport.seen[0]!).toSorted()).toEqual(['level', 'message'])
  })
})
