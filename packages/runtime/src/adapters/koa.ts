import type { IncomingMessage, ServerResponse } from 'node:http'
import { redactEarly } from '../http/early.ts'
import type { Exchange } from '../http/exchange.ts'
import { noFramework, redactResponse, responseSettings } from '../http/response.ts'
import type { ResponseOptions } from '../http/types.ts'

export type { ResponseMode, ResponseOptions } from '../http/types.ts'

/** What is asked of Koa's context. */
interface KoaContext {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly method: string
  body: unknown
}

/**
 * A middleware for Koa 3 and 2 that keeps secrets out of the responses: bodies of any type, headers, cookies, redirects
 * and error messages, also those that are written past Koa (`ctx.respond = false`). To be put before all others, but
 * for `koa-etag` and `koa-conditional-get`: these go by the redacted body if they come before. The place that events
 * tell is the method, and the path of the route when `@koa/router` has found one.
 *
 * @param options the registry, and what happens to a response with a secret in it.
 */
export function redactResponses(
  options: ResponseOptions = {},
): (context: KoaContext, next: () => Promise<unknown>) => Promise<unknown> {
  const settings = responseSettings(options, noFramework)
  return (context, next) => {
    const exchange = redactResponse(context.req, context.res, settings, () => place(context))
    const answered = next()
    return exchange ? answered.then(() => redactBody(context, exchange)) : answered
  }
}

function redactBody(context: KoaContext, exchange: Exchange): void {
  const { body } = context
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return
  const redacted = redactEarly(exchange, body)
  if (redacted !== body) context.body = redacted
}

function place(context: KoaContext): string {
  const { _matchedRoute: route } = context as { _matchedRoute?: unknown }
  return typeof route === 'string' ? `${context.method} ${route}` : context.method
}
