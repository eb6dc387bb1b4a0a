import { pipeline, Writable } from 'node:stream'
import type { BodyRedactor } from './body-redactor.ts'
import { decoding } from './body-writers.ts'
import type { Coding } from './content-coding.ts'
import type { Callback } from './types.ts'

/** Where a body goes, chunk by chunk. */
export interface Http2Body {
  write(bytes: Uint8Array, callback?: Callback): boolean
  end(bytes: Uint8Array): void
}

interface Stream extends NodeJS.EventEmitter {
  readonly destroyed: boolean
  readonly writableNeedDrain: boolean
}

interface EncodedOptions {
  readonly stream: Stream
  readonly codings: readonly Coding[]
  readonly redactor: BodyRedactor
  /** Takes what is sent. */
  readonly out: Http2Body
  /** Whether the body is sent as it is, and only read on the side. */
  readonly observes: boolean
  /** Called when the body is not what its encoding says. */
  readonly fail: () => void
}

/** A body that the service has encoded: it is decoded, redacted and encoded again, a piece at a time. */
export function openEncoded({ stream, codings, redactor, out, observes, fail }: EncodedOptions): Http2Body {
  const { first, stages } = decoding(codings, redactor)
  let hasEnded = false
  stream.once('close', () => {
    if (!hasEnded) first.destroy()
  })
  if (observes) {
    pipeline([...stages, new Writable({ write: (_chunk, _encoding, done) => done() })], () => {})
    return {
      write(bytes, callback) {
        first.write(bytes)
        return out.write(bytes, callback)
      },
      end(bytes) {
        hasEnded = true
        first.end(bytes)
        out.end(bytes)
      },
    }
  }
  const waitForDrain = (done: Callback): void => {
    if (stream.writableNeedDrain) stream.once('drain', () => waitForDrain(done))
    else done()
  }
  const wire = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      if (out.write(chunk)) done()
      else waitForDrain(done)
    },
    final(done) {
      out.end(Buffer.alloc(0))
      done()
    },
  })
  pipeline([...stages, ...codings.map((coding) => coding.encoder()), wire], (error) => {
    if (error && !stream.destroyed) fail()
  })
  first.on('drain', () => stream.emit('drain'))
  return {
    write: (bytes, callback) => first.write(bytes, callback),
    end(bytes) {
      hasEnded = true
      first.end(bytes)
    },
  }
}
