import type { IncomingMessage, ServerResponse } from 'node:http'
import { redactText } from '@tacet/runtime'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redactResponse, responseSettings } from '../../../packages/runtime/src/http/response.ts'
import type { Handler } from '../../contract/http-bodies.ts'
import { Scene } from '../../contract/http-scene.ts'
import { exchange, parse, request, serving } from '../../helpers/raw-http.ts'

const framework = { place: () => 'GET /things/:id' }
const adapter = {
  name: 'node:http',
  place: 'GET /things/:id',
  app: (handler: Handler, options?: object) => (incoming: IncomingMessage, response: ServerResponse) => {
    if (options) redactResponse(incoming, response, responseSettings(options, framework))
    handler(incoming, response)
  },
}

/** Ends a response in one go, after what a service may do before. */
interface Answer {
  readonly status: number
  readonly head: 'none' | 'writeHead' | 'length' | 'chunked' | 'no length' | 'not ASCII' | 'flushed'
  readonly body: string
  readonly callback: boolean
}

function send({ status, head, body, callback }: Answer): Handler {
  return (_, out) => {
    out.statusCode = status
    out.setHeader('Content-Type', 'application/json')
    const length = Buffer.byteLength(body)
    if (head === 'writeHead') out.writeHead(status, 'Own', { 'X-Own': 'a', 'Content-Length': length })
    if (head === 'length') out.setHeader('Content-Length', length)
    if (head === 'chunked') out.setHeader('Transfer-Encoding', 'chunked')
    if (head === 'no length') out.removeHeader('Content-Length')
    if (head === 'not ASCII') out.setHeader('X-Own', 'é')
    if (head === 'flushed') out.flushHeaders()
    if (callback) out.end(body, () => {})
    else out.end(body)
  }
}

const answers = fc.record({
  status: fc.constantFrom(200, 201, 204, 304, 404, 500),
  head: fc.constantFrom<Answer['head'][]>(
    'none',
    'writeHead',
    'length',
    'chunked',
    'no length',
    'not ASCII',
    'flushed',
  ),
  body: fc
    .array(
      fc.constantFrom('{"a":1}', 'text', '\n', 'ü', '\\u0041', '\\', '\0', '€', '\ud83d\ude00', '\ud800'),
      {
        maxLength: 9,
      },
    )
    .chain((parts) => fc.constantFrom(1, 1, 300, 3000).map((times) => parts.join('').repeat(times))),
  callback: fc.boolean(),
})

describe('a text that ends a response', () => {
  const scene = new Scene(adapter)
  const raw = (handlers: Handler[], options: object | undefined, text: string): Promise<Buffer> => {
    let at = 0
    return serving(
      adapter.app((incoming, response) => handlers[at++]!(incoming, response), options),
      (port) => exchange(port, text),
    )
  }
  const undated = (bytes: Buffer): string => bytes.toString('latin1').replaceAll(/^Date: .*$/gm, 'Date: now')

  test('is sent as the plain service sends it, whatever the head, in pipelined requests too', async () => {
    const methods = fc.constantFrom('GET', 'POST', 'HEAD')
    const versions = fc.constantFrom('1.1', '1.0')
    await fc.assert(
      fc.asyncProperty(
        fc.array(answers, { minLength: 1, maxLength: 3 }),
        methods,
        versions,
        async (all, method, version) => {
          const keep = { method, version, headers: { Connection: 'keep-alive' } }
          const text = all
            .map((_, index) => request('/things/1', index < all.length - 1 ? keep : { method, version }))
            .join('')
          const handlers = all.map(send)
          const guarded = await raw(handlers, { registry: scene.registry }, text)
          expect(undated(guarded)).toBe(undated(await raw(handlers, undefined, text)))
          expect(scene.events).toEqual([])
        },
      ),
      { numRuns: 100, seed: 7 },
    )
  })

  test('is redacted, whatever the head', async () => {
    await fc.assert(
      fc.asyncProperty(answers, fc.nat(), async (answer, place) => {
        const at = place % (answer.body.length + 1)
        // Not within a pair of surrogates.
        const body = `${answer.body.slice(0, at)} ${scene.secret} ${answer.body.slice(at)}`.toWellFormed()
        const bytes = await raw(
          [send({ ...answer, body })],
          { registry: scene.registry },
          request('/things/1'),
        )
        expect(scene.leaks(bytes)).toBe(false)
        const response = parse(bytes)
        expect(response.complete).toBe(true)
        const isEmpty = answer.status === 204 || answer.status === 304
        if (!isEmpty) {
          expect(response.body.toString()).toBe(redactText(body, { registry: scene.registry }))
        }
      }),
      { numRuns: 100, seed: 8 },
    )
  })
})
