import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Registry } from '../registry.ts'
import { bodyTypeOf, headerOf } from './body-plan.ts'
import { BodyRedactor } from './body-redactor.ts'
import { swallow, toBytes } from './body-writers.ts'
import { codingsOf } from './content-coding.ts'
import type { Settings } from './exchange.ts'
import { redactHeaders } from './head.ts'
import { type Http2Body, openEncoded } from './http2-encoded.ts'
import { ignoreRange } from './range.ts'
import type { Callback, Chunk } from './types.ts'

type Headers = Record<string, unknown>

/** What is asked of a stream of `node:http2`: all that a response sends goes through these. */
export interface Http2Stream extends NodeJS.EventEmitter {
  readonly headersSent: boolean
  readonly headRequest: boolean
  readonly destroyed: boolean
  readonly writableNeedDrain: boolean
  respond(headers?: Headers, options?: { readonly endStream?: boolean }): void
  respondWithFD(...args: unknown[]): void
  respondWithFile(...args: unknown[]): void
  additionalHeaders(headers: Headers): void
  sendTrailers(headers: Headers): void
  pushStream(headers: Headers, ...rest: unknown[]): void
  write(chunk: unknown, encoding?: unknown, callback?: Callback): boolean
  end(chunk?: unknown, encoding?: unknown, callback?: Callback): unknown
  close(code?: number): void
}

type PushCallback = (error: Error | null, stream?: Http2Stream, headers?: Headers) => void

export const ONE_REGISTRY =
  'A response is redacted with one registry: add the secrets of both to the same one.'

const INTERNAL_ERROR = 2
const REFUSAL: Headers = {
  ':status': 500,
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
}
const REASON = 'Internal Server Error'

/** What a guard goes by: a later call for the same stream may change it. */
interface State {
  settings: Settings
  route: (() => string) | undefined
  request: IncomingMessage
  response: ServerResponse | undefined
}

const guarded = new WeakMap<object, State>()

/**
 * Redacts all that a stream of `node:http2` sends, whether the service writes to it or to the response over it. HTTP/2
 * has no chunks to count and no lines: what frames a message is not part of its head, so that each header and each piece
 * of the body can be redacted on its own. A body with a Content-Length keeps its length.
 *
 * @param response undefined where there is only the stream so far
 */
export function redactHttp2(
  request: IncomingMessage,
  response: ServerResponse | undefined,
  stream: Http2Stream,
  settings: Settings,
  route?: () => string,
): void {
  const earlier = guarded.get(stream)
  if (earlier) {
    if (earlier.settings.registry !== settings.registry) throw new TypeError(ONE_REGISTRY)
    Object.assign(earlier, { settings, request, response, route: route ?? earlier.route })
    return
  }
  const state: State = { settings, route, request, response }
  guarded.set(stream, state)
  if (settings.mode !== 'observe') ignoreRange(request)
  // Without a response there is no framework whose place could ask for it.
  const place = (): string =>
    state.route?.() ?? state.settings.framework.place(state.request, state.response as ServerResponse)
  new Http2Guard(stream, state, place).install()
}

class Http2Guard {
  readonly #stream: Http2Stream
  readonly #state: State
  readonly #place: () => string
  readonly #plain: Http2Stream
  #headers: Headers = {}
  #body: Http2Body | undefined
  /** Whether something else is sent than what the service wrote, which is dropped. */
  #refused = false
  #ended = false

  constructor(stream: Http2Stream, state: State, place: () => string) {
    this.#stream = stream
    this.#state = state
    this.#place = place
    const bound = (name: keyof Http2Stream) => (stream[name] as (...args: never[]) => unknown).bind(stream)
    this.#plain = {
      respond: bound('respond'),
      respondWithFD: bound('respondWithFD'),
      respondWithFile: bound('respondWithFile'),
      additionalHeaders: bound('additionalHeaders'),
      sendTrailers: bound('sendTrailers'),
      pushStream: bound('pushStream'),
      write: bound('write'),
      end: bound('end'),
    } as unknown as Http2Stream
  }

  install(): void {
    const withholdFile =
      (respond: (...args: unknown[]) => void) =>
      (...args: unknown[]): void => {
        // Such a file is sent by the HTTP/2 library itself: no byte of it comes by here.
        if (this.#state.settings.mode === 'observe') respond(...args)
        else this.#withhold('file')
      }
    Object.assign(this.#stream, {
      respond: (headers?: Headers, options?: object) => this.#respond(headers, options),
      respondWithFD: withholdFile(this.#plain.respondWithFD),
      respondWithFile: withholdFile(this.#plain.respondWithFile),
      additionalHeaders: (headers: Headers) => {
        const sent = this.#redact(headers, 'http.header')
        if (sent) this.#plain.additionalHeaders(sent)
      },
      sendTrailers: (headers: Headers) => {
        const sent = this.#redact(headers, 'http.trailer')
        if (sent) this.#plain.sendTrailers(sent)
      },
      pushStream: (headers: Headers, ...rest: unknown[]) => this.#push(headers, rest),
      write: (chunk: unknown, encoding?: unknown, callback?: Callback) =>
        this.#write(chunk, encoding, callback),
      end: (chunk?: unknown, encoding?: unknown, callback?: Callback) => this.#end(chunk, encoding, callback),
    })
  }

  /** What to look for in what leaves now. */
  get #registry(): Registry {
    const { allowance, registry } = this.#state.settings
    return allowance ? allowance.registryFor(this.#place()) : registry
  }

  /** Headers that may leave; undefined when the response is refused for them. */
  #redact(headers: Headers, sink: string): Headers | undefined {
    if (this.#refused) return undefined
    const { mode } = this.#state.settings
    const redacted = redactHeaders(headers, this.#registry, sink, this.#place())
    if (redacted === headers || mode === 'observe') return headers
    if (mode === 'redact') return redacted
    this.#refuse()
    return undefined
  }

  #respond(headers: Headers = {}, options?: object): void {
    if (this.#stream.headersSent) {
      // Node refuses it.
      this.#plain.respond(headers, options)
      return
    }
    this.#headers = headers
    const { mode, unreadable } = this.#state.settings
    const encoding = headerOf(headers, 'content-encoding')
    const codings = codingsOf(encoding ?? '')
    if (!codings && !this.#stream.headRequest && mode !== 'observe' && unreadable === 'withhold') {
      this.#withhold('unknown encoding')
      return
    }
    const sent = this.#redact(headers, 'http.header')
    if (!sent) return
    const isRecoded = codings && codings.length > 0 && mode !== 'observe' && !this.#stream.headRequest
    // The length and the hash of what the service encoded say nothing of what is sent.
    this.#plain.respond(
      isRecoded ? without(sent, ['content-length', 'etag', 'accept-ranges']) : sent,
      options,
    )
  }

  #push(headers: Headers, rest: unknown[]): void {
    const sent = this.#redact(headers, 'http.header')
    if (!sent) return
    const callback = rest.at(-1) as PushCallback
    const guarding: PushCallback = (error, stream, pushed) => {
      if (stream && !guarded.has(stream)) {
        guarded.set(stream, this.#state)
        new Http2Guard(stream, this.#state, this.#place).install()
      }
      callback(error, stream, pushed)
    }
    this.#plain.pushStream(sent, ...rest.slice(0, -1), guarding)
  }

  #write(chunk: unknown, encoding?: unknown, callback?: Callback): boolean {
    if (typeof encoding === 'function') return this.#write(chunk, undefined, encoding as Callback)
    if (!this.#refused && !this.#ended && isChunk(chunk)) {
      const body = this.#open()
      if (!this.#refused) return body.write(toBytes(chunk, encoding as BufferEncoding), callback)
    }
    return this.#refused ? swallow(callback) : this.#plain.write(chunk, encoding, callback)
  }

  #end(chunk?: unknown, encoding?: unknown, callback?: Callback): Http2Stream {
    if (typeof chunk === 'function') return this.#end(undefined, undefined, chunk as Callback)
    if (typeof encoding === 'function') return this.#end(chunk, undefined, encoding as Callback)
    if (callback) this.#stream.once('finish', callback)
    if (this.#ended || this.#refused) return this.#stream
    this.#ended = true
    const isEmpty = chunk === undefined || chunk === null
    if (isEmpty && !this.#body) this.#plain.end()
    else this.#open().end(toBytes(isEmpty ? undefined : (chunk as Chunk), encoding as BufferEncoding))
    return this.#stream
  }

  #open(): Http2Body {
    if (this.#body) return this.#body
    const headers = this.#headers
    const codings = codingsOf(headerOf(headers, 'content-encoding') ?? '') ?? []
    const registry = this.#registry
    const { mode } = this.#state.settings
    const redactor = new BodyRedactor({
      registry,
      report: (pattern) => {
        registry.report(pattern, 'http.body', this.#place())
        if (mode === 'block') this.#refuse()
      },
      keepLength: codings.length === 0 && headerOf(headers, 'content-length') !== undefined,
      ...bodyTypeOf(headerOf(headers, 'content-type')),
    })
    const observes = mode === 'observe'
    const out = {
      write: (sent: Uint8Array, callback?: Callback) =>
        this.#refused ? swallow(callback) : this.#plain.write(sent, undefined, callback),
      end: (sent: Uint8Array) => {
        if (!this.#refused) this.#plain.end(sent.length > 0 ? sent : undefined)
      },
    }
    if (codings.length > 0) {
      this.#body = openEncoded({
        stream: this.#stream,
        codings,
        redactor,
        out,
        observes,
        fail: () => this.#withhold('unreadable body'),
      })
      return this.#body
    }
    this.#body = {
      write(bytes, callback) {
        const ready = redactor.push(bytes)
        return out.write(observes ? bytes : ready, callback)
      },
      end(bytes) {
        const ready = Buffer.concat([redactor.push(bytes), redactor.end()])
        out.end(observes ? bytes : ready)
      },
    }
    return this.#body
  }

  #withhold(reason: string): void {
    const { registry } = this.#state.settings
    if (!this.#refused) registry.withhold(reason, 'http.body', this.#place())
    this.#refuse()
  }

  /** Sends a plain 500 in place of the response; resets the stream when the headers have been sent. */
  #refuse(): void {
    if (this.#refused) return
    this.#refused = true
    if (this.#stream.headersSent) {
      this.#stream.close(INTERNAL_ERROR)
      return
    }
    this.#plain.respond(REFUSAL)
    if (!this.#stream.headRequest) this.#plain.end(REASON)
  }
}

function without(headers: Headers, names: readonly string[]): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())))
}

function isChunk(chunk: unknown): chunk is Chunk {
  return typeof chunk === 'string' || chunk instanceof Uint8Array
}
