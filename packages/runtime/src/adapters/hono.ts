import type { IncomingMessage, ServerResponse } from 'node:http'
import { redactEarly } from '../http/early.ts'
import type { Exchange } from '../http/exchange.ts'
import { hasField } from '../http/request-fields.ts'
import { noFramework, redactResponse, responseSettings } from '../http/response.ts'
import type { ResponseOptions } from '../http/types.ts'

export type { ResponseMode, ResponseOptions } from '../http/types.ts'

/** What is asked of Hono's context. */
interface HonoContext {
  /** With what `@hono/node-server` puts there. */
  readonly env: unknown
  readonly req: { readonly method: string; readonly routePath?: string }
  /** Taken away before another is set, whose headers would be joined to those that were there. */
  get res(): Response
  set res(response: Response | undefined)
}

interface Bindings {
  readonly incoming?: IncomingMessage
  readonly outgoing?: ServerResponse
}

/**
 * A middleware for Hono on `@hono/node-server` 2 and 1 that keeps secrets out of the responses: bodies of any type,
 * streams, headers, cookies and error pages. To be put before all others, but for `hono/etag`, which goes by the redacted
 * body if it comes before: `app.use(redactResponses())`. The place that events tell is the method, and the path of the
 * route.
 *
 * @param options the registry, and what happens to a response with a secret in it.
 * @throws TypeError, when a request comes, where Hono does not run on `@hono/node-server`
 */
export function redactResponses(
  options: ResponseOptions = {},
): (context: HonoContext, next: () => Promise<void>) => Promise<void> {
  const settings = responseSettings(options, noFramework)
  return (context, next) => {
    const { incoming, outgoing } = (context.env ?? {}) as Bindings
    if (!incoming || !outgoing) {
      throw new TypeError(
        'Responses of Hono are redacted where they are written: serve it by @hono/node-server.',
      )
    }
    const exchange = redactResponse(incoming, outgoing, settings, () => place(context))
    const answered = next()
    return exchange && isAskedAbout(incoming)
      ? answered.then(() => redactAnswer(context, exchange))
      : answered
  }
}

/** Whether what is asked for is something about the body: its ETag, or whether it is another than before. */
function isAskedAbout(request: IncomingMessage): boolean {
  return request.method === 'HEAD' || hasField(request, 'if-none-match')
}

/** Redacts a body that is at hand before anything is made of it: for HEAD it is never written. */
async function redactAnswer(context: HonoContext, exchange: Exchange): Promise<void> {
  const { res } = context
  const isStream =
    res.headers.has('transfer-encoding') || res.headers.get('content-type')?.startsWith('text/event-stream')
  if (!res.body || isStream) return
  const body = new Uint8Array(await res.clone().arrayBuffer())
  const redacted = redactEarly(exchange, body)
  if (redacted === body) return
  const headers = new Headers(res.headers)
  headers.delete('etag')
  headers.delete('content-length')
  context.res = undefined
  context.res = new Response(redacted as Uint8Array<ArrayBuffer>, {
    status: res.status,
    statusText: res.statusText,
    headers,
  })
}

function place({ req: { method, routePath } }: HonoContext): string {
  return routePath === undefined ? method : `${method} ${routePath}`
}
