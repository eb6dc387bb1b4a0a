import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { fileURLToPath } from 'node:url'
import { format } from 'node:util'
import { isUnguarded, type Output } from './output.ts'
import { guardPromisedFiles } from './promised-files.ts'

type AnyFunction = (...args: never[]) => unknown
type Callback = (error: unknown, ...results: unknown[]) => void

const isCallback = (value: unknown): value is Callback => typeof value === 'function'

const { write, writeSync } = fs
const PATH = new RegExp(`^/dev/std(?:out|err)$|^/(?:dev|proc/(?:self|thread-self|${process.pid}))/fd/[12]$`)

/**
 * Redacts what is written to the descriptors 1 and 2, or to their paths such as `/dev/stdout`, by the functions of
 * `node:fs`, however they were imported. What was taken from `node:fs` before, as a variable of its own, is not covered.
 */
export function guardDescriptors(outputs: readonly Output[]): void {
  const reopened = new Map<number, Output>()
  const outputOf = (target: unknown): Output | undefined => {
    if (isUnguarded()) return undefined
    if (typeof target === 'number')
      return outputs.find(({ descriptor }) => descriptor === target) ?? reopened.get(target)
    const path = target instanceof URL && target.protocol === 'file:' ? fileURLToPath(target) : target
    if (typeof path !== 'string' || !PATH.test(path)) return undefined
    return outputs.find(({ name, descriptor }) => path.endsWith(name) || path.endsWith(String(descriptor)))
  }

  /** What to write of the bytes, and where to; undefined for what is written elsewhere. */
  const own = (target: unknown, bytesOf: () => Uint8Array | undefined) => {
    const output = outputOf(target)
    const bytes = output && bytesOf()
    if (!bytes) return undefined
    const descriptor = typeof target === 'number' ? target : output.descriptor
    // It may be closed before the rest of it leaves.
    const isOpen = () => descriptor === output.descriptor || reopened.has(descriptor)
    const redacted = output.redact(bytes, (rest) =>
      writeAllSync(isOpen() ? descriptor : output.descriptor, rest),
    )
    return { output, descriptor, bytes, redacted }
  }

  // As long as nothing is taken out, it is the caller's to go on after a part was written.
  for (const [name, bytesOf] of [
    ['writeSync', writtenBytes],
    ['writevSync', joined],
  ] as const) {
    patch(name, (original) => (...args: unknown[]) => {
      const write = own(args[0], () => bytesOf(args))
      if (!write?.redacted) return original(...args)
      writeAllSync(write.descriptor, write.redacted)
      return write.bytes.length
    })
  }
  for (const [name, bytesOf] of [
    ['write', writtenBytes],
    ['writev', joined],
  ] as const) {
    patch(name, (original) => (...args: unknown[]) => {
      const done = args.at(-1)
      if (!isCallback(done)) return original(...args)
      const write = own(args[0], () => bytesOf(args))
      if (!write) return original(...args)
      const { descriptor, bytes, redacted } = write
      const end = write.output.begin()
      const told: Callback = (...results) => {
        end()
        done(...results)
      }
      if (!redacted) return original(...args.slice(0, -1), told)
      return writeAll(descriptor, redacted, (error) =>
        error ? told(error, 0, args[1]) : told(null, bytes.length, args[1]),
      )
    })
  }
  // These write by the functions above, which would redact it again.
  for (const name of ['writeFileSync', 'appendFileSync'] as const) {
    patch(name, (original) => (...args: unknown[]) => {
      const write = own(args[0], () => fileBytes(args))
      return write ? writeAllSync(write.descriptor, write.redacted ?? write.bytes) : original(...args)
    })
  }
  for (const name of ['writeFile', 'appendFile'] as const) {
    patch(name, (original) => (...args: unknown[]) => {
      const done = args.at(-1)
      const write = isCallback(done) ? own(args[0], () => fileBytes(args)) : undefined
      if (!isCallback(done) || !write) return original(...args)
      const end = write.output.begin()
      return writeAll(write.descriptor, write.redacted ?? write.bytes, (error) => {
        end()
        done(error)
      })
    })
  }
  patch('openSync', (original) => (...args: unknown[]) => {
    const opened = original(...args) as number
    const output = outputOf(args[0])
    if (output) reopened.set(opened, output)
    return opened
  })
  patch('open', (original) => (...args: unknown[]) => {
    const done = args.at(-1)
    const output = outputOf(args[0])
    if (!output || !isCallback(done)) return original(...args)
    return original(...args.slice(0, -1), (error: unknown, opened: number) => {
      if (!error) reopened.set(opened, output)
      done(error, opened)
    })
  })
  for (const name of ['close', 'closeSync'] as const) {
    patch(name, (original) => (...args: unknown[]) => {
      reopened.delete(args[0] as number)
      return original(...args)
    })
  }
  guardPromisedFiles(
    (target) => outputOf(target) !== undefined,
    (descriptor, path) => reopened.set(descriptor, outputOf(path)!),
    (descriptor) => reopened.delete(descriptor),
  )
  syncBuiltinESMExports()
  // Not documented, and used by those who debug streams: it prints by no stream.
  Object.assign(process, { _rawDebug: (...args: unknown[]) => void fs.writeSync(2, `${format(...args)}\n`) })
}

/** Puts a function in the place of one of `node:fs`, with what hangs on that, such as how it is promisified. */
function patch<Name extends keyof typeof fs>(
  name: Name,
  make: (original: (...args: readonly unknown[]) => unknown) => AnyFunction,
): void {
  const original = fs[name] as AnyFunction
  const guarded = make(original.bind(fs) as (...args: readonly unknown[]) => unknown)
  Object.defineProperties(guarded, Object.getOwnPropertyDescriptors(original))
  Object.assign(fs, { [name]: guarded })
}

/** What `write` and `writeSync` are to write; undefined when that is for Node to refuse. */
function writtenBytes([, data, second, third]: readonly unknown[]): Uint8Array | undefined {
  if (typeof data === 'string') return encoded(data, third)
  const view = viewed(data)
  if (!view) return undefined
  const options = typeof second === 'object' && second !== null ? second : { offset: second, length: third }
  const { offset, length } = options as { offset?: unknown; length?: unknown }
  const start = typeof offset === 'number' ? offset : 0
  const end = typeof length === 'number' ? start + length : view.length
  return start >= 0 && end >= start && end <= view.length ? view.subarray(start, end) : undefined
}

function fileBytes([, data, options]: readonly unknown[]): Uint8Array | undefined {
  const encoding =
    typeof options === 'object' && options !== null && 'encoding' in options && options.encoding
  return typeof data === 'string' ? encoded(data, encoding || options) : viewed(data)
}

function joined([, views]: readonly unknown[]): Uint8Array | undefined {
  const all = Array.isArray(views) ? views.map(viewed) : []
  return all.every((view) => view !== undefined) && all.length > 0 ? Buffer.concat(all) : undefined
}

function encoded(text: string, encoding: unknown): Uint8Array {
  return Buffer.from(text, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8')
}

function viewed(data: unknown): Uint8Array | undefined {
  if (!ArrayBuffer.isView(data)) return undefined
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}

const PAUSE = 5

/** A pipe that is full has to be read first: a caller that tried again would be redacted again. */
const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EAGAIN'

function writeAllSync(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      if (!isFull(error)) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
    }
  }
}

function writeAll(descriptor: number, bytes: Uint8Array, done: (error: unknown) => void, at = 0): void {
  if (at === bytes.length) return void process.nextTick(done, null)
  write(descriptor, bytes, at, (error, written) => {
    if (!error) writeAll(descriptor, bytes, done, at + written)
    else if (isFull(error)) setTimeout(writeAll, PAUSE, descriptor, bytes, done, at)
    else done(error)
  })
}
