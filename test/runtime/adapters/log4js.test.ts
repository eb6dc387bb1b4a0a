import { createRequire } from 'node:module'
import type { RedactionEvent, Registry } from '@tacet/runtime'
import { redactLogs } from '@tacet/runtime/log4js'
import log4js, { type Configuration, type Logger, type LoggingEvent } from 'log4js'
import { describe, expect, test } from 'vitest'
import { logAdapterContract } from '../../contract/log-adapter.ts'
import type { Log } from '../../contract/log-cases.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { loggedJson } from '../../helpers/logged-json.ts'
import { failingRegistry, registryWith } from '../../helpers/registries.ts'

const log4js5 = createRequire(import.meta.url)('log4js-5') as typeof log4js
const secret = fakeSecret('log4js')
const PLACEHOLDER = '[REDACTED:KEY]'

const filled = () => registryWith({ KEY: secret })

/** An appender of the user, as log4js documents them: a module, here with the layout that is configured. */
function memory() {
  const lines: string[] = []
  const type = {
    configure(
      { layout }: { layout: { type: string } },
      { layout: make }: { layout: (name: string, options: object) => (event: LoggingEvent) => string },
    ) {
      const text = make(layout.type, layout)
      return (event: LoggingEvent) => void lines.push(text(event))
    },
  }
  return { type, lines }
}

/** log4js has a context instead of children: it counts for the logger of which it was set, and is asked for anew. */
function asLog({ getLogger }: typeof log4js, context: Record<string, unknown> = {}): Log {
  const logger = getLogger('test')
  for (const [key, value] of Object.entries(context)) logger.addContext(key, value)
  return {
    message: (text, ...interpolated) => logger.info(text, ...interpolated),
    fields: (fields, text = '') => logger.info(text, fields),
    error: (error, text = '') => logger.error(text, error),
    child: (bindings) => asLog({ getLogger } as typeof log4js, { ...context, ...bindings }),
  }
}

describe.each([
  ['log4js 6', log4js],
  ['log4js 5', log4js5],
])('%s', (major, log4jsOf) => {
  const configure = (configuration: object, registry?: Registry) =>
    log4jsOf.configure((registry ? redactLogs(configuration, { registry }) : configuration) as Configuration)

  logAdapterContract({
    name: `${major}, a layout of JSON`,
    open(registry) {
      const { type, lines } = memory()
      log4jsOf.addLayout(
        'json',
        () =>
          ({ data, context }) =>
            loggedJson({ data, context }),
      )
      configure(
        {
          appenders: { out: { type, layout: { type: 'json' } } },
          categories: { default: { appenders: ['out'], level: 'all' } },
        },
        registry,
      )
      return { log: asLog(log4jsOf), close: () => lines.join('\n') }
    },
  })

  logAdapterContract(
    {
      name: `${major}, the layout for people`,
      prints: 'text',
      open(registry) {
        const { type, lines } = memory()
        configure(
          {
            appenders: {
              out: { type, layout: { type: 'pattern', pattern: '%p %X{tenantKey}%X{auth}%X{key} %m' } },
            },
            categories: { default: { appenders: ['out'], level: 'all' } },
          },
          registry,
        )
        return { log: asLog(log4jsOf), close: () => lines.join('\n') }
      },
    },
    {
      'a nested field': 'does not print it',
      toJSON: 'does not print it',
      'the bindings of a grandchild': 'does not print it',
    },
  )

  const events = (act: (logger: Logger) => void, registry = filled()): LoggingEvent[] => {
    const seen: LoggingEvent[] = []
    const type = { configure: () => (event: LoggingEvent) => void seen.push(event) }
    configure(
      {
        appenders: { seen: { type }, errors: { type: 'logLevelFilter', appender: 'seen', level: 'info' } },
        categories: { default: { appenders: ['errors'], level: 'all' } },
      },
      registry,
    )
    act(log4jsOf.getLogger('billing'))
    return seen
  }

  test('appenders of appenders are covered, and get events of the same kind', () => {
    const given = { secret }
    const [event, other] = events((logger) => {
      logger.info(secret, given)
      logger.info('plain')
    })
    expect(event!.data).toEqual([PLACEHOLDER, { secret: PLACEHOLDER }])
    expect(given.secret).toBe(secret)
    expect(event!.level.levelStr).toBe('INFO')
    expect(Object.getPrototypeOf(event)).toBe(Object.getPrototypeOf(other))
    expect(event!.startTime).toBeInstanceOf(Date)
  })

  test('what holds no secret is handed on as it is', () => {
    const object = { a: new Map([[1, 2]]) }
    const [event] = events((logger) => logger.info('x', object))
    expect(event!.data[1]).toBe(object)
  })

  test('the configuration that was given is not changed', () => {
    const configuration = Object.freeze({
      appenders: Object.freeze({ out: { type: 'stdout' } }),
      categories: Object.freeze({
        default: Object.freeze({ appenders: Object.freeze(['out']), level: 'info' }),
      }),
      pm2: true,
    })
    expect(redactLogs(configuration)).toMatchObject({ pm2: true, appenders: { out: { type: 'stdout' } } })
  })

  test('events name the category', () => {
    const registry = filled()
    const told: RedactionEvent[] = []
    registry.on('redaction', (event) => told.push(event))
    events((logger) => logger.info(secret, { secret }), registry)
    expect(told).toEqual([{ name: 'KEY', form: 'raw', sink: 'log4js', place: 'billing' }])
  })

  test('when redaction fails, an event with the level says so', () => {
    const registry = failingRegistry({ KEY: secret })
    const [event, ...more] = events((logger) => {
      logger.addContext('key', secret)
      logger.warn(new Error(secret), secret)
    }, registry)
    expect(more).toEqual([])
    expect(event!.level.levelStr).toBe('WARN')
    expect(event).toMatchObject({ data: [expect.stringMatching(/^\[WITHHELD/)], context: {} })
    expect(loggedJson(event).includes(secret)).toBe(false)
  })
})
