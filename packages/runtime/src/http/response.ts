import type { IncomingMessage, ServerResponse } from 'node:http'
import { defaultRegistry } from '../registry.ts'
import { Exchange, type Settings } from './exchange.ts'
import { exchangeOf, keepExchange } from './exchanges.ts'
import { guardItself, ownLayer, prototypeLayer } from './layers.ts'
import { widenRange } from './range.ts'
import type { Framework, NodeResponse, ResponseOptions } from './types.ts'

/** Settings for the responses of one service, from what the user chose and what the adapter knows. */
export function responseSettings(options: ResponseOptions, framework: Framework): Settings {
  const { registry = defaultRegistry, mode = 'redact', unreadable = 'withhold' } = options
  return { registry, mode, unreadable, framework }
}

/**
 * Redacts all that a response of `node:http` sends: status message, headers, early hints, body and trailers, by
 * whichever method they are written. To be called before anything else is done with the response. Called again for
 * the same response, the later settings count.
 *
 * @throws TypeError when the response is not one of `node:http`, and when a second call names another registry
 */
export function redactResponse(
  request: IncomingMessage,
  response: ServerResponse,
  settings: Settings,
): Exchange {
  const guarded = response as NodeResponse
  if (typeof guarded._storeHeader !== 'function') {
    throw new TypeError(
      'Only responses of node:http can be redacted, not those of node:http2: serve over HTTP/1.1.',
    )
  }
  const earlier = exchangeOf(guarded)
  if (!earlier) return guard(request, guarded, settings)
  if (earlier.settings.registry !== settings.registry) {
    throw new TypeError('A response is redacted with one registry: add the secrets of both to the same one.')
  }
  earlier.settings = settings
  return earlier
}

function guard(request: IncomingMessage, response: NodeResponse, settings: Settings): Exchange {
  const layer = prototypeLayer(response)
  const exchange = layer
    ? new Exchange(settings, request, response, layer, layer.unguarded)
    : new Exchange(settings, request, response, ownLayer, guardItself(response))
  if (request.headers.range !== undefined && settings.mode !== 'observe') {
    exchange.asked = widenRange(request, settings.registry.matcher().longest - 1)
  }
  keepExchange(exchange)
  return exchange
}
