import { Readable } from 'node:stream'
import etag from '@koa/etag'
import Router from '@koa/router'
import { createRegistry, type RedactionEvent } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/koa'
import type { Context } from 'koa'
import request from 'supertest'
import { beforeEach, describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { koaVersions } from '../../helpers/koa.ts'

const PLACEHOLDER = '[REDACTED:API_KEY]'

describe.each(koaVersions)('koa $version', ({ Koa }) => {
  const secret = fakeSecret('koa')
  let registry = createRegistry()
  let events: RedactionEvent[] = []

  beforeEach(() => {
    registry = createRegistry()
    registry.add('API_KEY', secret)
    events = []
    registry.on('redaction', (event) => events.push(event))
  })

  function service(answer: (context: Context) => void, guarded = true, cached = false) {
    const app = new Koa()
    app.silent = true
    if (cached) {
      app.use(async (context, next) => {
        await next()
        if (context.fresh) context.status = 304
      })
      app.use(etag())
    }
    if (guarded) app.use(redactResponses({ registry }))
    const router = new Router()
    router.get('/things/:id', (context) => answer(context as unknown as Context))
    app.use(router.routes() as unknown as Parameters<typeof app.use>[0])
    return app.callback()
  }

  const ways: [string, (context: Context, text: string) => void][] = [
    ['an object', (context, text) => Object.assign(context, { body: { text } })],
    ['a string', (context, text) => Object.assign(context, { body: `<p>${text}</p>` })],
    ['a Buffer', (context, text) => Object.assign(context, { body: Buffer.from(text), type: 'text/plain' })],
    ['a header', (context, text) => context.set('X-Own', [text, '~'])],
    ['a cookie', (context, text) => void context.cookies.set('key', text)],
    ['a redirect', (context, text) => context.redirect(`/?key=${text}`)],
    ['a message', (context, text) => Object.assign(context, { status: 200, message: text, body: '~' })],
    ['an error that is exposed', (context, text) => context.throw(400, `no ${text}`)],
    ['an error that is not', (_, text) => Promise.reject(new Error(text))],
  ]

  test.each(ways)('%s is sent with the placeholder', async (_name, way) => {
    const [response, expected] = await Promise.all(
      [
        service((context) => way(context, secret)),
        service((context) => way(context, PLACEHOLDER), false),
      ].map((app) => request(app).get('/things/1').redirects(0).buffer()),
    )
    expect(response!.text).toBe(expected!.text)
    expect(response!.status).toBe(expected!.status)
    expect({ ...response!.headers, date: '' }).toEqual({ ...expected!.headers, date: '' })
    expect(events.every(({ place }) => place === 'GET /things/:id')).toBe(true)
  })

  test('a stream', async () => {
    const app = service((context) => {
      context.type = 'text/plain'
      context.body = Readable.from([secret.slice(0, 7), secret.slice(7)].map((text) => Buffer.from(text)))
    })
    expect((await request(app).get('/things/1')).text).toBe(PLACEHOLDER)
    expect(events).toMatchObject([{ place: 'GET /things/:id', sink: 'http.body' }])
  })

  test('HEAD and If-None-Match go by the redacted body', async () => {
    const app = service((context) => Object.assign(context, { body: `key ${secret}` }), true, true)
    const plain = service((context) => Object.assign(context, { body: `key ${secret}` }), false, true)
    const get = await request(app).get('/things/1')
    expect(get.text).toBe(`key ${PLACEHOLDER}`)
    const head = await request(app).head('/things/1')
    expect(head.headers['content-length']).toBe(String(get.text.length))
    const again = await request(app).get('/things/1').set('If-None-Match', head.headers.etag!)
    expect(again.status).toBe(304)
    const guess = (await request(plain).get('/things/1')).headers.etag!
    const probe = await request(app).get('/things/1').set('If-None-Match', guess)
    expect([probe.status, probe.text]).toEqual([200, get.text])
  })
})
