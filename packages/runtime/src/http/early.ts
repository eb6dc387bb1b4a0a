import type { Exchange } from './exchange.ts'
import { inspectWhole } from './guarded-body.ts'
import { planBody } from './guarded-head.ts'
import { hasField } from './request-fields.ts'
import type { Chunk } from './types.ts'

/**
 * Redacts a body that a framework is going to send in one piece, before the framework does what depends on it: for HEAD
 * the length and the ETag, for If-None-Match whether there is anything to send, and under a middleware that
 * compresses, the ETag again. With the ETag of the body as the service wrote it, the answer would confirm a guess of
 * the secret. In all other cases it is not looked at before it is written.
 *
 * @param always whether the framework promises the length, and then writes the body as if it came in pieces.
 * @returns what is to be sent; the very same body when nothing in it has to change. When the exchange is refused,
 *   something else has been sent.
 */
export function redactEarly(exchange: Exchange, body: Chunk, always = false): Chunk {
  if (exchange.refused || !(always || dependsOnBody(exchange))) return body
  const { plan } = exchange
  planBody(exchange)
  const inspected = exchange.refused ? undefined : inspectWhole(exchange, body, 'utf8')
  exchange.plan = plan
  return inspected ?? body
}

/** Whether a framework does more with a body than to write it. */
function dependsOnBody({ request, response, settings, layer }: Exchange): boolean {
  if (settings.mode === 'observe') return false
  return (
    request.method === 'HEAD' ||
    hasField(request, 'if-none-match') ||
    (layer.isLowest && Object.hasOwn(response, 'end'))
  )
}
