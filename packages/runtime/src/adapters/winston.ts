import { lineRedactor, type WithheldLine } from '../log/lines.ts'
import { type SinkOptions, type SinkRedactor, sinkRedactor } from '../log/sink-redactor.ts'

export type { SinkOptions } from '../log/sink-redactor.ts'

// The keys under which winston and its formats hand an entry on (the package `triple-beam`).
const LEVEL = Symbol.for('level')
const MESSAGE = Symbol.for('message')

type Info = Record<PropertyKey, unknown>

/** What winston calls a format. */
interface Format {
  readonly transform: (info: Info, options?: unknown) => unknown
  readonly options?: unknown
}

interface Transport {
  format?: Format | undefined
}

/** What is asked of a logger of winston. */
interface WinstonLogger {
  format?: Format | undefined
  readonly transports?: readonly Transport[]
  readonly defaultMeta?: unknown
  add?(transport: Transport): unknown
}

const guarded = new WeakSet<object>()

/**
 * Redacts what a logger of winston 3 writes: `redactLogger(winston.createLogger({ … }))`. The logger is changed, and
 * returned. After its format has run, and that of each transport, the finished line and the fields of the entry are
 * redacted, for there are transports that write the line and others that write the fields. Children, exceptions and
 * rejections that winston logs, `profile`, transports that are added later and `configure` are covered.
 *
 * The place that events tell is `defaultMeta.service`, for winston's loggers have no name. Not covered: a transport
 * whose own format is replaced later, and what is written to winston's streams from elsewhere.
 */
export function redactLogger<Logger extends object>(logger: Logger, options: SinkOptions = {}): Logger {
  const target = logger as WinstonLogger
  const redactor = sinkRedactor('winston', options)
  const { service } = (target.defaultMeta ?? {}) as { service?: unknown }
  const place = typeof service === 'string' ? service : undefined
  const guard = (format?: Format): Format | undefined => guardFormat(format, redactor, place)
  let format = guard(target.format)
  Object.defineProperty(target, 'format', {
    get: () => format,
    set(value: Format | undefined) {
      format = guard(value)
    },
    enumerable: true,
    configurable: true,
  })
  const guardTransport = (transport: Transport): void => {
    if (transport?.format) transport.format = guard(transport.format)
  }
  target.transports?.forEach(guardTransport)
  const { add } = target
  if (add) {
    target.add = function (transport) {
      guardTransport(transport)
      return add.call(this, transport)
    }
  }
  return logger
}

function guardFormat(
  format: Format | undefined,
  redactor: SinkRedactor,
  place: string | undefined,
): Format | undefined {
  if (!format || guarded.has(format)) return format
  const redacting: Format = {
    options: format.options,
    transform(info, options) {
      const transformed = format.transform(info, options)
      if (typeof transformed !== 'object' || transformed === null) return transformed
      return redactInfo(transformed as Info, redactor.once(), place)
    },
  }
  guarded.add(redacting)
  return redacting
}

function redactInfo(info: Info, redactor: SinkRedactor, place: string | undefined): Info {
  const { [MESSAGE]: line, ...rest } = info
  const fields = redactor.value(info instanceof Error ? info : rest, place)
  const shown =
    typeof line === 'string'
      ? lineRedactor(redactor, withheldLine(info), place)(line)
      : redactor.value(line, place)
  if (typeof fields === 'string') {
    const message = JSON.stringify({ level: info[LEVEL], message: fields })
    return { level: info[LEVEL], message: fields, [LEVEL]: info[LEVEL], [MESSAGE]: message }
  }
  if (shown === line && (fields === rest || fields === info)) return info
  const copy: Info =
    fields === info
      ? Object.create(Object.getPrototypeOf(info), Object.getOwnPropertyDescriptors(info))
      : fields
  // A level that is a secret still is the level that transports compare.
  return Object.assign(copy, { [LEVEL]: info[LEVEL], [MESSAGE]: shown })
}

const withheldLine =
  (info: Info): WithheldLine =>
  (_line, message) =>
    JSON.stringify({ level: info[LEVEL], message })
