import type { IncomingMessage, ServerResponse } from 'node:http'
import { noFramework, redactResponse, responseSettings } from '../http/response.ts'
import type { ResponseOptions } from '../http/types.ts'

export type { ResponseMode, ResponseOptions } from '../http/types.ts'

/** What is asked of Hono's context. */
interface HonoContext {
  /** With what `@hono/node-server` puts there. */
  readonly env: unknown
  readonly req: { readonly method: string; readonly routePath?: string }
}

interface Bindings {
  readonly incoming?: IncomingMessage
  readonly outgoing?: ServerResponse
}

/**
 * A middleware for Hono on `@hono/node-server` 2 and 1 that keeps secrets out of the responses: bodies of any type,
 * streams, headers, cookies and error pages. To be put before all others: `app.use(redactResponses())`. The place that
 * events tell is the method, and the path of the route.
 *
 * @param options the registry, and what happens to a response with a secret in it.
 * @throws TypeError, when a request comes, where Hono does not run on `@hono/node-server`
 */
export function redactResponses(
  options: ResponseOptions = {},
): (context: HonoContext, next: () => Promise<void>) => Promise<void> {
  const settings = responseSettings(options, noFramework)
  return async (context, next) => {
    const { incoming, outgoing } = (context.env ?? {}) as Bindings
    if (!incoming || !outgoing) {
      throw new TypeError(
        'Responses of Hono are redacted where they are written: serve it by @hono/node-server.',
      )
    }
    redactResponse(incoming, outgoing, settings, () => place(context))
    await next()
  }
}

function place({ req: { method, routePath } }: HonoContext): string {
  return routePath === undefined ? method : `${method} ${routePath}`
}
