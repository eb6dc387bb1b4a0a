import { redactBytes, redactText } from '../redact/text.ts'
import type { Registry } from '../registry.ts'
import { pairsOf } from './body-plan.ts'
import type { NodeResponse } from './types.ts'

/** Header fields that frame the message or that Node writes itself, as it writes them. */
const FRAMING =
  /^(?:content-length: \d+|transfer-encoding: chunked|connection: (?:keep-alive|close|upgrade)|keep-alive: timeout=\d+(?:, max=\d+)?|date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT)$/i
const NOT_ASCII = /[^\0-\x7f]/
const LINE_END = '\r\n'
const STATUS_LINE_PREFIX = 'HTTP/1.1 200 '.length

/** Whether there is a form of a secret in these lines, also one in UTF-8, which a header holds byte by byte. */
export function hasSecret(lines: string, registry: Registry): boolean {
  const matcher = registry.wholeMatcher()
  if (matcher.test(lines, true)) return true
  const isAscii = Buffer.byteLength(lines) === lines.length
  return !isAscii && matcher.testBytes(Buffer.from(lines, 'latin1'))
}

/**
 * Redacts status line and headers, as they stand on the wire. A header whose name has a secret is left out, since a
 * placeholder is no name.
 */
export function redactHead(head: string, registry: Registry, place: string): string {
  const end = head.indexOf(LINE_END)
  const statusLine =
    head.slice(0, STATUS_LINE_PREFIX) +
    redactLatin1(head.slice(STATUS_LINE_PREFIX, end), registry, 'http.status', place)
  return (
    statusLine + LINE_END + redactFields(head.slice(end + LINE_END.length), registry, 'http.header', place)
  )
}

/** Redacts lines of `name: value`. */
export function redactFields(fields: string, registry: Registry, sink: string, place: string): string {
  let out = ''
  for (const line of fields.split(LINE_END).slice(0, -1)) {
    const redacted = line === '' || FRAMING.test(line) ? line : redactField(line, registry, sink, place)
    if (redacted !== undefined) out += redacted + LINE_END
  }
  return out
}

/**
 * Redacts headers that are an object.
 *
 * @returns the very same object when there is nothing to redact
 */
export function redactHeaders(
  headers: object,
  registry: Registry,
  sink: string,
  place: string,
): Record<string, unknown> {
  const redacted: Record<string, unknown> = {}
  let found = false
  for (const [name, value] of Object.entries(headers)) {
    const values: unknown[] = Array.isArray(value) ? value : [value]
    const lines = values.map((each) => redactFields(`${name}: ${each}${LINE_END}`, registry, sink, place))
    const isFound = lines.some((line, index) => line !== `${name}: ${values[index]}${LINE_END}`)
    found ||= isFound
    const kept = lines
      .filter((line) => line !== '')
      .map((line) => line.slice(name.length + ': '.length, -LINE_END.length))
    if (!isFound) redacted[name] = value
    else if (kept.length > 0) redacted[name] = Array.isArray(value) ? kept : kept[0]
  }
  if (!found) return headers as Record<string, unknown>
  // Node marks headers that are not to be compressed by a symbol.
  for (const symbol of Object.getOwnPropertySymbols(headers))
    Reflect.set(redacted, symbol, Reflect.get(headers, symbol))
  return redacted
}

/** The same for headers that are an object, a list of pairs, or a flat list, as `writeHead` takes them too. */
export function redactHeaderList(headers: object, registry: Registry, sink: string, place: string): object {
  if (!Array.isArray(headers)) return redactHeaders(headers, registry, sink, place)
  const fields = pairsOf(headers).map(([name, value]) => ({ [String(name)]: value }))
  const redacted = fields.map((field) => redactHeaders(field, registry, sink, place))
  return redacted.every((field, index) => field === fields[index])
    ? headers
    : redacted.flatMap((field) => Object.entries(field))
}

function redactField(line: string, registry: Registry, sink: string, place: string): string | undefined {
  const value = line.indexOf(':') + 1
  const name = line.slice(0, value)
  if (hasSecret(name, registry)) {
    redactLatin1(name, registry, sink, place)
    return undefined
  }
  const redacted = name + redactLatin1(line.slice(value), registry, sink, place)
  if (!hasSecret(redacted, registry)) return redacted
  registry.withhold('header', sink, place)
  return undefined
}

function redactLatin1(text: string, registry: Registry, sink: string, place: string): string {
  const redacted = redactText(text, { registry, sink, place })
  if (!NOT_ASCII.test(redacted)) return redacted
  return Buffer.from(redactBytes(Buffer.from(redacted, 'latin1'), { registry, sink, place })).toString(
    'latin1',
  )
}

/** Sets a header, or takes it away, also when the head has been put together and is not sent yet. */
export function setField(response: NodeResponse, name: string, value: string | undefined): void {
  if (response._header !== null) {
    response._header = replaceField(response._header, name, value)
  } else if (value === undefined) {
    response.removeHeader(name)
  } else {
    response.setHeader(name, value)
  }
}

/** Promises another length. Of the length that there is, if any, or that `end` would have put there. */
export function setLength(response: NodeResponse, length: number): void {
  if (response._header === null && !response.hasHeader('content-length')) return
  setField(response, 'Content-Length', String(length))
  if (response._contentLength !== null) response._contentLength = length
}

/** Promises no length any more: chunks for who can read them, the end of the connection for who cannot. */
export function dropLength(response: NodeResponse): void {
  if (response._header === null) {
    response.removeHeader('Content-Length')
    return
  }
  const head = replaceField(response._header, 'Content-Length', undefined)
  if (head === response._header) return
  response._contentLength = null
  response.chunkedEncoding = response.useChunkedEncodingByDefault
  if (response.chunkedEncoding) {
    response._header = `${head.slice(0, -LINE_END.length)}Transfer-Encoding: chunked${LINE_END}${LINE_END}`
  } else {
    response._last = true
    response._header = replaceField(head, 'Connection', 'close')
  }
}

/** Replaces the value of a header that is in the head, or the header itself when there is no value. */
function replaceField(head: string, name: string, value: string | undefined): string {
  return head.replace(new RegExp(`^(${name}): .*\r\n`, 'im'), (_, written: string) =>
    value === undefined ? '' : `${written}: ${value}${LINE_END}`,
  )
}
