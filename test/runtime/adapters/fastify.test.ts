import { once } from 'node:events'
import { connect, type IncomingHttpHeaders } from 'node:http2'
import { Readable } from 'node:stream'
import zlib from 'node:zlib'
import { createRegistry, type RedactionEvent } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/fastify'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { beforeEach, describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { fastifyVersions } from '../../helpers/fastify.ts'
import { exchange, parse, request, serving } from '../../helpers/raw-http.ts'

const PLACEHOLDER = '[REDACTED:API_KEY]'

describe.each(fastifyVersions)('fastify $version', ({ fastify }) => {
  const secret = fakeSecret('fastify')
  let registry = createRegistry()
  let events: RedactionEvent[] = []

  beforeEach(() => {
    registry = createRegistry()
    registry.add('API_KEY', secret)
    events = []
    registry.on('redaction', (event) => events.push(event))
  })

  function service(answer: (reply: FastifyReply) => unknown, prepare = (_: FastifyInstance) => {}) {
    const app = fastify()
    app.register(redactResponses({ registry }))
    prepare(app)
    app.get('/things/:id', (_request, reply) => answer(reply))
    return app
  }

  const ways: [string, (text: string) => (reply: FastifyReply) => unknown][] = [
    ['a returned object', (text) => () => ({ text })],
    ['send of a string', (text) => (reply) => reply.type('text/plain').send(text)],
    ['send of a Buffer', (text) => (reply) => reply.send(Buffer.from(text))],
    ['send with a length', (text) => (reply) => reply.header('content-length', text.length).send(text)],
    ['a web response', (text) => () => new Response(text, { headers: { 'x-own': text } })],
    ['an error', (text) => () => Promise.reject(new Error(`no ${text}`))],
    ['a header', (text) => (reply) => reply.header('x-own', text).send('~')],
    ['a redirect', (text) => (reply) => reply.header('location', `/?${text}`).code(302).send()],
  ]

  /** What the service answers to the request over a socket of its own. */
  function ask(app: FastifyInstance, options: Parameters<typeof request>[1] = {}, path = '/things/1') {
    return serving(
      (incoming, response) => void app.ready(() => app.routing(incoming, response)),
      async (port) => parse(await exchange(port, request(path, options)), options.method),
    )
  }

  test.each(ways)('%s is sent, and injected, with the placeholder', async (_name, way) => {
    const app = service(way(secret))
    const plain = fastify()
    plain.get('/things/:id', (_request, reply) => way(PLACEHOLDER)(reply))
    const [response, expected] = [await ask(app), await ask(plain)]
    expect(response.body.toString()).toBe(expected.body.toString())
    expect({ ...response.headers, date: '' }).toEqual({ ...expected.headers, date: '' })
    expect(response.statusLine).toBe(expected.statusLine)
    expect((await app.inject('/things/1')).payload).toBe(expected.body.toString())
    expect(new Set(events.map(({ place }) => place))).toEqual(new Set(['GET /things/:id']))
  })

  test('a stream', async () => {
    const app = service((reply) => reply.send(Readable.from([secret.slice(0, 7), secret.slice(7)])))
    expect((await ask(app)).body.toString()).toBe(PLACEHOLDER)
    expect((await app.inject('/things/1')).payload).toBe(PLACEHOLDER)
  })

  test('trailers', async () => {
    const app = service((reply) =>
      reply.trailer('x-end', (_reply, _payload, done) => done(null, secret)).send('~'),
    )
    const { trailers } = await ask(app, { headers: { TE: 'trailers' } })
    expect(trailers.toLowerCase()).toBe(`x-end: ${PLACEHOLDER}\r\n\r\n`.toLowerCase())
  })

  test('HEAD tells the length of the redacted body, and If-None-Match goes by it', async () => {
    const app = service(
      (reply) => reply.send({ secret }),
      (each) =>
        each.addHook('onSend', async (asked, reply, payload) => {
          reply.header('etag', `"${(payload as string).length}"`)
          if (asked.headers['if-none-match'] === reply.getHeader('etag')) reply.code(304)
          return payload
        }),
    )
    const body = JSON.stringify({ secret: PLACEHOLDER })
    const head = await ask(app, { method: 'HEAD' })
    expect(head.headers['content-length']).toEqual([String(body.length)])
    const guess = `"${JSON.stringify({ secret }).length}"`
    const probe = await ask(app, { headers: { 'If-None-Match': guess } })
    expect([probe.statusLine, probe.body.toString()]).toEqual(['HTTP/1.1 200 OK', body])
    const again = await ask(app, { headers: { 'If-None-Match': `"${body.length}"` } })
    expect(again.statusLine).toContain('304')
  })

  test('a body that a hook compresses', async () => {
    const app = service(
      () => ({ secret }),
      (each) =>
        each.addHook('onSend', async (_request, reply, payload) => {
          reply.header('content-encoding', 'gzip')
          return zlib.gzipSync(payload as string)
        }),
    )
    const { rawPayload } = await app.inject('/things/1')
    expect(JSON.parse(zlib.gunzipSync(rawPayload).toString())).toEqual({ secret: PLACEHOLDER })
  })

  test('what is not found, what is malformed, and routes in plugins', async () => {
    const app = service(
      () => '~',
      (each) => {
        each.register(async (inner) => {
          inner.get('/inner/:id', () => ({ secret }))
        })
      },
    )
    const inner = await app.inject('/inner/1')
    expect(inner.json()).toEqual({ secret: PLACEHOLDER })
    expect(events.map(({ place }) => place)).toEqual(['GET /inner/:id'])
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const port = Number(new URL(address).port)
    for (const path of [`/none/${secret}`, `/%E0%A4${secret}%`]) {
      const response = parse(await exchange(port, request(path)))
      expect(response.statusLine).toMatch(/ 40[04] /)
      expect(response.body.toString()).toContain(PLACEHOLDER)
      expect(registry.matcher().testBytes(response.body)).toBe(false)
    }
    await app.close()
  })

  test('in mode block a plain 500 takes the place of the payload', async () => {
    const app = fastify()
    app.register(redactResponses({ registry, mode: 'block' }))
    app.get('/things/:id', () => ({ secret }))
    for (const method of ['GET', 'HEAD'] as const) {
      expect((await ask(app, { method })).statusLine).toBe('HTTP/1.1 500 Internal Server Error')
    }
  })

  test('over HTTP/2', async () => {
    const app = fastify({ http2: true })
    app.register(redactResponses({ registry }) as Parameters<typeof app.register>[0])
    app.get('/things/:id', async (_request, reply) => {
      reply.header('x-own', secret)
      return { secret }
    })
    const client = connect(await app.listen({ port: 0, host: '127.0.0.1' }))
    const stream = client.request({ ':path': '/things/1' })
    const [headers] = (await once(stream, 'response')) as [IncomingHttpHeaders]
    let body = ''
    for await (const piece of stream) body += String(piece)
    client.destroy()
    await app.close()
    expect(headers).toMatchObject({ ':status': 200, 'x-own': PLACEHOLDER })
    expect(JSON.parse(body).secret.replace(/\*+$/, '')).toBe(PLACEHOLDER)
    expect(new Set(events.map(({ place }) => place))).toEqual(new Set(['GET /things/:id']))
  })
})
