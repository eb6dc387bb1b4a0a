import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import type { Http2Stream } from '../http/http2.ts'

/** What Node tells of each request, before it gives it to the listeners of the server. */
export interface RequestStart {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** The headers of a request of HTTP/2, by their names. */
export type Http2Headers = Record<string, string | string[] | undefined>

/** What guards responses. */
export interface ResponseGuard {
  request(start: RequestStart): void
  stream(stream: Http2Stream, headers: Http2Headers, rawHeaders: string[]): void
}

/** Tells the guard of each request to a server of `node:http`, `node:https` or `node:http2`, whatever framework is over it. */
export function onRequests(guard: () => ResponseGuard): void {
  subscribe('http.server.request.start', (message) => guard().request(message as RequestStart))
  // Of HTTP/2 Node tells nothing before version 24, but of connections: it has read nothing of them then.
  const known = new WeakSet<object>()
  subscribe('net.server.socket', (message) => {
    const { server } = (message as { readonly socket: Socket & { readonly server?: Server } }).socket
    if (!server || known.has(server)) return
    known.add(server)
    if (/^Http2(?:Secure)?Server$/.test(server.constructor.name)) {
      server.prependListener(
        'stream',
        (stream: Http2Stream, headers: Http2Headers, _flags: number, rawHeaders: string[]) =>
          guard().stream(stream, headers, rawHeaders),
      )
    }
  })
}
