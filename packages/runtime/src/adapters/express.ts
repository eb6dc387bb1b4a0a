import type { IncomingMessage, ServerResponse } from 'node:http'
import { redactEarly } from '../http/early.ts'
import { exchangeOf } from '../http/exchanges.ts'
import { type Application, shareShapes } from '../http/express-shapes.ts'
import { redactResponse, responseSettings } from '../http/response.ts'
import type { Framework, NodeResponse, ResponseOptions } from '../http/types.ts'

export type { ResponseMode, ResponseOptions } from '../http/types.ts'

/** What is asked of Express' request and response, besides what Node gives. */
interface ExpressRequest extends IncomingMessage {
  readonly baseUrl?: string
  readonly params?: object
  readonly route?: { readonly path?: unknown }
}

interface ExpressResponse extends ServerResponse {
  readonly app?: Application & { get(setting: string): unknown }
  send?(...args: unknown[]): unknown
}

const express: Framework = {
  place: (request: ExpressRequest) => place(request),
  etag(response: ExpressResponse, body) {
    const etag = response.app?.get('etag fn')
    return typeof etag === 'function' ? etag(body) : undefined
  },
}

/**
 * A middleware for Express 5 and 4 that keeps secrets out of the responses: bodies by whichever method, headers,
 * cookies, redirects, status message, trailers. To be put before all others; `compression` may come before or after
 * it (before is cheaper: then the body is seen as it is, and not decoded and encoded again).
 *
 * A body written at once gets its Content-Length and ETag set right. One that is streamed with a Content-Length, a
 * file say, keeps its length: a match is covered in place. Ranges of a file are cut from the file so covered.
 *
 * Put again further down, with other options, the later ones count for what is below.
 *
 * @param options the registry, and what happens to a response with a secret in it.
 */
export function redactResponses(
  options: ResponseOptions = {},
): (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void {
  const settings = responseSettings(options, express)
  return (request, response, next) => {
    redactResponse(request, response, settings)
    prepareFor(Object.getPrototypeOf(response))
    next()
  }
}

/** Most services have one application. */
let latestPrototype: object | undefined

/** Does what is done once for all the responses of an application, which have this prototype. */
function prepareFor(prototype: ExpressResponse): void {
  if (prototype === latestPrototype) return
  latestPrototype = prototype
  guardSend(prototype)
  if (prototype.app) shareShapes(prototype.app)
}

const guardedPrototypes = new WeakSet<object>()

/** Guards the `send` that responses have from their application, or from Express. */
function guardSend(prototype: ExpressResponse): void {
  let owner: ExpressResponse | null = prototype
  while (owner && !Object.hasOwn(owner, 'send'))
    owner = Object.getPrototypeOf(owner) as ExpressResponse | null
  if (!owner || guardedPrototypes.has(owner)) return
  guardedPrototypes.add(owner)
  const send = owner.send!
  owner.send = function (this: ExpressResponse & NodeResponse, ...args) {
    const exchange = exchangeOf(this)
    const [body] = args
    const isWhole = args.length === 1 && (typeof body === 'string' || body instanceof Uint8Array)
    if (!exchange || !isWhole) return send.apply(this, args)
    const redacted = redactEarly(exchange, body)
    if (exchange.refused) return this
    return send.call(this, redacted)
  }
}

/** Method and route: not the URL, which may have a secret in it. */
function place({ method, baseUrl, params, route }: ExpressRequest): string {
  if (route?.path === undefined) return method ?? ''
  const values = Object.values(params ?? {}).map(String)
  const mount = baseUrl?.split('/').map((part) => (part !== '' && values.includes(part) ? ':param' : part))
  return `${method} ${mount?.join('/') ?? ''}${String(route.path)}`
}
