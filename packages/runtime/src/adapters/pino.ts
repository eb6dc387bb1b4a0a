import { redactJson } from '../redact/json.ts'
import type { RedactOptions } from '../redact/text.ts'
import { defaultRegistry, type Registry } from '../registry.ts'

/** The part of pino's options that is read. */
interface PinoOptions {
  readonly name?: string
  readonly hooks?: { readonly streamWrite?: (line: string) => string }
}

export interface RedactLogsOptions {
  /** The secrets to redact. The default registry unless given. */
  readonly registry?: Registry
}

/**
 * pino's options, with what the registry knows redacted from every line: `pino(redactLogs())`, or
 * `pino(redactLogs({ level: 'debug' }), destination)`. Needs pino 9.6 or later, the first with `hooks.streamWrite`.
 * That hook gets the finished line, so bindings, child loggers, serializers, formatters, mixins and pino's own
 * `redact` have had their say, and it runs before the line goes to any destination: streams, multistreams, worker
 * transports.
 *
 * A line stays one line of valid JSON, and one without a secret is byte-identical. Should redaction itself fail, a
 * line with the level and the time says that the rest was withheld. Not covered: a destination that asks pino for
 * metadata is handed the logged object itself, as `lastObj` and `lastMsg`.
 *
 * @param options pino's, as you have them. A `streamWrite` hook of yours runs first, and what it returns is redacted.
 * Callbacks in them are typed when the call is: `redactLogs<LoggerOptions>({ … })`.
 * @returns a copy of the options, to be given to pino as they are: if they are spread into others, a `hooks` that
 * comes later takes the redaction away
 */
export function redactLogs<Options extends object = object>(
  options?: Options,
  { registry = defaultRegistry }: RedactLogsOptions = {},
): Options {
  const { name, hooks }: PinoOptions = options ?? {}
  const redact = lineRedactor({ registry, sink: 'pino', ...(name !== undefined && { place: name }) })
  const before = hooks?.streamWrite
  const streamWrite = before ? (line: string) => redact(before(line)) : redact
  return { ...options, hooks: { ...hooks, streamWrite } } as Options
}

type LineOptions = RedactOptions & Required<Pick<RedactOptions, 'registry' | 'sink'>>

function lineRedactor(options: LineOptions): (line: string) => string {
  return (line) => {
    try {
      const redacted = redactJson(line, options)
      if (redacted === line || redacted.startsWith('{') || !line.startsWith('{')) return redacted
      return withholding(line, JSON.parse(redacted) as string)
    } catch {
      return withholding(line, reported(options))
    }
  }
}

const HEAD = /^\{"level":(\d{1,3})(?:,"time":(\d{1,13}))?/

/** A line that says why there is nothing else in it, with the level and the time of the one it stands for. */
function withholding(line: string, message: string): string {
  const [, level = '50', time = Date.now()] = HEAD.exec(line) ?? []
  return `{"level":${level},"time":${time},"msg":${JSON.stringify(message)}}\n`
}

function reported({ registry, sink, place }: LineOptions): string {
  try {
    return registry.withhold('redaction failed', sink, place)
  } catch {
    return '[WITHHELD]'
  }
}
