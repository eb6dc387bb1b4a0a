import { Transform } from 'node:stream'
import { byteRedactor } from '@tacet/core'
import { defaultRegistry } from '../registry.ts'
import type { RedactOptions } from './text.ts'

/**
 * A transform that redacts the bytes going through it. The output does not depend on how the input was cut: only the
 * beginning of a possible match is held back, until the next chunk tells. Strings are taken in the encoding they are
 * written with; what comes out are bytes, unless `setEncoding` says otherwise. A secret registered meanwhile counts
 * from the next chunk on. `Duplex.toWeb(redactStream())` makes a pair for web streams.
 */
export function redactStream(options: RedactOptions = {}): Transform {
  const { registry = defaultRegistry, sink = 'stream', place } = options
  const redactor = byteRedactor({
    matcher: registry.matcher,
    replace(pattern) {
      registry.report(pattern, sink, place)
      return Buffer.from(registry.placeholder(pattern))
    },
  })
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      const ready = redactor.push(chunk)
      done(null, ready.length > 0 ? ready : undefined)
    },
    flush(done) {
      const rest = redactor.end()
      done(null, rest.length > 0 ? rest : undefined)
    },
  })
}
