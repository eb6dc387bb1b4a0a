import { endAtOnce } from './at-once.ts'
import { type BodyPlan, hasEtag } from './body-plan.ts'
import { openBody, swallow, toBytes } from './body-writers.ts'
import type { Exchange, HeldWrite } from './exchange.ts'
import { inspectTrailers, planBody } from './guarded-head.ts'
import type { Callback, Chunk, NodeResponse } from './types.ts'
import { adjustHeaders, dropValidators, fitsWhole, isTooLong, redactWhole } from './whole-body.ts'

type Encoding = BufferEncoding | undefined

/** `response.write`. What Node itself refuses is left to Node. */
export function writeBody(
  exchange: Exchange,
  chunk: unknown,
  encoding?: unknown,
  callback?: Callback,
): boolean {
  if (typeof encoding === 'function') return writeBody(exchange, chunk, undefined, encoding as Callback)
  const { response } = exchange
  if (exchange.refused) return swallow(callback)
  if (exchange.handsOver) return exchange.unguarded.write.call(response, chunk, encoding, callback)
  if (exchange.ended && !response.writableEnded) return false
  if (exchange.ended || !isChunk(chunk)) {
    return exchange.unguarded.write.call(response, chunk, encoding, callback)
  }
  const plan = exchange.plan ?? planBody(exchange)
  if (!exchange.refused && holdBack(exchange, plan)) {
    exchange.held!.push({ chunk, encoding: encoding as Encoding, callback })
    return true
  }
  return writeOn(exchange, plan, { chunk, encoding: encoding as Encoding, callback })
}

function writeOn(exchange: Exchange, plan: BodyPlan, { chunk, encoding, callback }: HeldWrite): boolean {
  if (!exchange.refused) exchange.body ??= openBody(exchange, plan)
  if (exchange.refused) return swallow(callback)
  return exchange.body!.write(chunk, encoding, callback)
}

/**
 * Whether to wait for the end of this turn before anything is sent. A body that comes with an ETag is mostly there as a
 * whole: when the last of it is written in the same turn, it is known in time whether the ETag tells of a secret.
 */
function holdBack(exchange: Exchange, plan: BodyPlan): boolean {
  if (exchange.held) return true
  if (exchange.body || exchange.settings.mode !== 'redact' || exchange.response._headerSent) return false
  if (plan.range || plan.codings?.length !== 0 || !hasEtag(exchange.response, plan)) return false
  exchange.held = []
  process.nextTick(release, exchange)
  return true
}

/** Sends what was held back. */
function release(exchange: Exchange): void {
  const { held, plan } = exchange
  exchange.held = undefined
  for (const write of held ?? []) writeOn(exchange, plan!, write)
}

/** Takes the ETag away if there is a secret in the body, all of which is there. */
function judgeEtag(exchange: Exchange, last: unknown, encoding: Encoding): void {
  const chunks = exchange.held!.map((write) => toBytes(write.chunk, write.encoding))
  const body = Buffer.concat([...chunks, toBytes(isChunk(last) ? last : undefined, encoding)])
  if (exchange.registry.wholeMatcher().testBytes(body)) dropValidators(exchange.response)
}

/** `response.end`. A body that comes in one piece is inspected before the headers, which may then tell of it. */
export function endBody(
  exchange: Exchange,
  chunk?: unknown,
  encoding?: unknown,
  callback?: Callback,
): NodeResponse {
  if (typeof chunk === 'function') return endBody(exchange, undefined, undefined, chunk as Callback)
  if (typeof encoding === 'function') return endBody(exchange, chunk, undefined, encoding as Callback)
  const { response } = exchange
  if (exchange.refused || (exchange.ended && !response.writableEnded)) return afterEnd(response, callback)
  if (exchange.ended || !(chunk === undefined || chunk === null || isChunk(chunk))) {
    return exchange.unguarded.end.call(response, chunk, encoding, callback)
  }
  exchange.ended = true
  if (exchange.hasTrailers) inspectTrailers(exchange)
  const plan = exchange.plan ?? planBody(exchange)
  if (exchange.held) {
    judgeEtag(exchange, chunk, encoding as Encoding)
    release(exchange)
  }
  if (exchange.refused) return afterEnd(response, callback)
  if (!exchange.body) {
    if (!chunk || chunk.length === 0) return exchange.handOver(chunk, encoding, callback)
    let sent = encoding
    if (isBareText(exchange, chunk, encoding)) {
      sent = endAtOnce(exchange, plan, chunk, callback)
      if (sent === undefined) return response
      if (exchange.refused) return afterEnd(response, callback)
    }
    const whole = fitsWhole(exchange, plan, chunk)
      ? inspectWhole(exchange, chunk, encoding as Encoding)
      : undefined
    if (whole === chunk) return exchange.handOver(chunk, sent, callback)
    if (whole !== undefined) return exchange.handOver(whole, undefined, callback)
    if (!exchange.refused) exchange.body = openBody(exchange, plan)
    if (exchange.refused) return afterEnd(response, callback)
  }
  exchange.body!.end(chunk ?? undefined, encoding as Encoding, callback)
  return response
}

/**
 * Inspects a body that comes in one piece, and sees that the headers agree with what comes out.
 *
 * @returns the very same chunk when it may leave; undefined when it is too long to be read at once, or when something
 *   else is sent instead (the exchange is refused then)
 */
export function inspectWhole(exchange: Exchange, chunk: Chunk, encoding: Encoding): Chunk | undefined {
  const { mode } = exchange.settings
  try {
    const redacted = redactWhole(exchange, exchange.plan!, chunk, encoding)
    if (redacted === chunk || mode === 'observe') return chunk
    if (mode === 'redact') return adjustHeaders(exchange, chunk, encoding, redacted)
    exchange.refuse()
  } catch (error) {
    if (mode === 'observe') return chunk
    if (!isTooLong(error)) exchange.withhold('unreadable body')
  }
  return undefined
}

/** Whether a chunk is text in UTF-8 that goes to Node as it is. */
function isBareText({ layer }: Exchange, chunk: Chunk, encoding: unknown): chunk is string {
  return typeof chunk === 'string' && layer.isNodes && (encoding ?? 'utf8') === 'utf8'
}

function afterEnd(response: NodeResponse, callback: Callback | undefined): NodeResponse {
  if (callback && response.writableFinished) process.nextTick(callback)
  else if (callback) response.once('finish', callback)
  return response
}

function isChunk(chunk: unknown): chunk is Chunk {
  return typeof chunk === 'string' || chunk instanceof Uint8Array
}
