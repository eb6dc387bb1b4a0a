import { watchOutputs } from '../process/guards.ts'
import { tapOutputs } from '../process/output.ts'
import { replaceInText } from '../redact/text.ts'
import { defaultRegistry, type Registry } from '../registry.ts'
import { findLeaks, type Leak, LeakError, type LeakOptions } from './leaks.ts'

/**
 * Calls the function and fails if the process prints a registered secret meanwhile: by `console`, `process.stdout`,
 * `process.stderr`, or a logger that writes to their descriptors.
 *
 * @returns what the function returns
 * @throws LeakError that names each secret with its form and place, never its value
 * @throws what the function throws, if nothing leaked
 */
export async function expectNoLeak<T>(run: () => T | Promise<T>, options: LeakOptions = {}): Promise<T> {
  const { outcome, leaks } = await emittedLeaks(run, options)
  if (leaks.length > 0) throw new LeakError(leaks)
  if ('error' in outcome) throw outcome.error
  return outcome.value
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown }

/** Calls the function, and tells which secrets are printed until it has ended. */
export async function emittedLeaks<T>(
  run: () => T | Promise<T>,
  options: LeakOptions,
): Promise<{ readonly outcome: Outcome<T>; readonly leaks: readonly Leak[] }> {
  const printed = new Map<string, Buffer[]>()
  const record = (exit: string, bytes: Uint8Array): void => {
    const chunks = printed.get(exit) ?? []
    printed.set(exit, chunks)
    chunks.push(Buffer.from(bytes))
  }
  watchOutputs()
  const ends = [
    tapOutputs(record),
    ...tapConsole(globalThis.console, record, options.registry ?? defaultRegistry),
  ]
  let outcome: Outcome<T>
  try {
    outcome = { value: await run() }
  } catch (error) {
    outcome = { error }
  }
  // Loggers that gather lines write them in the next turn.
  await new Promise(setImmediate)
  for (const end of ends) end()
  const leaks = [...printed].flatMap(([exit, chunks]) => findLeaks(Buffer.concat(chunks), exit, options))
  return { outcome, leaks }
}

type Method = (...args: unknown[]) => unknown
type Recorder = (exit: string, bytes: Uint8Array) => void

/**
 * Records what is printed by a console that does not come to the process' own outputs: test runners give each test
 * file one of theirs. Below the methods, which an adapter may redact: those of Node have streams, Jest's a `_log`.
 * What leaks is not shown by the test runner either.
 */
function tapConsole(target: object, record: Recorder, registry: Registry): (() => void)[] {
  const { _stdout, _stderr, _log } = target as { _stdout?: unknown; _stderr?: unknown; _log?: unknown }
  const shown = (printed: unknown): unknown => {
    if (typeof printed !== 'string' && !(printed instanceof Uint8Array)) return printed
    const text = Buffer.from(printed).toString()
    record('console', Buffer.from(printed))
    const matches = registry.wholeMatcher().find(text)
    return matches.length === 0 ? printed : replaceInText(text, matches, registry.placeholder)
  }
  const ends: (() => void)[] = []
  if (typeof _log === 'function')
    ends.push(wrap(target, '_log', ([type, message, ...rest]) => [type, shown(message), ...rest]))
  for (const [stream, own] of [
    [_stdout, process.stdout],
    [_stderr, process.stderr],
  ]) {
    if (stream === own || typeof stream !== 'object' || stream === null || !('write' in stream)) continue
    ends.push(wrap(stream, 'write', ([chunk, ...rest]) => [shown(chunk), ...rest]))
  }
  return ends
}

/** Changes what a method is called with, until the returned function is called. */
function wrap(target: object, name: string, change: (args: unknown[]) => unknown[]): () => void {
  const methods = target as Record<string, Method>
  const own = Object.getOwnPropertyDescriptor(target, name)
  const original = methods[name]!
  methods[name] = function (this: unknown, ...args) {
    return original.apply(this, change(args))
  }
  return () => {
    if (own) Object.defineProperty(target, name, own)
    else Reflect.deleteProperty(target, name)
  }
}
