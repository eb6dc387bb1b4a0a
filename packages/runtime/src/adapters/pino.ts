import { lineRedactor } from '../log/lines.ts'
import { type SinkOptions, sinkRedactor } from '../log/sink-redactor.ts'

export type { SinkOptions } from '../log/sink-redactor.ts'

/** The part of pino's options that is read. */
interface PinoOptions {
  readonly name?: string
  readonly hooks?: { readonly streamWrite?: (line: string) => string }
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
  redaction: SinkOptions = {},
): Options {
  const { name, hooks }: PinoOptions = options ?? {}
  const redact = lineRedactor(sinkRedactor('pino', redaction), withholding, name)
  const before = hooks?.streamWrite
  const streamWrite = before ? (line: string) => redact(before(line)) : redact
  return { ...options, hooks: { ...hooks, streamWrite } } as Options
}

const HEAD = /^\{"level":(\d{1,3})(?:,"time":(\d{1,13}))?/

/** A line that says why there is nothing else in it, with the level and the time of the one it stands for. */
function withholding(line: string, message: string): string {
  const [, level = '50', time = Date.now()] = HEAD.exec(line) ?? []
  return `{"level":${level},"time":${time},"msg":${JSON.stringify(message)}}\n`
}
