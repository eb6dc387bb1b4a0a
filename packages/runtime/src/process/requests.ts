import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What Node tells of each request, before it gives it to the listeners of the server. */
export interface RequestStart {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** Calls the function for each request to a server of `node:http` or `node:https`, whatever framework is over it. */
export function onRequests(begin: (start: RequestStart) => void): void {
  subscribe('http.server.request.start', (message) => begin(message as RequestStart))
}
