import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Exchange } from '../http/exchange.ts'
import { exchangeOf } from '../http/exchanges.ts'
import { inspectWhole } from '../http/guarded-body.ts'
import { planBody } from '../http/guarded-head.ts'
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
  readonly app?: { get(setting: string): unknown }
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
    guardSend(Object.getPrototypeOf(response))
    next()
  }
}

const guardedPrototypes = new WeakSet<object>()
/** Most services have one application. */
let latestPrototype: object | undefined

/** Guards the `send` that responses have from their application, or from Express: once for all of them. */
function guardSend(prototype: ExpressResponse): void {
  if (prototype === latestPrototype) return
  latestPrototype = prototype
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
    if (!exchange || exchange.refused || !isWhole || !dependsOnBody(exchange)) return send.apply(this, args)
    const plan = exchange.plan
    planBody(exchange)
    const inspected = exchange.refused ? undefined : inspectWhole(exchange, body, 'utf8')
    exchange.plan = plan
    if (exchange.refused) return this
    return send.call(this, inspected ?? body)
  }
}

/**
 * Whether the body has to be inspected before Express does what depends on it: for HEAD the length and the ETag, for
 * If-None-Match whether there is anything to send, and under a middleware that compresses, the ETag again. With the
 * ETag of the body as the service wrote it, the answer would confirm a guess of the secret.
 */
function dependsOnBody({ request, response, settings, layer }: Exchange): boolean {
  if (settings.mode === 'observe') return false
  return (
    request.method === 'HEAD' ||
    request.headers['if-none-match'] !== undefined ||
    (layer.isLowest && Object.hasOwn(response, 'end'))
  )
}

/** Method and route: not the URL, which may have a secret in it. */
function place({ method, baseUrl, params, route }: ExpressRequest): string {
  if (route?.path === undefined) return method ?? ''
  const values = Object.values(params ?? {}).map(String)
  const mount = baseUrl?.split('/').map((part) => (part !== '' && values.includes(part) ? ':param' : part))
  return `${method} ${mount?.join('/') ?? ''}${String(route.path)}`
}
