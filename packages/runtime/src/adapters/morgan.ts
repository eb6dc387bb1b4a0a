import { lineRedactor } from '../log/lines.ts'
import { type SinkOptions, sinkRedactor } from '../log/sink-redactor.ts'

export type { SinkOptions } from '../log/sink-redactor.ts'

interface MorganOptions {
  readonly stream?: { write(line: string): unknown }
}

/**
 * morgan's options, with redaction put before the stream: `morgan('combined', redactLogs())`. It is the finished line
 * that is redacted, of whatever format: URL, referrer and user agent as they were sent, and tokens of your own.
 *
 * @param options morgan's, as you have them. The stream is the standard output unless given.
 */
export function redactLogs<Options extends object = object>(
  options?: Options,
  redaction: SinkOptions = {},
): Options & { stream: { write(line: string): void } } {
  const { stream = process.stdout }: MorganOptions = options ?? {}
  const redact = lineRedactor(
    sinkRedactor('morgan', redaction),
    (_line, message) => `${JSON.stringify(message)}\n`,
  )
  const write = (line: string): void => void stream.write(redact(line))
  return { ...(options as Options), stream: { write } }
}
