import { Transform } from 'node:stream'
import { byteRedactor } from '@tacet/core'
import { defaultRegistry } from '../registry.ts'
import { releaseInTime } from './in-time.ts'
import type { RedactOptions } from './text.ts'

export interface RedactStreamOptions extends RedactOptions {
  /**
   * Whether somebody may be waiting for the end of what was written, as of a prompt: when nothing comes for 5 ms, the
   * first two bytes of what is held back leave.
   */
  readonly interactive?: boolean
}

/**
 * A transform that redacts the bytes going through it. The output does not depend on how the input was cut: only the
 * beginning of a possible match is held back, until the next chunk tells. Strings are taken in the encoding they are
 * written with; what comes out are bytes, unless `setEncoding` says otherwise. A secret registered meanwhile counts
 * from the next chunk on. `Duplex.toWeb(redactStream())` makes a pair for web streams.
 */
export function redactStream(options: RedactStreamOptions = {}): Transform {
  const { registry = defaultRegistry, sink = 'stream', place, interactive = false } = options
  const redactor = byteRedactor({
    matcher: registry.matcher,
    replace(pattern) {
      registry.report(pattern, sink, place)
      return Buffer.from(registry.placeholder(pattern))
    },
  })
  const waiting = interactive ? releaseInTime(redactor, (bytes) => stream.push(bytes)) : undefined
  const stream = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      const ready = redactor.push(chunk)
      waiting?.pushed()
      done(null, ready.length > 0 ? ready : undefined)
    },
    flush(done) {
      waiting?.ended()
      const rest = redactor.end()
      done(null, rest.length > 0 ? rest : undefined)
    },
    destroy(error, done) {
      waiting?.ended()
      done(error)
    },
  })
  return stream
}
