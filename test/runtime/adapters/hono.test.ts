import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { createRegistry, type RedactionEvent } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/hono'
import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { etag } from 'hono/etag'
import { stream, streamSSE } from 'hono/streaming'
import request from 'supertest'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { honoServers } from '../../helpers/hono.ts'

const PLACEHOLDER = '[REDACTED:API_KEY]'
const folder = mkdtempSync(join(tmpdir(), 'tacet-hono-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(honoServers)('hono on node-server $version', ({ getRequestListener }) => {
  const secret = fakeSecret('hono')
  let registry = createRegistry()
  let events: RedactionEvent[] = []

  beforeEach(() => {
    registry = createRegistry()
    registry.add('API_KEY', secret)
    events = []
    registry.on('redaction', (event) => events.push(event))
  })

  function service(answer: (context: Context) => Response | Promise<Response>, guarded = true) {
    const app = new Hono()
    if (guarded) app.use(redactResponses({ registry }))
    app.get('/things/:id', answer)
    app.use('/static/*', serveStatic({ root: folder, rewriteRequestPath: (path) => path.slice(7) }))
    app.onError((error, context) => context.text(error.message, 500))
    return createServer(getRequestListener(app.fetch as Parameters<typeof getRequestListener>[0]))
  }

  const ways: [string, (context: Context, text: string) => Response | Promise<Response>][] = [
    ['json', (context, text) => context.json({ text })],
    ['text', (context, text) => context.text(text)],
    ['html', (context, text) => context.html(`<p>${text}</p>`)],
    ['a body with a header', (context, text) => context.body(text, 200, { 'X-Own': text })],
    [
      'bytes',
      (context, text) => context.body(new TextEncoder().encode(text), 200, { 'Content-Type': 'text/plain' }),
    ],
    ['a web response', (_, text) => new Response(text)],
    ['a redirect', (context, text) => context.redirect(`/?key=${text}`)],
    ['an error', (_, text) => Promise.reject(new Error(text))],
    [
      'a cookie',
      (context, text) => {
        setCookie(context, 'key', text)
        return context.text('~')
      },
    ],
  ]

  test.each(ways)('%s is sent with the placeholder', async (name, way) => {
    const [response, expected] = await Promise.all(
      [
        service((context) => way(context, secret)),
        service((context) => way(context, PLACEHOLDER), false),
      ].map((server) => request(server).get('/things/1').redirects(0).buffer()),
    )
    expect(response!.text).toBe(expected!.text)
    expect(response!.status).toBe(expected!.status)
    const headers = [response!, expected!].map((each) => ({ ...each.headers, date: '' }))
    // Hono writes the brackets of a cookie in percent form.
    if (name === 'a cookie') expect(headers[0]).toHaveProperty('set-cookie', [`key=${PLACEHOLDER}; Path=/`])
    else expect(headers[0]).toEqual(headers[1])
    expect(events.length).toBeGreaterThan(0)
    expect(events.every(({ place }) => place === 'GET /things/:id')).toBe(true)
  })

  test('streams and events', async () => {
    const pieces = service((context) =>
      stream(context, async (out) => {
        await out.write(secret.slice(0, 7))
        await out.write(secret.slice(7))
      }),
    )
    expect((await request(pieces).get('/things/1').buffer().parse(asText)).body).toBe(PLACEHOLDER)
    const sent = service((context) => streamSSE(context, (out) => out.writeSSE({ data: secret })))
    expect((await request(sent).get('/things/1').buffer()).text).toContain(`data: ${PLACEHOLDER}\n`)
  })

  test('JSON that is sent in pieces of a known length', async () => {
    const server = service(() => Response.json({ text: secret }))
    const { body, headers, text } = await request(server).get('/things/1')
    expect(body.text.replace(/\*+$/, '')).toBe(PLACEHOLDER)
    expect(headers['content-length'] ?? String(text.length)).toBe(String(text.length))
  })

  test('a range of a file is a part of what the whole is', async () => {
    writeFileSync(join(folder, 'file.txt'), `${'~'.repeat(100)}${secret}${'~'.repeat(100)}`)
    const server = service((context) => context.text('~'))
    const whole = (await request(server).get('/static/file.txt')).text
    expect(whole).toContain(PLACEHOLDER)
    const part = await request(server).get('/static/file.txt').set('Range', 'bytes=95-125')
    expect([part.status, part.text]).toEqual([206, whole.slice(95, 126)])
    expect(part.headers['content-range']).toBe(`bytes 95-125/${whole.length}`)
  })

  test.each(['before', 'after'])('hono/etag %s it confirms no guess of the secret', async (where) => {
    const serve = (text: string, guarded: boolean) => {
      const app = new Hono()
      if (where === 'before') app.use(etag())
      if (guarded) app.use(redactResponses({ registry }))
      if (where === 'after') app.use(etag())
      app.get('/', (context) => context.json({ text }))
      return createServer(getRequestListener(app.fetch as Parameters<typeof getRequestListener>[0]))
    }
    const { etag: guess } = (await request(serve(secret, false)).get('/')).headers
    expect(guess).toBeDefined()
    for (const method of ['get', 'head'] as const) {
      expect((await request(serve(secret, true))[method]('/')).headers.etag).not.toBe(guess)
      // A body without a secret has the ETag that it has without us.
      const [plain, guarded] = await Promise.all(
        [false, true].map((each) => request(serve('nothing', each))[method]('/')),
      )
      expect(guarded!.headers.etag).toBe(plain!.headers.etag)
    }
    if (where === 'before') {
      const asked = await request(serve(secret, true)).get('/').set('If-None-Match', String(guess))
      expect([asked.status, asked.text]).toEqual([200, `{"text":"${PLACEHOLDER}"}`])
      const head = (await request(serve(secret, true)).head('/')).headers.etag!
      const again = await request(serve(secret, true)).get('/').set('If-None-Match', head)
      expect(again.status).toBe(304)
    }
  })

  test('elsewhere than on node-server it says so', async () => {
    const app = new Hono()
    app.use(redactResponses({ registry }))
    let thrown: unknown
    app.onError((error, context) => {
      thrown = error
      return context.text('~', 500)
    })
    await app.request('/')
    expect(thrown).toMatchObject({ name: 'TypeError', message: expect.stringContaining('@hono/node-server') })
  })
})

function asText(response: request.Response, done: (error: Error | null, body: string) => void): void {
  let text = ''
  const body = response as unknown as NodeJS.ReadableStream
  body.on('data', (piece) => {
    text += String(piece)
  })
  body.on('end', () => done(null, text))
}
