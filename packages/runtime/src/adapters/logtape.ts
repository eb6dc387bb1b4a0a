import { type SinkOptions, type SinkRedactor, sinkRedactor } from '../log/sink-redactor.ts'

export type { SinkOptions } from '../log/sink-redactor.ts'

/** What LogTape hands to sinks. */
interface LogRecord {
  readonly category: readonly string[]
  readonly message: readonly unknown[]
  readonly rawMessage: unknown
  readonly properties: Record<string, unknown>
}

/**
 * Redacts the records that go to a sink of LogTape 2 or 1: `sinks: { console: redactSink(getConsoleSink()) }`. Message
 * and properties are redacted before any formatter has them. What else the sink can do stays, such as being disposed
 * of. The place that events tell is the category, with dots.
 *
 * @returns a sink to be configured in its place
 */
export function redactSink<Sink extends object>(sink: Sink, options: SinkOptions = {}): Sink {
  const redactor = sinkRedactor('logtape', options)
  return new Proxy(sink, {
    apply(target, self, [record, ...rest]: [LogRecord, ...unknown[]]) {
      return Reflect.apply(target as () => unknown, self, [redactRecord(record, redactor), ...rest])
    },
  })
}

function redactRecord(record: LogRecord, redactor: SinkRedactor): LogRecord {
  const place = record.category.join('.')
  // These may be getters, which make the message when it is first asked for.
  const { message, rawMessage, properties } = record
  const shown = { message, rawMessage, properties }
  const redacted = redactor.value(shown, place)
  if (redacted === shown) return record
  if (typeof redacted === 'string')
    return copyOf(record, { message: [redacted], rawMessage: redacted, properties: {} })
  return copyOf(record, {
    message: listOf(redacted.message),
    rawMessage: redacted.rawMessage,
    properties: typeof redacted.properties === 'object' ? redacted.properties : {},
  })
}

/** Where a list was withheld, the reason stands in its place. */
const listOf = (message: unknown): readonly unknown[] =>
  Array.isArray(message) ? message : [String(message)]

function copyOf(record: LogRecord, changed: Omit<LogRecord, 'category'>): LogRecord {
  const descriptors = Object.getOwnPropertyDescriptors(record)
  const own = Object.getOwnPropertyDescriptors(changed)
  return Object.create(Object.getPrototypeOf(record), { ...descriptors, ...own }) as LogRecord
}
