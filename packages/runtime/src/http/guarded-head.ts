import { type BodyPlan, readPlan } from './body-plan.ts'
import { type Exchange, endBare, replaceHead } from './exchange.ts'
import { hasSecret, redactFields, redactHead, redactHeaderList, setField } from './head.ts'
import { deliver } from './range.ts'
import type { NodeResponse } from './types.ts'

/** Reads from the headers what the body is going to be, and which part of it may leave. */
export function planBody(exchange: Exchange, status?: number, headers?: object): BodyPlan {
  const plan = readPlan(exchange.response, status, headers)
  exchange.plan = plan
  if (plan.range && exchange.asked) {
    const part = deliver(exchange.asked, plan.range, exchange.settings.registry.matcher().longest - 1)
    if (part === 'unsatisfiable') {
      exchange.answer(416, 'Range Not Satisfiable', `Content-Range: bytes */${plan.range.total}`)
    } else if (part) exchange.part = part
    else exchange.withhold('range')
  }
  return plan
}

/** `response.writeHead`: what it is given tells of the body, before a middleware below adds what is its own. */
export function writeHead(exchange: Exchange, args: unknown[]): NodeResponse {
  const { response } = exchange
  if (!exchange.plan && !exchange.refused) {
    const headers = typeof args[1] === 'string' ? args[2] : (args[2] ?? args[1])
    planBody(exchange, Number(args[0]), typeof headers === 'object' && headers ? headers : undefined)
  }
  if (exchange.refused) return response
  try {
    return exchange.unguarded.writeHead.apply(response, args)
  } catch (error) {
    exchange.restart()
    throw error
  }
}

/**
 * What puts status line and headers together, just before they leave: whatever set them, this is what is sent.
 * Looking at the text costs one search for all of them.
 */
export function storeHeader(exchange: Exchange, firstLine: string, headers: unknown): void {
  const { part, response } = exchange
  exchange.unguarded._storeHeader.call(response, firstLine, headers)
  if (exchange.headWaits) return
  if (part) {
    setField(response, 'Content-Range', `bytes ${part.start}-${part.end}/${part.total ?? '*'}`)
    setField(response, 'Content-Length', String(part.end - part.start + 1))
  }
  inspectHead(exchange)
}

/** Redacts status line and headers as they have been put together. */
export function inspectHead(exchange: Exchange): void {
  const { registry, response } = exchange
  const { mode } = exchange.settings
  const head = response._header!
  if (!hasSecret(head, registry)) return
  const redacted = redactHead(head, registry, exchange.place)
  if (redacted === head || mode === 'observe') return
  if (mode === 'redact') {
    response._header = redacted
    return
  }
  // The caller is in the middle of a write, or of the end.
  exchange.refused = true
  replaceHead(response, 500, 'Internal Server Error')
  process.nextTick(endBare, response)
}

export function addTrailers(exchange: Exchange, trailers: unknown): void {
  exchange.unguarded.addTrailers.call(exchange.response, trailers)
  exchange.hasTrailers = true
  inspectTrailers(exchange)
}

/** Redacts the trailers set so far. They are looked at again at the end, when there may be more secrets. */
export function inspectTrailers(exchange: Exchange): void {
  const { response, settings, registry } = exchange
  if (!hasSecret(response._trailer, registry)) return
  const redacted = redactFields(response._trailer, registry, 'http.trailer', exchange.place)
  if (settings.mode === 'redact') response._trailer = redacted
  else if (settings.mode === 'block') exchange.refuse()
}

/** `response.writeEarlyHints`: a head of its own, sent at once. */
export function writeEarlyHints(exchange: Exchange, hints: object, callback?: () => void): void {
  inform(exchange, hints, callback, (sent) =>
    exchange.unguarded.writeEarlyHints.call(exchange.response, sent as object, callback),
  )
}

/** `response.writeInformation`, of Node 24 and later: the same, with any status below 200. */
export function writeInformation(
  exchange: Exchange,
  status: unknown,
  headers: unknown,
  callback?: () => void,
): boolean {
  const send = (sent: unknown): boolean =>
    exchange.unguarded.writeInformation!.call(exchange.response, status, sent, callback)
  // Early hints are written by it, and have been looked at.
  return exchange.informs ? send(headers) : (inform(exchange, headers, callback, send) ?? true)
}

/** Sends headers before the response. What is no object is left to Node, which refuses it. */
function inform<Result>(
  exchange: Exchange,
  headers: unknown,
  callback: (() => void) | undefined,
  send: (headers: unknown) => Result,
): Result | undefined {
  const { registry } = exchange
  const { mode } = exchange.settings
  const redacted =
    typeof headers === 'object' && headers
      ? redactHeaderList(headers, registry, 'http.header', exchange.place)
      : headers
  const found = redacted !== headers
  if (found && mode === 'block') exchange.refuse()
  if (exchange.refused) {
    if (callback) process.nextTick(callback)
    return undefined
  }
  exchange.informs = true
  try {
    return send(mode === 'redact' ? redacted : headers)
  } finally {
    exchange.informs = false
  }
}
