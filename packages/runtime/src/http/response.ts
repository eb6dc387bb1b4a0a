import type { IncomingMessage, ServerResponse } from 'node:http'
import { defaultRegistry } from '../registry.ts'
import { Allowance } from './allowance.ts'
import { Exchange, type Settings } from './exchange.ts'
import { exchangeOf, keepExchange } from './exchanges.ts'
import { type Http2Stream, ONE_REGISTRY, redactHttp2 } from './http2.ts'
import { guardItself, ownLayer, prototypeLayer } from './layers.ts'
import { widenRange } from './range.ts'
import { hasField } from './request-fields.ts'
import type { Framework, NodeResponse, ResponseOptions } from './types.ts'

/** Settings for the responses of one service, from what the user chose and what the adapter knows. */
export function responseSettings(options: ResponseOptions, framework: Framework): Settings {
  const { registry = defaultRegistry, allow, mode = 'redact', unreadable = 'withhold' } = options
  const allowance = allow && new Allowance(registry, allow)
  return { registry, allowance, mode, unreadable, framework }
}

/** The method alone, never the URL: for servers that have no routes. */
export const noFramework: Framework = { place: ({ method = '' }) => method }

/**
 * Redacts all that a response of `node:http` sends: status message, headers, early hints, body and trailers, by
 * whichever method they are written. To be called before anything else is done with the response. Called again for
 * the same response, the later settings count.
 *
 * @throws TypeError when the response is not one of `node:http` or `node:http2`, and when a second call names another
 *   registry
 * @returns the exchange, but for HTTP/2, where streams are guarded on their own
 * @param route where in the service it comes from, once that is known, if the request itself does not tell.
 */
export function redactResponse(
  request: IncomingMessage,
  response: ServerResponse,
  settings: Settings,
  route?: () => string,
): Exchange | undefined {
  const guarded = response as NodeResponse & { readonly stream?: Http2Stream }
  if (typeof guarded._storeHeader !== 'function') {
    const { stream } = guarded
    if (typeof stream?.respond !== 'function') {
      throw new TypeError('Only responses of node:http, node:https and node:http2 can be redacted.')
    }
    redactHttp2(request, response, stream, settings, route)
    return undefined
  }
  const earlier = exchangeOf(guarded)
  if (!earlier) {
    const exchange = guard(request, guarded, settings)
    exchange.route = route
    return exchange
  }
  if (earlier.settings.registry !== settings.registry) {
    throw new TypeError(ONE_REGISTRY)
  }
  earlier.settings = settings
  earlier.route = route ?? earlier.route
  return earlier
}

function guard(request: IncomingMessage, response: NodeResponse, settings: Settings): Exchange {
  const layer = prototypeLayer(response)
  const exchange = layer
    ? new Exchange(settings, request, response, layer, layer.unguarded)
    : new Exchange(settings, request, response, ownLayer, guardItself(response))
  if (settings.mode !== 'observe' && hasField(request, 'range')) {
    exchange.asked = widenRange(request, settings.registry.matcher().longest - 1)
  }
  keepExchange(exchange)
  return exchange
}
