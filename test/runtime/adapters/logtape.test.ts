import {
  configure,
  getJsonLinesFormatter,
  getLogger,
  getTextFormatter,
  type Logger,
  type LogRecord,
  reset,
} from '@logtape/logtape'
import type { RedactionEvent, Registry } from '@tacet/runtime'
import { redactSink } from '@tacet/runtime/logtape'
import * as logtape1 from 'logtape-1'
import { afterEach, describe, expect, test } from 'vitest'
import { logAdapterContract, withoutChildren } from '../../contract/log-adapter.ts'
import type { Log } from '../../contract/log-cases.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { loggedJson } from '../../helpers/logged-json.ts'
import { failingRegistry, registryWith } from '../../helpers/registries.ts'

const secret = fakeSecret('logtape')
const PLACEHOLDER = '[REDACTED:KEY]'

const filled = () => registryWith({ KEY: secret })

/** Text in which nothing is interpolated. */
const plain = (text: string) => text.replaceAll(/[{}]/g, '$&$&')

/** Braces are LogTape's own placeholders; what is interpolated is named. */
function asLog(logger: Logger): Log {
  return {
    message: (text, ...interpolated) => logger.info('{text}{values}', { text, values: interpolated }),
    fields: (fields, text = '') => logger.info(text || 'fields', { fields }),
    error: (error, text = '') => logger.error(text || 'error', { error }),
    child: (bindings) => asLog(logger.with(bindings)),
  }
}

afterEach(async () => {
  await reset()
  await logtape1.reset()
})

describe.each([
  ['LogTape 2', { configure, reset, getLogger, getTextFormatter, getJsonLinesFormatter }],
  [
    'LogTape 1',
    logtape1 as unknown as {
      configure: typeof configure
      reset: typeof reset
      getLogger: typeof getLogger
      getTextFormatter: typeof getTextFormatter
      getJsonLinesFormatter: typeof getJsonLinesFormatter
    },
  ],
])('%s', (major, logtape) => {
  const open = async (sink: (record: LogRecord) => void, registry?: Registry) => {
    await logtape.configure({
      reset: true,
      sinks: { memory: registry ? redactSink(sink, { registry }) : sink },
      loggers: [
        { category: ['shop', 'billing'], sinks: ['memory'], lowestLevel: 'debug' },
        { category: ['logtape', 'meta'], lowestLevel: 'error' },
      ],
    })
    return logtape.getLogger(['shop', 'billing'])
  }

  logAdapterContract({
    name: `${major}, the record`,
    async open(registry) {
      const lines: string[] = []
      const logger = await open(
        ({ level, message, properties }) => void lines.push(loggedJson({ level, message, properties })),
        registry,
      )
      return { log: asLog(logger), close: () => lines.join('\n') }
    },
  })

  logAdapterContract(
    {
      name: `${major}, its own text`,
      prints: 'text',
      async open(registry) {
        const lines: string[] = []
        const format = logtape.getTextFormatter({ timestamp: 'none' })
        const logger = await open((record) => void lines.push(format(record)), registry)
        const log: Log = {
          message: (text, ...interpolated) =>
            logger.info(`${plain(text)}${interpolated.length > 0 ? ' {values}' : ''}`, {
              values: interpolated,
            }),
          fields: (fields, text = '') => logger.info(`{fields}${text}`, { fields }),
          error: (error, text = '') => logger.error(`{error}${text}`, { error }),
        }
        return { log, close: () => lines.join('') }
      },
    },
    { ...withoutChildren, 'a nested field': 'does not print it', toJSON: 'does not print it' },
  )

  test('its own lines of JSON', async () => {
    const lines: string[] = []
    const format = logtape.getJsonLinesFormatter()
    const logger = await open((record) => void lines.push(format(record)), filled())
    logger.info`got ${secret} and ${{ secret }}`
    logger.info('a {key}', { key: secret })
    logger.info('lazy {key}', () => ({ key: secret }))
    logger.with({ key: secret }).warn('bound')
    expect(lines.length).toBe(4)
    for (const line of lines) {
      expect(line.includes(secret)).toBe(false)
      expect(line.includes(PLACEHOLDER)).toBe(true)
      JSON.parse(line)
    }
  })

  test('what holds no secret is the same record; else it is a copy', async () => {
    const records: LogRecord[] = []
    const sink = redactSink((record: LogRecord) => void records.push(record), { registry: filled() })
    const record = {
      category: ['a'],
      level: 'info',
      message: ['x'],
      rawMessage: 'x',
      timestamp: 1,
      properties: {},
    } as const
    sink(record)
    sink({ ...record, message: [secret], properties: { secret } })
    expect(records[0]).toBe(record)
    expect(records[1]).toEqual({ ...record, message: [PLACEHOLDER], properties: { secret: PLACEHOLDER } })
  })

  test('a sink is disposed of as before', async () => {
    let disposed = 0
    const sink = Object.assign(() => {}, { [Symbol.asyncDispose]: async () => void disposed++ })
    await open(sink, filled())
    await logtape.reset()
    expect(disposed).toBe(1)
  })

  test('events name the category', async () => {
    const registry = filled()
    const events: RedactionEvent[] = []
    registry.on('redaction', (event) => events.push(event))
    const logger = await open(() => {}, registry)
    logger.info('{key}', { key: secret })
    expect(events).toEqual([{ name: 'KEY', form: 'raw', sink: 'logtape', place: 'shop.billing' }])
  })

  test('when redaction fails, only that is logged', async () => {
    const registry = failingRegistry({ KEY: secret })
    const records: LogRecord[] = []
    const logger = await open((record) => void records.push(record), registry)
    logger.warn(`{key} ${secret}`, { key: secret })
    expect(records).toMatchObject([
      { level: 'warning', message: [expect.stringMatching(/^\[WITHHELD/)], properties: {} },
    ])
    expect(JSON.stringify(records).includes(secret)).toBe(false)
  })
})
