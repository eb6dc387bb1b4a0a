import { redactJson } from '../redact/json.ts'
import { redactBytes, redactText } from '../redact/text.ts'
import { type BodyPlan, bodyType, isSized } from './body-plan.ts'
import { BodyRedactor } from './body-redactor.ts'
import type { Coding } from './content-coding.ts'
import type { Exchange } from './exchange.ts'
import { setField, setLength } from './head.ts'
import type { Chunk, NodeResponse } from './types.ts'

/** An encoded body that is longer than this when decoded is not decoded at once, in bytes. */
const DECODED_AT_ONCE = 1 << 20

/** Digests of the body that the service wrote, not of the one that is sent. */
const DIGESTS = ['Content-MD5', 'Digest', 'Content-Digest', 'Repr-Digest']

const SINK = 'http.body'
const BACKSLASH = 92

/** Whether a body that comes in one piece can be inspected before anything is sent. */
export function fitsWhole(exchange: Exchange, plan: BodyPlan, chunk: Chunk): boolean {
  if (plan.range || !plan.codings) return false
  const { response } = exchange
  if (response._headerSent && isSized(response, plan)) return false
  return plan.codings.length === 0 || chunk.length <= DECODED_AT_ONCE
}

/**
 * Redacts a body that comes in one piece, and reports what it finds.
 *
 * @returns the very same chunk when there is nothing to redact
 * @throws an error of zlib when an encoded body is not what it says, or too long
 */
export function redactWhole(
  exchange: Exchange,
  plan: BodyPlan,
  chunk: Chunk,
  encoding?: BufferEncoding,
): Chunk {
  const codings = plan.codings!
  if (codings.length > 0) return redactEncoded(exchange, plan, chunk, encoding, codings)
  if (typeof chunk !== 'string') return redactBody(exchange, plan, chunk)
  if ((!encoding || encoding === 'utf8' || encoding === 'utf-8') && !chunk.includes('\0')) {
    return redactString(exchange, plan, chunk)
  }
  const bytes = Buffer.from(chunk, encoding)
  const redacted = redactBody(exchange, plan, bytes)
  return redacted === bytes ? chunk : redacted
}

function redactString(exchange: Exchange, plan: BodyPlan, text: string): Chunk {
  const { registry } = exchange
  const found = registry.wholeMatcher().test(text)
  if (!found && !text.includes('\\u')) return text
  const { json } = bodyType(exchange.response, plan)
  if (!found && !json) return text
  const options = { registry, sink: SINK, place: exchange.place }
  const redacted = json ? redactJson(text, options) : redactText(text, options)
  return redacted === text ? text : Buffer.from(redacted)
}

function redactBody(exchange: Exchange, plan: BodyPlan, bytes: Uint8Array): Uint8Array {
  const { registry } = exchange
  const found = registry.wholeMatcher().testBytes(bytes)
  // JSON may have escapes that no form has, and hide a secret with them.
  if (!found && !(bytes.includes(BACKSLASH) && view(bytes).includes('\\u'))) return bytes
  const type = bodyType(exchange.response, plan)
  if (type.json) {
    const text = view(bytes).toString()
    const redacted = redactJson(text, { registry, sink: SINK, place: exchange.place })
    if (redacted !== text) return Buffer.from(redacted)
  }
  if (!found) return bytes
  const report = (pattern: number): void => registry.report(pattern, SINK, exchange.place)
  const redactor = new BodyRedactor({ registry, report, keepLength: false, ...type, json: false })
  const known = Buffer.concat([redactor.push(bytes), redactor.end()])
  // What is recognised rather than registered, no stream finds.
  return redactBytes(known, { registry, sink: SINK, place: exchange.place })
}

function redactEncoded(
  exchange: Exchange,
  plan: BodyPlan,
  chunk: Chunk,
  encoding: BufferEncoding | undefined,
  codings: readonly Coding[],
): Chunk {
  const body = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk
  const decoded = codings.reduceRight<Uint8Array>(
    (bytes, coding) => coding.decode(bytes, DECODED_AT_ONCE),
    body,
  )
  const redacted = redactBody(exchange, plan, decoded)
  return redacted === decoded ? chunk : codings.reduce((bytes, coding) => coding.encode(bytes), redacted)
}

/** Whether a body was not decoded only for being too long. */
export function isTooLong(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

/** Makes the headers tell of the body that is sent instead of the one that the service wrote; returns the former. */
export function adjustHeaders(
  exchange: Exchange,
  written: Chunk,
  encoding: BufferEncoding | undefined,
  sent: Chunk,
): Chunk {
  const { response, settings } = exchange
  setLength(response, Buffer.byteLength(sent))
  const etag = response.getHeader('etag')
  // An ETag of another origin may be a hash of what was taken out, and so confirm a guess of it.
  const own = etag !== undefined && settings.framework.etag?.(response, toBuffer(written, encoding)) === etag
  setField(response, 'ETag', own ? settings.framework.etag?.(response, toBuffer(sent, undefined)) : undefined)
  for (const digest of DIGESTS) setField(response, digest, undefined)
  return sent
}

/** Takes away what tells of the body that the service wrote. */
export function dropValidators(response: NodeResponse): void {
  for (const name of ['ETag', ...DIGESTS]) setField(response, name, undefined)
}

function toBuffer(chunk: Chunk, encoding: BufferEncoding | undefined): Buffer {
  return typeof chunk === 'string' ? Buffer.from(chunk, encoding) : view(chunk)
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
