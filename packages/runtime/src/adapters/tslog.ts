import { type SinkOptions, sinkRedactor } from '../log/sink-redactor.ts'

export type { SinkOptions } from '../log/sink-redactor.ts'

type Args = unknown[]

/** What version 5 hands to its middleware. */
interface LogContext {
  args: Args
  meta: Record<string, unknown>
  readonly settings: { readonly name?: string; bindings?: Record<string, unknown> }
}

/** What is asked of a logger of tslog: version 5 has `use`, version 4 has the rest. */
interface TslogLogger {
  readonly settings: {
    readonly name?: string
    readonly maskValuesOfKeys?: readonly unknown[]
    overwrite?: {
      mask?: (args: Args) => Args
      toLogObj?: (args: Args, logObj?: unknown) => unknown
    }
  }
  use?(middleware: (context: LogContext) => LogContext): unknown
  _mask?(args: Args): Args
  _toLogObj?(args: Args, logObj?: unknown): unknown
}

/**
 * Redacts what a logger of tslog 5 or 4 writes: `redactLogger(new Logger({ … }))`. The logger is changed, and returned;
 * sub-loggers that it makes from then on are covered. What is logged, the prefix and the bindings are redacted before
 * they are formatted, so all of pretty, JSON and the attached transports are covered, and what `log` returns. The place
 * that events tell is the logger's name.
 *
 * In version 5 it is a middleware: one that is added later runs after it. Not covered there: the default log object,
 * that is the second argument of the constructor. In version 4, `maskValuesOfKeys` of the logger counts for its
 * sub-loggers too.
 */
export function redactLogger<Logger extends object>(logger: Logger, options: SinkOptions = {}): Logger {
  const target = logger as TslogLogger
  const redactor = sinkRedactor('tslog', options)
  const redactArgs = (args: Args, place?: string): Args => {
    const redacted = redactor.value(args, place)
    return typeof redacted === 'string' ? [redacted] : redacted
  }
  const redactFields = (fields: Record<string, unknown>, place?: string): Record<string, unknown> => {
    const redacted = redactor.value(fields, place)
    return typeof redacted === 'string' ? { withheld: redacted } : redacted
  }
  if (target.use) {
    target.use((context) => {
      const { settings } = context
      context.args = redactArgs(context.args, settings.name)
      context.meta = redactFields(context.meta, settings.name)
      if (settings.bindings) settings.bindings = redactFields(settings.bindings, settings.name)
      return context
    })
    return logger
  }
  const { settings } = target
  const { overwrite } = settings
  const mask =
    overwrite?.mask ??
    ((args: Args) => (settings.maskValuesOfKeys?.length ? (target._mask?.(args) ?? args) : args))
  const toLogObj = overwrite?.toLogObj ?? ((args: Args, logObj?: unknown) => target._toLogObj?.(args, logObj))
  settings.overwrite = {
    ...overwrite,
    mask: (args) => redactArgs(mask(args), settings.name),
    toLogObj(args, logObj) {
      const made = toLogObj(args, logObj)
      const redacted = redactor.value(made, settings.name)
      return typeof redacted === 'string' && typeof made !== 'string' ? { withheld: redacted } : redacted
    },
  }
  return logger
}
