import { type SinkOptions, type SinkRedactor, sinkRedactor } from '../log/sink-redactor.ts'

export type { SinkOptions } from '../log/sink-redactor.ts'

/** What log4js hands to appenders. */
interface LoggingEvent {
  readonly categoryName?: string
  readonly data: unknown[]
}

type Appender = (event: LoggingEvent) => unknown

interface Configuration {
  readonly appenders: Readonly<Record<string, object>>
  readonly categories: Readonly<Record<string, { readonly appenders: readonly string[] }>>
}

/**
 * The configuration of log4js 6 or 5, with redaction put before its appenders: `log4js.configure(redactLogs({ … }))`.
 * Each category writes to an appender that redacts the event, what was logged and the context, and hands it on to the
 * one that you named. So all kinds of appenders are covered, and all layouts.
 *
 * The place that events tell is the category. Not covered: what a layout adds by itself (the tokens of a pattern), and
 * in a cluster a secret that only the worker knows, for log4js runs the appenders in the primary process.
 *
 * @returns a copy of the configuration; your appenders are in it as they were
 */
export function redactLogs<Configured extends object>(
  configuration: Configured,
  options: SinkOptions = {},
): Configured {
  const redactor = sinkRedactor('log4js', options)
  const { appenders, categories } = configuration as unknown as Configuration
  const type = {
    configure(
      { appender }: { appender: string },
      _layouts: unknown,
      findAppender: (name: string) => Appender,
    ): Appender {
      const next = findAppender(appender)
      return (event) => next(redactEvent(event, redactor))
    },
  }
  const redacting = Object.keys(appenders).map((appender) => [redactingName(appender), { type, appender }])
  const redirected = Object.entries(categories).map(([name, category]) => [
    name,
    { ...category, appenders: category.appenders.map(redactingName) },
  ])
  return {
    ...configuration,
    appenders: { ...appenders, ...Object.fromEntries(redacting) },
    categories: Object.fromEntries(redirected),
  }
}

const redactingName = (appender: string): string => `redacted ${appender}`

/** What log4js itself puts into an event. */
const OWN = new Set(['startTime', 'categoryName', 'level', 'pid', 'cluster', 'serialise'])

function redactEvent(event: LoggingEvent, redactor: SinkRedactor): LoggingEvent {
  const fields = Object.fromEntries(Object.entries(event).filter(([key]) => !OWN.has(key)))
  const redacted = redactor.value(fields, event.categoryName)
  if (redacted === fields) return event
  if (typeof redacted === 'string') return likeIt(event, { data: [redacted], context: {}, error: undefined })
  return likeIt(event, redacted)
}

function likeIt(event: LoggingEvent, changed: object): LoggingEvent {
  return Object.assign(Object.create(Object.getPrototypeOf(event)), event, changed) as LoggingEvent
}
