import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Registry } from '../registry.ts'
import type { Allowance } from './allowance.ts'
import type { BodyPlan } from './body-plan.ts'
import type { AskedRange, ContentRange } from './range.ts'
import type { Callback, Chunk, Framework, NodeResponse, ResponseMode, Unguarded } from './types.ts'

/** Where a body goes, chunk by chunk. */
export interface BodyWriter {
  write(chunk: Chunk, encoding: BufferEncoding | undefined, callback: Callback | undefined): boolean
  end(chunk: Chunk | undefined, encoding: BufferEncoding | undefined, callback: Callback | undefined): void
}

/** What a call of `write` was given. */
export interface HeldWrite {
  readonly chunk: Chunk
  readonly encoding: BufferEncoding | undefined
  readonly callback: Callback | undefined
}

export interface Settings {
  /** All that is secret. */
  readonly registry: Registry
  readonly allowance: Allowance | undefined
  readonly mode: ResponseMode
  readonly unreadable: 'withhold' | 'pass'
  readonly framework: Framework
}

/** Where the methods are that guard a response: on its prototype, or on itself. */
export interface Layer {
  /** What they call for a response that they do not guard. */
  readonly unguarded: Unguarded
  /** Whether there is nothing but Node below it. */
  readonly isLowest: boolean
  /** Whether what writes a body is Node's. It is not where requests are injected, say. */
  readonly isNodes: boolean
}

/** One response that is being guarded. */
export class Exchange {
  settings: Settings
  /** Where in the service it comes from, told by a framework that has its own objects for a request. */
  route: (() => string) | undefined
  readonly request: IncomingMessage
  readonly response: NodeResponse
  readonly layer: Layer
  /** The methods that the guarded ones call. */
  readonly unguarded: Unguarded
  /** The range that the client asked for, when the handler is made to answer with more. */
  asked: AskedRange | undefined
  /** The part of that answer which may leave. */
  part: ContentRange | undefined
  plan: BodyPlan | undefined
  body: BodyWriter | undefined
  /** What has been written and waits for the end of this turn: see `holdBack`. */
  held: HeldWrite[] | undefined
  /** Whether the service ended the body. */
  ended = false
  /** Whether the end of the body was given to the methods below. */
  handedOver = false
  /** Whether the end of the body is being given to them: they may write it first. */
  handsOver = false
  /** Whether the head is being put together by who looks for secrets in it afterwards. */
  headWaits = false
  /** Whether headers are being sent before the response. */
  informs = false
  /** Whether there may be trailers. */
  hasTrailers = false
  /** Whether something else is sent than what the service wrote, which is dropped. */
  refused = false

  constructor(
    settings: Settings,
    request: IncomingMessage,
    response: NodeResponse,
    layer: Layer,
    unguarded: Unguarded,
  ) {
    this.settings = settings
    this.request = request
    this.response = response
    this.layer = layer
    this.unguarded = unguarded
  }

  /** Whether nothing is going to be sent any more that would have to be guarded. */
  get isOver(): boolean {
    if (!this.handedOver && !this.refused) return false
    // Below a layer of its own there may be a middleware which sends it only later.
    return this.layer.isLowest || this.response.writableFinished || this.response.destroyed
  }

  /** Whether the body is sent as it is. Not a part of one: it was asked for with more on either side. */
  get observes(): boolean {
    return this.settings.mode === 'observe' && !this.part
  }

  /** What to look for in what leaves now. */
  get registry(): Registry {
    const { allowance, registry } = this.settings
    return allowance ? allowance.registryFor(this.place) : registry
  }

  get place(): string {
    return this.route?.() ?? this.settings.framework.place(this.request, this.response)
  }

  /** Gives the end of the body to the methods below. */
  handOver(chunk?: unknown, encoding?: unknown, callback?: Callback): NodeResponse {
    this.handsOver = true
    try {
      return this.unguarded.end.call(this.response, chunk, encoding, callback)
    } finally {
      this.handsOver = false
      this.handedOver = true
    }
  }

  /** Tells that there is a secret in the body. In mode `block` that is the end of the response. */
  reportBody(registry: Registry, pattern: number): void {
    registry.report(pattern, 'http.body', this.place)
    if (this.settings.mode === 'block') this.refuse()
  }

  /** Tells that something cannot be read, and does not let it out. */
  withhold(reason: string): void {
    this.settings.registry.withhold(reason, 'http.body', this.place)
    this.refuse()
  }

  /** Forgets what was going to be sent: Node refused its head, and an error page may follow. */
  restart(): void {
    this.plan = undefined
    this.part = undefined
    this.body = undefined
    this.held = undefined
    this.ended = false
  }

  /** Sends a plain 500 in place of the response; breaks the connection when a part of it has been sent. */
  refuse(): void {
    if (this.refused) return
    this.refused = true
    if (this.response._headerSent) this.response.destroy()
    else this.answer(500, 'Internal Server Error')
  }

  /** Answers in place of the service. Whatever head was put together is forgotten. */
  answer(status: number, reason: string, ...fields: string[]): void {
    const { response } = this
    this.refused = true
    replaceHead(response, status, reason, fields)
    endBare(response)
  }
}

/** Node's own, whatever is put over it later. */
const { end } = ServerResponse.prototype

/** Ends a response past all that wraps it: a middleware would compress the text, or add to it. */
export function endBare(response: NodeResponse): void {
  if (!response.writableEnded) Reflect.apply(end, response, [])
}

/**
 * Makes a plain answer what is going to be sent. The body is part of what Node takes for the head, so that it holds
 * also in the middle of a write: whatever is written then is dropped, as with HEAD.
 */
export function replaceHead(
  response: NodeResponse,
  status: number,
  reason: string,
  fields: readonly string[] = [],
): void {
  const body = response.req.method === 'HEAD' ? '' : reason
  response.statusCode = status
  response.statusMessage = reason
  response._hasBody = false
  response.chunkedEncoding = false
  response._contentLength = null
  response._last = true
  response._header = [
    `HTTP/1.1 ${status} ${reason}`,
    ...fields,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${reason.length}`,
    'Cache-Control: no-store',
    ...(response.sendDate ? [`Date: ${new Date().toUTCString()}`] : []),
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}
