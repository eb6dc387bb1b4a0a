import type { RequestListener } from 'node:http'
import { createRegistry, type RedactionEvent, type Registry } from '@tacet/runtime'
import type { ResponseOptions } from '@tacet/runtime/express'
import { fakeSecret } from '../helpers/fake-secret.ts'
import { exchange, parse, type RawResponse, request, serving } from '../helpers/raw-http.ts'
import type { Handler } from './http-bodies.ts'

/** What an adapter for an HTTP framework gives to be tested. */
export interface HttpAdapter {
  readonly name: string
  /** A service that answers every request for `/things/1` with the handler; plain when there are no options. */
  app(handler: Handler, options?: ResponseOptions): RequestListener
  /** The place that events of that route name, for GET. */
  readonly place: string
}

/** What most cases need: a secret, and what came over the wire from a handler. */
export class Scene {
  readonly registry: Registry = createRegistry()
  readonly secret = fakeSecret('http contract')
  readonly events: RedactionEvent[] = []
  readonly adapter: HttpAdapter

  constructor(adapter: HttpAdapter) {
    this.adapter = adapter
    this.registry.add('API_KEY', this.secret)
    this.registry.on('redaction', (event) => this.events.push(event))
  }

  raw(handler: Handler, options?: ResponseOptions, text = request('/things/1')): Promise<Buffer> {
    return serving(this.adapter.app(handler, options), (port) => exchange(port, text))
  }

  /** What a guarded response is. */
  async response(
    handler: Handler,
    options: Parameters<typeof request>[1] & Pick<ResponseOptions, 'mode' | 'unreadable' | 'allow'> = {},
  ): Promise<RawResponse> {
    const { mode = 'redact', unreadable = 'withhold', allow = {}, ...fields } = options
    const text = request('/things/1', fields)
    const raw = await this.raw(handler, { registry: this.registry, mode, unreadable, allow }, text)
    return parse(raw, fields.method)
  }

  /** Both, but for the date: what the plain service sends and what the guarded one does. */
  async both(handler: Handler, text = request('/things/1')): Promise<{ plain: string; guarded: string }> {
    const plain = await this.raw(handler, undefined, text)
    const guarded = await this.raw(handler, { registry: this.registry }, text)
    return { plain: undated(plain), guarded: undated(guarded) }
  }

  /** Whether there is a form of the secret. */
  leaks(bytes: Buffer | string): boolean {
    return this.registry.matcher().testBytes(Buffer.from(bytes))
  }
}

function undated(raw: Buffer): string {
  return raw.toString('latin1').replace(/^Date: .*$/m, 'Date: now')
}

/** Covers each match in place, as plainly as it can be said. */
export function covered(text: string, registry: Registry): string {
  let out = text
  for (const { start, end, pattern } of registry.matcher().find(text)) {
    const placeholder = registry.placeholder(pattern)
    const cover =
      placeholder.length <= end - start ? placeholder.padEnd(end - start, '*') : '*'.repeat(end - start)
    out = out.slice(0, start) + cover + out.slice(end)
  }
  return out
}
