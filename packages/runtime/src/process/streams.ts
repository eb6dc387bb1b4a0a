import type { Writable } from 'node:stream'
import { isUnguarded, type Output, unguarded } from './output.ts'

type Done = (error?: Error | null) => void

/** What streams implement writing with; all of `write`, `end` and `cork` come down to it. */
interface Guardable {
  _write(chunk: unknown, encoding: BufferEncoding, done: Done): void
  _writev?(chunks: readonly { chunk: unknown; encoding: BufferEncoding }[], done: Done): void
}

/** How streams that are also given strings tell bytes from them. */
const BYTES = 'buffer' as BufferEncoding

/** Redacts `process.stdout` or `process.stderr`, once it is first used: making one takes time. */
export function guardStream(output: Output): void {
  const descriptor = Object.getOwnPropertyDescriptor(process, output.name)
  const get = descriptor?.get
  if (!get) {
    guard(process[output.name], output)
    return
  }
  let guarded: unknown
  Object.defineProperty(process, output.name, {
    ...descriptor,
    get() {
      const stream: Writable = get.call(process)
      if (stream !== guarded) guard(stream, output)
      guarded = stream
      return stream
    },
  })
}

function guard(stream: Writable, output: Output): void {
  const guardable: Guardable = stream
  const write = guardable._write.bind(stream)
  const route = (bytes: Uint8Array): void => unguarded(() => write(bytes, BYTES, () => {}))
  guardable._write = (chunk, encoding, done) => {
    const bytes = bytesOf(chunk, encoding)
    const redacted = isUnguarded() ? undefined : output.redact(bytes, route)
    if (redacted === undefined) return unguarded(() => write(chunk, encoding, done))
    if (redacted.length === 0) return done()
    unguarded(() => write(redacted, BYTES, done))
  }
  if (guardable._writev) {
    guardable._writev = (chunks, done) => {
      const bytes = chunks.map(({ chunk, encoding }) => bytesOf(chunk, encoding))
      guardable._write(Buffer.concat(bytes), BYTES, done)
    }
  }
}

function bytesOf(chunk: unknown, encoding: BufferEncoding): Uint8Array {
  return typeof chunk === 'string' ? Buffer.from(chunk, encoding) : (chunk as Uint8Array)
}
