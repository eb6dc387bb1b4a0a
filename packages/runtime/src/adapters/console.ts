import { format, type InspectOptions } from 'node:util'
import { redactInspected, redactPrinted } from '../log/printed.ts'
import { type SinkOptions, type SinkRedactor, sinkRedactor } from '../log/sink-redactor.ts'

/** What is asked of a console; one that has fewer methods is fine. */
type AnyConsole = object

export interface RedactConsoleOptions extends SinkOptions {
  /** Another console, such as a `new Console(stream)`. The global one unless given. */
  readonly console?: AnyConsole
}

type Method = (...args: unknown[]) => unknown

/** Makes the method that takes the place of one. */
type Guard = (original: Method, redactor: SinkRedactor, methods: Record<string, Method>) => Method

const printing: Guard =
  (original, redactor) =>
  (...args) =>
    original(...redactPrinted(args, redactor))

/** Labels are printed, also in warnings, and are what the others are found by: all get the same. */
const labelled: Guard =
  (original, redactor) =>
  (...args) => {
    const [label, ...data] = args
    if (args.length === 0 || label === undefined) return original(...args)
    return original(redactLabel(label, redactor), ...(data.length > 0 ? redactPrinted(data, redactor) : []))
  }

const guards: Readonly<Record<string, Guard>> = {
  log: printing,
  info: printing,
  debug: printing,
  warn: printing,
  error: printing,
  dirxml: printing,
  group: printing,
  groupCollapsed: printing,
  count: labelled,
  countReset: labelled,
  time: labelled,
  timeEnd: labelled,
  timeLog: labelled,
  assert:
    (original, redactor) =>
    (condition, ...args) =>
      condition ? original(condition) : original(condition, ...redactPrinted(args, redactor)),
  dir: (original, redactor, { log }) =>
    function dir(value, options) {
      const shown = redactInspected(value, options as InspectOptions | undefined, redactor)
      return 'text' in shown ? log?.(shown.text) : original(shown.value, options)
    },
  table:
    (original, redactor) =>
    (data, ...rest) =>
      original(redactor.value(data), ...rest.map((columns) => redactor.value(columns))),
  // Node's own begins with its caller: that would be the line above.
  trace: (_original, redactor, methods) =>
    function trace(...args) {
      const error = { name: 'Trace', message: format(...redactPrinted(args, redactor)), stack: '' }
      Error.captureStackTrace(error, trace)
      methods.error?.(error.stack)
    },
}

/**
 * Redacts what a console prints, by whichever of its methods. Values are redacted as such, and the finished text as
 * well, so that a secret that only the formatting puts together is found. What holds no secret is printed by the
 * console as it was given: the same objects, formats and colours.
 *
 * @returns a function that takes the redaction away again
 */
export function redactConsole(options: RedactConsoleOptions = {}): () => void {
  const target = (options.console ?? globalThis.console) as Record<string, Method>
  const redactor = sinkRedactor('console', options)
  const replaced: { name: string; original: PropertyDescriptor | undefined; guarded: Method }[] = []
  for (const [name, guard] of Object.entries(guards)) {
    const method = target[name]
    if (typeof method !== 'function') continue
    const original = Object.getOwnPropertyDescriptor(target, name)
    const guarded = guard(method.bind(target), redactor, target)
    Object.defineProperty(target, name, {
      value: guarded,
      writable: true,
      configurable: true,
      enumerable: true,
    })
    replaced.push({ name, original, guarded })
  }
  return () => {
    for (const { name, original, guarded } of replaced) {
      // Someone may have put a method of their own over ours: that one stays.
      if (target[name] !== guarded) continue
      if (original) Object.defineProperty(target, name, original)
      else Reflect.deleteProperty(target, name)
    }
  }
}

/** What is no text cannot be a label of two; Node prints it as text. */
function redactLabel(label: unknown, redactor: SinkRedactor): unknown {
  if (typeof label === 'symbol') return label
  try {
    const text = String(label)
    const redacted = redactor.text(text)
    return redacted === text ? label : redacted
  } catch {
    return redactor.withhold()
  }
}
