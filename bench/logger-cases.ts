import { Console } from 'node:console'
import { createRequire } from 'node:module'
import { Writable } from 'node:stream'
import { format as printf } from 'node:util'
import { configure, getJsonLinesFormatter, getLogger, type LogRecord } from '@logtape/logtape'
import { LoggerProvider } from '@opentelemetry/sdk-logs'
import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base'
import type { Registry } from '@tacet/runtime'
import { redactLogger as redactBunyan } from '@tacet/runtime/bunyan'
import { redactConsole } from '@tacet/runtime/console'
import { redactDebug } from '@tacet/runtime/debug'
import { redactDebuglog } from '@tacet/runtime/debuglog'
import { redactLogs as redactLog4js } from '@tacet/runtime/log4js'
import { redactSink } from '@tacet/runtime/logtape'
import { redactLogs as redactMorgan } from '@tacet/runtime/morgan'
import { redactLogRecords, redactSpans } from '@tacet/runtime/otel'
import { redactLogs as redactPino } from '@tacet/runtime/pino'
import { redactEvents } from '@tacet/runtime/sentry'
import { redactLogger as redactTslog } from '@tacet/runtime/tslog'
import { redactLogger as redactWinston } from '@tacet/runtime/winston'
import bunyan from 'bunyan'
import type { Debug } from 'debug'
import log4js, { type LoggingEvent } from 'log4js'
import morgan from 'morgan'
import { pino } from 'pino'
import { Logger as Tslog } from 'tslog'
import { createLogger, format, transports } from 'winston'

export type Loggable = Readonly<Record<string, unknown>>
type Log = (fields: Loggable, message: string) => void

/** Makes a logger of which `write` gets the output, plain unless there is a registry. */
export type Writes = (write: (output: unknown) => void, registry?: Registry) => Log | Promise<Log>

const streamTo = (write: (output: unknown) => void): Writable =>
  new Writable({
    write(chunk, _encoding, done) {
      write(String(chunk))
      done()
    },
  })

/** What is configured for the whole process keeps what was configured before. */
let configured = 0
const sinks: Record<string, (record: LogRecord) => void> = {}
const appenders: Record<string, object> = {}
const categories: Record<string, { appenders: string[]; level: string }> = {
  default: { appenders: [], level: 'off' },
}

export const loggers: Readonly<Record<string, Writes>> = {
  pino(write, registry) {
    const log = pino(registry ? redactPino({}, { registry }) : {}, { write })
    return (fields, message) => log.info(fields, message)
  },
  winston(write, registry) {
    const log = createLogger({
      format: format.json(),
      transports: [new transports.Stream({ stream: streamTo(write) })],
    })
    if (registry) redactWinston(log, { registry })
    return (fields, message) => void log.info(message, fields)
  },
  bunyan(write, registry) {
    const log = bunyan.createLogger({ name: 'bench', stream: { write } as unknown as NodeJS.WritableStream })
    if (registry) redactBunyan(log, { registry })
    return (fields, message) => log.info(fields, message)
  },
  log4js(write, registry) {
    const name = `bench${++configured}`
    const type = {
      configure:
        (_config: object, { basicLayout }: { basicLayout: (event: LoggingEvent) => string }) =>
        (event: LoggingEvent) =>
          write(basicLayout(event)),
    }
    const own = {
      appenders: { [name]: { type } },
      categories: { [name]: { appenders: [name], level: 'info' } },
    }
    const { appenders: made, categories: redirected } = registry ? redactLog4js(own, { registry }) : own
    Object.assign(appenders, made)
    Object.assign(categories, redirected, { default: { appenders: [name], level: 'off' } })
    log4js.configure({ appenders, categories } as unknown as log4js.Configuration)
    const log = log4js.getLogger(name)
    return (fields, message) => log.info(message, fields)
  },
  async logtape(write, registry) {
    const name = `bench${++configured}`
    const line = getJsonLinesFormatter()
    const sink = (record: LogRecord) => write(line(record))
    sinks[name] = registry ? redactSink(sink, { registry }) : sink
    await configure({
      reset: true,
      sinks,
      loggers: [
        ...Object.keys(sinks).map((sinkName) => ({ category: sinkName, sinks: [sinkName] })),
        { category: ['logtape', 'meta'], lowestLevel: 'error' as const },
      ],
    })
    const log = getLogger(name)
    return (fields, message) => log.info(message, { fields })
  },
  tslog(write, registry) {
    const log = new Tslog<object>({
      type: 'hidden',
      attachedTransports: [{ write: (_record, line) => write(line) }],
    })
    if (registry) redactTslog(log, { registry })
    return (fields, message) => void log.info(message, fields)
  },
  console(write, registry) {
    const console = new Console(streamTo(write))
    if (registry) redactConsole({ registry, console })
    return (fields, message) => console.log(message, fields)
  },
  debug(write, registry) {
    const debug = ownDebug()
    debug.enable('bench')
    if (registry) redactDebug(debug, { registry })
    const log = debug('bench')
    log.log = (...args) => write(args)
    return (fields, message) => log('%s %o', message, fields)
  },
  /** As Node's own, which cannot be enabled once the process runs. */
  debuglog(write, registry) {
    const plain = Object.assign((...args: unknown[]) => write(`BENCH 1: ${printf(...args)}`), {
      enabled: true,
    })
    const log = registry ? redactDebuglog(plain, { registry }) : plain
    return (fields, message) => log('%s %o', message, fields)
  },
  morgan(write, registry) {
    const options = { immediate: true, stream: { write } }
    const log = morgan<{ fields: Loggable } & Parameters<ReturnType<typeof morgan>>[0]>(
      (_tokens, { fields }) => JSON.stringify(fields),
      registry ? redactMorgan(options, { registry }) : options,
    )
    return (fields) => log({ fields } as never, {} as never, () => {})
  },
  'OpenTelemetry spans'(write, registry) {
    const onEnd = ({ name, attributes }: { name: string; attributes: object }) => write([name, attributes])
    const processor = { onStart() {}, onEnd, shutdown: async () => {}, forceFlush: async () => {} }
    const provider = new BasicTracerProvider({
      spanProcessors: [registry ? redactSpans(processor, { registry }) : processor],
    })
    const tracer = provider.getTracer('bench')
    return (fields, message) =>
      tracer
        .startSpan(message, { attributes: { ...fields, user: JSON.stringify(fields.user) } as never })
        .end()
  },
  'OpenTelemetry logs'(write, registry) {
    const onEmit = ({ body, attributes }: { body?: unknown; attributes: object }) => write([body, attributes])
    const processor = { onEmit, shutdown: async () => {}, forceFlush: async () => {} }
    const provider = new LoggerProvider({
      processors: [registry ? redactLogRecords(processor, { registry }) : processor],
    })
    const logger = provider.getLogger('bench')
    return (fields, message) => logger.emit({ body: message, attributes: fields as never })
  },
  /** What is done with an envelope, and the JSON that is made of it. */
  Sentry(write, registry) {
    let redact = (_envelope: unknown[]) => {}
    if (registry) {
      const options: { integrations?: unknown } = redactEvents({}, { registry })
      const [own] = options.integrations as [{ setup(client: object): void }]
      own.setup({
        on(_hook: string, callback: typeof redact) {
          redact = callback
        },
      })
    }
    return (extra, message) => {
      const envelope = [{}, [[{ type: 'event' }, { message, extra, level: 'info' }]]]
      redact(envelope)
      write(JSON.stringify(envelope))
    }
  },
}

/** `debug` is redacted as a whole: so each is a copy of its own. */
function ownDebug(): Debug {
  const require = createRequire(import.meta.url)
  for (const path of Object.keys(require.cache))
    if (/[\\/]debug[\\/]src[\\/]/.test(path)) delete require.cache[path]
  return require('debug') as Debug
}
