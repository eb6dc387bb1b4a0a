import type { IncomingMessage, ServerResponse } from 'node:http'
import { redactEarly } from '../http/early.ts'
import { exchangeOf } from '../http/exchanges.ts'
import { noFramework, redactResponse, responseSettings } from '../http/response.ts'
import type { NodeResponse, ResponseOptions } from '../http/types.ts'

export type { ResponseMode, ResponseOptions } from '../http/types.ts'

/** What is asked of Fastify's request and reply. */
interface FastifyRequest {
  readonly method: string
  readonly raw: object
  readonly routeOptions?: { readonly url?: string | undefined }
}

interface FastifyReply {
  readonly raw: object
  removeHeader(name: string): unknown
}

type Done = (error?: Error | null, payload?: unknown) => void

/** What is asked of an instance, whose own types depend on how it was made. */
interface FastifyInstance {
  readonly version: string
  readonly server: {
    prependListener(event: 'request', listener: (request: object, response: object) => void): unknown
  }
  addHook(
    name: 'onRequest',
    hook: (request: FastifyRequest, reply: FastifyReply, done: Done) => void,
  ): unknown
  addHook(
    name: 'onSend',
    hook: (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: Done) => void,
  ): unknown
}

/**
 * A plugin for Fastify 5 and 4 that keeps secrets out of the responses of all routes, whichever plugin they are in:
 * payloads of any type, headers, trailers, error pages, and what is written past Fastify (`reply.hijack()`). To be
 * registered before all others: `app.register(redactResponses())`. The place that events tell is the method, and the
 * path of the route.
 *
 * @param options the registry, and what happens to a response with a secret in it.
 */
export function redactResponses(
  options: ResponseOptions = {},
): (instance: { readonly version: string }, own: object, done: () => void) => void {
  const settings = responseSettings(options, noFramework)
  const plugin = (target: { readonly version: string }, _own: object, done: () => void): void => {
    const instance = target as FastifyInstance
    // Some answers come before there is a route or a hook: that an URL is malformed, with the URL in it.
    instance.server.prependListener('request', (request, response) => {
      redactResponse(request as IncomingMessage, response as ServerResponse, settings)
    })
    // Others come without a server: those of `inject`.
    instance.addHook('onRequest', (request, { raw }, next) => {
      redactResponse(request.raw as IncomingMessage, raw as ServerResponse, settings, () => place(request))
      next()
    })
    const isSized = instance.version.startsWith('4.')
    instance.addHook('onSend', (_request, reply, payload, next) => {
      const exchange = exchangeOf(reply.raw as NodeResponse)
      if (!exchange || !(typeof payload === 'string' || payload instanceof Uint8Array)) {
        next(null, payload)
        return
      }
      const redacted = redactEarly(exchange, payload, isSized)
      // Fastify keeps the headers to itself until it writes.
      if (redacted !== payload) {
        reply.removeHeader('content-length')
        reply.removeHeader('etag')
      }
      next(null, redacted)
    })
    done()
  }
  // Fastify's marks for a plugin that counts for the instance it is registered in, and for its name.
  return Object.assign(plugin, {
    [Symbol.for('skip-override')]: true,
    [Symbol.for('fastify.display-name')]: '@tacet/runtime',
  })
}

function place({ method, routeOptions }: FastifyRequest): string {
  return routeOptions?.url === undefined ? method : `${method} ${routeOptions.url}`
}
