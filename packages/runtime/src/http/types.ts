import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Registry } from '../registry.ts'

/**
 * What happens to a response with a secret in it: `redact` puts placeholders, `block` sends a plain 500 instead (or
 * breaks the connection, when a part has been sent), `observe` only tells the registry.
 */
export type ResponseMode = 'redact' | 'block' | 'observe'

/** The routes by which secrets may leave, by the names of the secrets. */
export type AllowedRoutes = Readonly<Record<string, readonly string[]>>

export interface ResponseOptions {
  /** The secrets to look for. The default registry unless given. */
  readonly registry?: Registry
  /**
   * Secrets that a route may send, by their names: `{ SESSION_KEY: ['POST /login'] }`. A route as events tell it; one that
   * ends with `*` stands for all that begin so.
   */
  readonly allow?: AllowedRoutes
  /** `redact` unless given. */
  readonly mode?: ResponseMode
  /**
   * What happens to a body that cannot be read here, since its Content-Encoding is unknown or is not what it says:
   * `withhold` (unless given) answers with a plain 500, `pass` lets it through when the encoding is unknown.
   */
  readonly unreadable?: 'withhold' | 'pass'
}

/** What an adapter tells about its framework, besides what the user chose. */
export interface Framework {
  /** Where in the service the response comes from, as events tell it: `GET /users/:id`, never the URL itself. */
  readonly place: (request: IncomingMessage, response: ServerResponse) => string
  /** The ETag that the framework gives to a body of its own accord, if it does. */
  readonly etag?: (response: ServerResponse, body: Buffer) => string | undefined
}

/** Of `node:http`'s response, what is not in its types: unchanged since Node 0.x, and used by many middlewares. */
interface ResponseInternals {
  /** Status line and headers as they are going to be sent, with the empty line; null until they are put together. */
  _header: string | null
  _headerSent: boolean
  _hasBody: boolean
  _contentLength: number | null
  /** Whether the connection closes after this response. */
  _last: boolean
  _trailer: string
  _implicitHeader(): void
  _storeHeader(firstLine: string, headers: unknown): void
}

export type NodeResponse = ServerResponse & ResponseInternals
export type Chunk = string | Uint8Array
export type Callback = (error?: Error | null) => void

/** The methods of a response that are guarded, as they were before. */
export interface Unguarded {
  write(this: NodeResponse, chunk: unknown, encoding?: unknown, callback?: Callback): boolean
  end(this: NodeResponse, chunk?: unknown, encoding?: unknown, callback?: Callback): NodeResponse
  writeHead(this: NodeResponse, ...args: unknown[]): NodeResponse
  addTrailers(this: NodeResponse, trailers: unknown): void
  writeEarlyHints(this: NodeResponse, hints: object, callback?: () => void): void
  /** Since Node 24. */
  writeInformation?(this: NodeResponse, status: unknown, headers?: unknown, callback?: () => void): boolean
  _storeHeader(this: NodeResponse, firstLine: string, headers: unknown): void
}
