import { redactPrinted } from '../log/printed.ts'
import { type SinkOptions, sinkRedactor } from '../log/sink-redactor.ts'

export type { SinkOptions } from '../log/sink-redactor.ts'

/** One of the functions that `debug('name')` makes. */
interface DebugInstance {
  readonly namespace?: string
  readonly useColors?: boolean
}

type FormatArgs = (this: DebugInstance, args: unknown[]) => void
type Formatter = (this: DebugInstance, value: unknown) => unknown

/** What is asked of the package `debug`. */
interface DebugModule {
  formatArgs: FormatArgs
  formatters: Record<string, Formatter>
}

/**
 * Redacts what the package `debug` 4 or 3 prints, in all instances of it that there are and that will be made, whatever
 * their `log` is: `redactDebug(createDebug)`. The place that events tell is the namespace.
 *
 * Each copy of `debug` that is installed has to be given. Formatters that are added later are covered by what they
 * return.
 *
 * @returns a function that takes the redaction away again
 */
export function redactDebug(debug: object, options: SinkOptions = {}): () => void {
  const target = debug as DebugModule
  const redactor = sinkRedactor('debug', options)
  const { formatArgs } = target
  const formatters = { ...target.formatters }
  for (const [letter, formatter] of Object.entries(formatters)) {
    target.formatters[letter] = function (value) {
      return formatter.call(this, redactor.value(value, this.namespace))
    }
  }
  // It puts the name before every line: a value of several lines would not be found after it.
  const redacting: FormatArgs = function (args) {
    const redacted = redactPrinted(args, redactor, this.namespace)
    const [text] = redacted
    const isFinished = redacted.length < args.length || (redacted !== args && redacted.length === 1)
    // With colours an argument follows, so that what is left of the text is read as a format.
    const first = isFinished && this.useColors && typeof text === 'string' ? text.replaceAll('%', '%%') : text
    args.splice(0, args.length, first, ...redacted.slice(1))
    formatArgs.call(this, args)
    // The name that it has put there may itself hold one.
    if (typeof args[0] === 'string') args[0] = redactor.text(args[0], this.namespace)
  }
  target.formatArgs = redacting
  return () => {
    if (target.formatArgs === redacting) target.formatArgs = formatArgs
    Object.assign(target.formatters, formatters)
  }
}
