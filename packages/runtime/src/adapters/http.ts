import type { IncomingMessage, ServerResponse } from 'node:http'
import { noFramework, redactResponse, responseSettings } from '../http/response.ts'
import type { ResponseOptions } from '../http/types.ts'

export type { ResponseMode, ResponseOptions } from '../http/types.ts'

export interface ListenerOptions extends ResponseOptions {
  /** Where in the service a response comes from, for events to tell. The method alone unless given. */
  readonly place?: (request: IncomingMessage) => string
}

/**
 * Keeps secrets out of what a server of `node:http` or `node:https` answers, or any framework that is called as their
 * listener: `createServer(redactResponses(listener))`.
 *
 * @param listener answers the requests: the handler of the event `request`.
 * @param options the registry, and what happens to a response with a secret in it.
 * @returns a listener to be used in its place, which returns what the listener returns
 */
export function redactResponses<
  Request extends IncomingMessage,
  Response extends ServerResponse,
  Result = unknown,
>(
  listener: (request: Request, response: Response) => Result,
  options: ListenerOptions = {},
): (request: Request, response: Response) => Result {
  const { place } = options
  const settings = responseSettings(options, place ? { place } : noFramework)
  return function (this: unknown, request, response) {
    redactResponse(request, response, settings)
    return listener.call(this, request, response)
  }
}
