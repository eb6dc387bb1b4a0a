import { inspect } from 'node:util'
import { redactText } from '../redact/text.ts'
import type { Registry } from '../registry.ts'
import { mayShowSecret } from './source-line.ts'

/** Whether an error would be printed without a secret if it came now. It is changed as it would be then. */
export interface CrashGuards {
  warning(error: Error): boolean
  exception(error: Error): boolean
}

/**
 * Redacts what Node prints of an exception that nobody handles, and of warnings. Node prints them itself, so the error
 * is changed before it does. One that the program handles is left as it is.
 *
 * @param dying called when the process is about to end of an error
 */
export function guardCrashes(registry: Registry, dying: (error: unknown) => void): CrashGuards {
  // Node's own listener, which prints it, was there before.
  const onWarning = (warning: Error): void => redactTexts(warning, registry, 'warning')
  process.prependListener('warning', onWarning)
  const onException = (error: unknown): void => {
    if (process.listenerCount('uncaughtException') > 0 || process.hasUncaughtExceptionCaptureCallback())
      return
    // The error of a worker is handled, or not, in the main thread.
    if (!process.getBuiltinModule('node:worker_threads').isMainThread) return
    const isHarmless =
      redactInPlace(error, registry) && !(error instanceof Error && mayShowSecret(error, registry))
    dying(error)
    if (!isHarmless) printInstead(error, registry)
  }
  process.on('uncaughtExceptionMonitor', onException)
  return {
    warning(error) {
      onWarning(error)
      return process.listeners('warning').includes(onWarning) && isClean(error, registry)
    },
    exception: (error) =>
      process.listeners('uncaughtExceptionMonitor').includes(onException) && redactInPlace(error, registry),
  }
}

/** Puts placeholders into all texts that hang on an error. Returns whether no secret is left. */
function redactInPlace(error: unknown, registry: Registry): boolean {
  if (isClean(error, registry)) return true
  for (const each of objectsIn(error)) redactTexts(each, registry, 'exception')
  return isClean(error, registry)
}

function redactTexts(object: object, registry: Registry, sink: string): void {
  for (const [key, { value, writable, configurable }] of descriptorsOf(object)) {
    if (typeof value !== 'string' || !(writable || configurable)) continue
    const redacted = redactText(value, { registry, sink })
    if (redacted !== value) Reflect.defineProperty(object, key, { value: redacted })
  }
}

function isClean(error: unknown, registry: Registry): boolean {
  try {
    const shown = inspect(error, { depth: null, maxArrayLength: null, maxStringLength: null })
    return !registry.matcher().test(shown) && !registry.matcher().test(String(error))
  } catch {
    return false
  }
}

function objectsIn(root: unknown): Set<object> {
  const found = new Set<object>()
  // What listens to the end of the process may need these.
  const kept: readonly unknown[] = [process, process.env, globalThis]
  const add = (value: unknown): void => {
    if (typeof value === 'object' && value !== null && !kept.includes(value)) found.add(value)
  }
  add(root)
  // A set goes on to what is added to it meanwhile.
  for (const each of found) for (const [, { value }] of descriptorsOf(each)) add(value)
  return found
}

function descriptorsOf(object: object): [PropertyKey, PropertyDescriptor][] {
  if (ArrayBuffer.isView(object)) return []
  const keys = Reflect.ownKeys(object)
  return keys.map((key) => {
    const descriptor = Object.getOwnPropertyDescriptor(object, key) ?? {}
    // From V8 of Node 22 on, the stack of an error may be a getter and a setter of the error's own.
    const isStack = key === 'stack' && descriptor.get && object instanceof Error
    return [key, isStack ? { value: object.stack, writable: true, configurable: true } : descriptor]
  })
}

/** Prints what cannot be changed, such as a text that was thrown, as Node would, without the line of the source. */
function printInstead(error: unknown, registry: Registry): void {
  const depth = Math.max(inspect.defaultOptions.depth ?? Number.POSITIVE_INFINITY, 5)
  const options = error instanceof Error ? { customInspect: false, depth } : {}
  const shown = typeof error === 'string' ? error : inspect(error, options)
  const text = redactText(shown, { registry, sink: 'exception' })
  const hint =
    error instanceof Error ? '' : '\n(Use `node --trace-uncaught ...` to show where the exception was thrown)'
  process.stderr.write(`${text}${hint}\n\nNode.js ${process.version}\n`)
  process.exit(1)
}
