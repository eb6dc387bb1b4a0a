import { pipeline, Transform, Writable } from 'node:stream'
import { type BodyPlan, bodyType, isSized } from './body-plan.ts'
import { BodyRedactor } from './body-redactor.ts'
import type { Coding } from './content-coding.ts'
import type { BodyWriter, Exchange } from './exchange.ts'
import { dropLength, setField } from './head.ts'
import { Slice } from './range.ts'
import type { Callback, Chunk } from './types.ts'

/** Chooses how a body that comes in pieces is written. */
export function openBody(exchange: Exchange, plan: BodyPlan): BodyWriter {
  const { mode, unreadable } = exchange.settings
  const untouched = new UntouchedBody(exchange)
  const { response } = exchange
  const bodiless = response.statusCode === 204 || response.statusCode === 304
  if (bodiless || response.req.method === 'HEAD') return untouched
  if (!plan.codings) {
    if (mode !== 'observe' && unreadable === 'withhold') exchange.withhold('unknown encoding')
    return untouched
  }
  if (plan.codings.length === 0) return new PlainBody(exchange, plan)
  if (exchange.observes) return new ObservedBody(exchange, plan.codings, inspection(exchange, plan))
  return new RecodedBody(exchange, plan.codings, inspection(exchange, plan))
}

/** Bytes in, bytes that may leave out. */
interface Inspection {
  push(bytes: Uint8Array): Uint8Array
  end(): Uint8Array
}

function inspection(exchange: Exchange, plan: BodyPlan): Inspection {
  const { registry } = exchange
  const redactor = new BodyRedactor({
    registry,
    report: (pattern) => exchange.reportBody(registry, pattern),
    keepLength: plan.range !== undefined || (plan.codings?.length === 0 && isSized(exchange.response, plan)),
    ...bodyType(exchange.response, plan),
  })
  const { part } = exchange
  if (!part || !plan.range) return redactor
  const slice = new Slice(part.start - plan.range.start, part.end - part.start + 1)
  return { push: (bytes) => slice.push(redactor.push(bytes)), end: () => slice.push(redactor.end()) }
}

class UntouchedBody implements BodyWriter {
  readonly exchange: Exchange

  constructor(exchange: Exchange) {
    this.exchange = exchange
  }

  write(chunk: Chunk, encoding: BufferEncoding | undefined, callback: Callback | undefined): boolean {
    return this.exchange.unguarded.write.call(this.exchange.response, chunk, encoding, callback)
  }

  end(chunk: Chunk | undefined, encoding: BufferEncoding | undefined, callback: Callback | undefined): void {
    this.exchange.handOver(chunk, encoding, callback)
  }
}

class PlainBody extends UntouchedBody {
  readonly #inspection: Inspection

  constructor(exchange: Exchange, plan: BodyPlan) {
    super(exchange)
    this.#inspection = inspection(exchange, plan)
  }

  override write(
    chunk: Chunk,
    encoding: BufferEncoding | undefined,
    callback: Callback | undefined,
  ): boolean {
    const ready = this.#inspect(chunk, encoding, false)
    if (this.exchange.refused) return swallow(callback)
    if (this.exchange.observes) return super.write(chunk, encoding, callback)
    // Also when nothing can leave yet: the headers can, and the callback keeps its turn.
    return super.write(ready, undefined, callback)
  }

  override end(
    chunk: Chunk | undefined,
    encoding: BufferEncoding | undefined,
    callback: Callback | undefined,
  ): void {
    const ready = this.#inspect(chunk, encoding, true)
    if (this.exchange.refused) {
      if (callback) this.exchange.response.once('finish', callback)
    } else if (this.exchange.observes) super.end(chunk, encoding, callback)
    else super.end(ready.length > 0 ? ready : undefined, undefined, callback)
  }

  #inspect(chunk: Chunk | undefined, encoding: BufferEncoding | undefined, last: boolean): Uint8Array {
    try {
      const ready = this.#inspection.push(toBytes(chunk, encoding))
      if (!last) return ready
      const rest = this.#inspection.end()
      return rest.length === 0 ? ready : Buffer.concat([ready, rest])
    } catch {
      this.exchange.withhold('unreadable body')
      return Buffer.alloc(0)
    }
  }
}

/** A body that the service has encoded: it is decoded, redacted and encoded again, a piece at a time. */
class RecodedBody implements BodyWriter {
  readonly #exchange: Exchange
  readonly #first: Transform

  constructor(exchange: Exchange, codings: readonly Coding[], inspected: Inspection) {
    this.#exchange = exchange
    const { response, unguarded } = exchange
    const waitForDrain = (done: Callback): void => {
      if (response.writableNeedDrain) response.once('drain', () => waitForDrain(done))
      else done()
    }
    const socket = new Writable({
      write(chunk, _encoding, done) {
        if (exchange.refused || unguarded.write.call(response, chunk)) done()
        else waitForDrain(done)
      },
      final(done) {
        if (!exchange.refused) exchange.handOver()
        done()
      },
    })
    const encoders = codings.map((coding) => coding.encoder())
    const { first, stages } = decoding(codings, inspected)
    this.#first = first
    // Offsets and lengths of what the service encoded say nothing of what is sent; its validator is a weak one now.
    dropLength(response)
    setField(response, 'Accept-Ranges', undefined)
    const etag = response.getHeader('etag')
    if (typeof etag === 'string' && etag.startsWith('"')) setField(response, 'ETag', `W/${etag}`)
    pipeline([...stages, ...encoders, socket], (error) => {
      if (error && !response.destroyed) exchange.withhold('unreadable body')
    })
    first.on('drain', () => response.emit('drain'))
    response.once('close', () => first.destroy())
  }

  write(chunk: Chunk, encoding: BufferEncoding | undefined, callback: Callback | undefined): boolean {
    return this.#first.write(toBytes(chunk, encoding), callback)
  }

  end(chunk: Chunk | undefined, encoding: BufferEncoding | undefined, callback: Callback | undefined): void {
    if (callback) this.#exchange.response.once('finish', callback)
    this.#first.end(toBytes(chunk, encoding))
  }
}

/** An encoded body that is left alone and read on the side. */
class ObservedBody extends UntouchedBody {
  readonly #first: Transform

  constructor(exchange: Exchange, codings: readonly Coding[], inspected: Inspection) {
    super(exchange)
    const { first, stages } = decoding(codings, inspected)
    this.#first = first
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
    pipeline([...stages, nowhere], () => {})
    exchange.response.once('close', () => {
      if (!exchange.ended) first.destroy()
    })
  }

  override write(
    chunk: Chunk,
    encoding: BufferEncoding | undefined,
    callback: Callback | undefined,
  ): boolean {
    this.#first.write(toBytes(chunk, encoding))
    return super.write(chunk, encoding, callback)
  }

  override end(
    chunk: Chunk | undefined,
    encoding: BufferEncoding | undefined,
    callback: Callback | undefined,
  ): void {
    this.#first.end(toBytes(chunk, encoding))
    super.end(chunk, encoding, callback)
  }
}

/** The streams that undo the encodings and inspect what is under them. */
export function decoding(
  codings: readonly Coding[],
  inspected: Inspection,
): { first: Transform; stages: Transform[] } {
  const inspect = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      const ready = inspected.push(chunk)
      done(null, ready.length > 0 ? ready : undefined)
    },
    flush(done) {
      const rest = inspected.end()
      done(null, rest.length > 0 ? rest : undefined)
    },
  })
  const decoders = codings.toReversed().map((coding) => coding.decoder())
  return { first: decoders[0]!, stages: [...decoders, inspect] }
}

/** Takes a chunk that is not sent. */
export function swallow(callback: Callback | undefined): boolean {
  if (callback) process.nextTick(callback)
  return true
}

export function toBytes(chunk: Chunk | undefined, encoding: BufferEncoding | undefined): Uint8Array {
  if (chunk === undefined) return Buffer.alloc(0)
  return typeof chunk === 'string' ? Buffer.from(chunk, encoding ?? 'utf8') : chunk
}
