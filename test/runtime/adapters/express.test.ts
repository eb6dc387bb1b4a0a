import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRegistry, type RedactionEvent } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/express'
import type { Application, RequestHandler } from 'express'
import request from 'supertest'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { expressVersions } from '../../helpers/express.ts'
import { fakeNumber, fakeSecret } from '../../helpers/fake-secret.ts'

const PLACEHOLDER = '[REDACTED:API_KEY]'
const folder = mkdtempSync(join(tmpdir(), 'tacet-express-'))

describe.each(expressVersions)('express $version', ({ express }) => {
  const secret = fakeSecret('express')
  let registry = createRegistry()
  let events: RedactionEvent[] = []

  beforeEach(() => {
    registry = createRegistry()
    registry.add('API_KEY', secret)
    events = []
    registry.on('redaction', (event) => events.push(event))
  })

  function guarded(handler: RequestHandler, prepare: (app: Application) => void = () => {}): Application {
    const app = express()
    app.use(redactResponses({ registry }))
    prepare(app)
    app.get('/things/:id', handler)
    return app
  }

  function plain(handler: RequestHandler, prepare: (app: Application) => void = () => {}): Application {
    const app = express()
    prepare(app)
    app.get('/things/:id', handler)
    return app
  }

  const headersOf = (response: request.Response) => ({ ...response.headers, date: '' })

  test.each<[string, (text: string) => RequestHandler]>([
    ['json', (text) => (_, response) => void response.json({ a: 1, text, nested: [text] })],
    ['jsonp', (text) => (_, response) => void response.jsonp({ text })],
    ['send of a string', (text) => (_, response) => void response.send(`<p>${text}</p>`)],
    ['send of a Buffer', (text) => (_, response) => void response.send(Buffer.from(text))],
    ['send of an object', (text) => (_, response) => void response.type('json').send({ text })],
    ['send of a long text', (text) => (_, response) => void response.send(`${text}~`.repeat(100))],
    ['status and send', (text) => (_, response) => void response.status(418).type('text').send(text)],
    ['format', (text) => (_, response) => void response.format({ json: () => response.json({ text }) })],
  ])('%s: length and ETag are those of the redacted body', async (_name, handler) => {
    const response = await request(guarded(handler(secret)))
      .get('/things/1?callback=f')
      .buffer()
    const expected = await request(plain(handler(PLACEHOLDER)))
      .get('/things/1?callback=f')
      .buffer()
    expect(response.status).toBe(expected.status)
    expect(response.text ?? response.body.toString()).toBe(expected.text ?? expected.body.toString())
    expect(headersOf(response)).toEqual(headersOf(expected))
    expect(events.every(({ sink, place }) => sink === 'http.body' && place === 'GET /things/:id')).toBe(true)
    expect(events.length).toBeGreaterThan(0)
  })

  test('HEAD and If-None-Match go by the redacted body', async () => {
    const app = guarded((_, response) => void response.json({ secret }))
    const get = await request(app).get('/things/1')
    const head = await request(app).head('/things/1')
    expect(headersOf(head)).toEqual(headersOf(get))
    const again = await request(app).get('/things/1').set('If-None-Match', get.headers.etag!)
    expect(again.status).toBe(304)
    expect(again.text).toBe('')
    const guess = await request(plain((_, response) => void response.json({ secret }))).get('/things/1')
    const probe = await request(app).get('/things/1').set('If-None-Match', guess.headers.etag!)
    expect(probe.status).toBe(200)
    expect(probe.text).toBe(get.text)
    expect(events.length).toBeGreaterThanOrEqual(4)
  })

  test('without a secret If-None-Match and HEAD are as ever', async () => {
    const handler: RequestHandler = (_, response) => void response.json({ a: '~' })
    const { etag } = (await request(plain(handler)).get('/things/1')).headers
    for (const method of ['get', 'head'] as const) {
      for (const match of [etag!, 'W/"other"']) {
        const [actual, expected] = await Promise.all(
          [guarded(handler), plain(handler)].map((app) =>
            request(app)[method]('/things/1').set('If-None-Match', match),
          ),
        )
        expect(actual!.status).toBe(expected!.status)
        expect(headersOf(actual!)).toEqual(headersOf(expected!))
      }
    }
  })

  test('JSON stays JSON when the secret is a number, has escapes, or is JSON itself', async () => {
    const number = fakeNumber('express')
    const odd = `a"\\\n${fakeSecret('odd')}`
    const json = JSON.stringify({ id: fakeSecret('json'), other: [1, 2] })
    registry.add('NUMBER', String(number))
    registry.add('ODD', odd)
    registry.add('JSON', json)
    const app = guarded(
      (_, response) =>
        void response.json({ number, odd, inner: JSON.stringify({ odd }), at: JSON.parse(json), end: 1 }),
    )
    const { body } = await request(app).get('/things/1')
    expect(body).toMatchObject({ number: '[REDACTED:NUMBER]', odd: '[REDACTED:ODD]', end: 1 })
    expect(JSON.parse(body.inner)).toEqual({ odd: '[REDACTED:ODD]' })
    expect(registry.matcher().test(JSON.stringify(body))).toBe(false)
  })

  test('escapes that Express adds do not hide it', async () => {
    const odd = `<${fakeSecret('tag')}&>`
    registry.add('ODD', odd)
    const app = guarded(
      (_, response) => void response.json({ odd }),
      (each) => each.set('json escape', true),
    )
    const { body } = await request(app).get('/things/1')
    expect(body).toEqual({ odd: '[REDACTED:ODD]' })
  })

  test('redirect, location and cookies', async () => {
    const odd = `${secret}/ä?&=`
    registry.add('ODD', odd)
    const app = guarded((_, response) => {
      response.cookie('session', odd, { httpOnly: true }).cookie('json', { odd })
      response.redirect(`https://example.com/?key=${secret}&odd=${encodeURIComponent(odd)}`)
    })
    const response = await request(app).get('/things/1').redirects(0)
    expect(response.headers.location).toBe(`https://example.com/?key=${PLACEHOLDER}&odd=[REDACTED:ODD]`)
    expect(response.text).toContain(PLACEHOLDER)
    expect(response.headers['set-cookie']![0]).toBe('session=[REDACTED:ODD]; Path=/; HttpOnly')
    expect(registry.matcher().test(JSON.stringify(response.headers) + response.text)).toBe(false)
  })

  test.each(['development', 'production'])('error pages (%s)', async (env) => {
    // Express prints the error too, which is not what is tested here.
    const print = vi.spyOn(console, 'error').mockImplementation(() => {})
    const app = guarded(
      () => {
        throw Object.assign(new Error(`could not connect with ${secret}`), { status: 502 })
      },
      (each) => each.set('env', env).set('x-powered-by', false),
    )
    const response = await request(app).get('/things/1')
    expect(response.status).toBe(502)
    expect(response.text).not.toContain(secret)
    expect(Number(response.headers['content-length'])).toBe(Buffer.byteLength(response.text))
    const missing = await request(app).get(`/missing/${secret}`)
    expect(missing.status).toBe(404)
    expect(missing.text).toContain(PLACEHOLDER)
    // No route is known there, and the URL is no place to be told.
    expect(events.at(-1)).toMatchObject({ place: 'GET' })
    print.mockRestore()
  })

  test('render', async () => {
    writeFileSync(join(folder, 'page.ejs'), '<p><%= text %></p><%- text %>')
    const odd = `<${secret}>&"'`
    registry.add('ODD', odd)
    const app = guarded(
      (_, response) => response.render('page', { text: odd }),
      (each) => each.set('views', folder).set('view engine', 'ejs'),
    )
    const response = await request(app).get('/things/1')
    expect(response.text).toBe('<p>[REDACTED:ODD]</p>[REDACTED:ODD]')
    expect(Number(response.headers['content-length'])).toBe(response.text.length)
  })

  describe('files', () => {
    const clean = join(folder, 'clean.txt')
    const dirty = join(folder, 'dirty.txt')
    writeFileSync(clean, '~ü'.repeat(60_000))
    writeFileSync(dirty, `${'~'.repeat(65_530)}${secret}${'~'.repeat(70_000)}`)
    const send =
      (path: string, how: 'sendFile' | 'download'): RequestHandler =>
      (_, response) =>
        response[how](path)

    test.each(['sendFile', 'download'] as const)('%s of a clean file is as ever', async (how) => {
      const asks: Record<string, string>[] = [{}, { Range: 'bytes=3-70000' }, { Range: 'bytes=999999-' }]
      const first = await request(plain(send(clean, how))).get('/things/1')
      asks.push(
        { 'If-None-Match': first.headers.etag! },
        { 'If-Modified-Since': first.headers['last-modified']! },
      )
      asks.push({ Range: 'bytes=0-9', 'If-Range': '"other"' })
      for (const headers of asks) {
        for (const method of ['get', 'head'] as const) {
          const [actual, expected] = await Promise.all(
            [guarded(send(clean, how)), plain(send(clean, how))].map((app) =>
              request(app)[method]('/things/1').set(headers),
            ),
          )
          expect(actual!.status).toBe(expected!.status)
          expect(headersOf(actual!)).toEqual(headersOf(expected!))
          // Pages of errors have paths in them, and these are not the same.
          if (expected!.status < 400) expect(actual!.text).toBe(expected!.text)
        }
      }
    })

    test('a file with a secret keeps its length, and so do its ranges', async () => {
      const app = guarded(send(dirty, 'sendFile'))
      const whole = await request(app).get('/things/1')
      expect(whole.text).toBe(
        '~'.repeat(65_530) + PLACEHOLDER.padEnd(secret.length, '*') + '~'.repeat(70_000),
      )
      for (const [first, last] of [
        [65_535, 65_540],
        [0, 65_533],
        [65_550, 65_600],
      ] as const) {
        const part = await request(app).get('/things/1').set('Range', `bytes=${first}-${last}`)
        expect(part.status).toBe(206)
        expect(part.text).toBe(whole.text.slice(first, last + 1))
      }
    })

    test('static files', async () => {
      const app = express()
      app.use(redactResponses({ registry }))
      app.use(express.static(folder))
      expect((await request(app).get('/dirty.txt')).text).not.toContain(secret.slice(0, 12))
      expect((await request(app).get('/clean.txt')).text).toBe('~ü'.repeat(60_000))
    })
  })

  describe('where it is put', () => {
    const leak: RequestHandler = (_, response) => void response.type('text').send(secret)
    const textOf = async (app: Application, path = '/things/1') => (await request(app).get(path)).text

    test('below a path, the rest is left alone', async () => {
      const app = express()
      app.use('/api', redactResponses({ registry }))
      app.get('/api/things', leak).get('/things', leak)
      expect(await textOf(app, '/api/things')).toBe(PLACEHOLDER)
      expect(await textOf(app, '/things')).toBe(secret)
    })

    test('sub-applications and routers below it, mounted or called, are guarded too', async () => {
      const sub = express()
      sub.get('/things/:id', leak)
      const router = express.Router({ mergeParams: true })
      router.get('/things/:thing', leak)
      const called = express()
      called.get('/things/:id', leak)
      const app = express()
      app.use(redactResponses({ registry }))
      app.use('/sub', sub)
      app.use('/of/:owner', router)
      app.use((incoming, response, next) => called(incoming, response, next))
      for (const path of ['/sub/things/1', '/of/me/things/1', '/things/1'])
        expect(await textOf(app, path)).toBe(PLACEHOLDER)
      expect(events.map(({ place }) => place)).toEqual([
        'GET /sub/things/:id',
        'GET /of/:param/things/:thing',
        'GET /things/:id',
      ])
    })

    test('put twice it works once, and the later mode counts', async () => {
      const app = express()
      app.use(redactResponses({ registry }), redactResponses({ registry }))
      app.use('/blocked', redactResponses({ registry, mode: 'block' }))
      app.get('/blocked/things', leak).get('/things', leak)
      expect(await textOf(app, '/things')).toBe(PLACEHOLDER)
      expect(events.length).toBe(1)
      expect((await request(app).get('/blocked/things')).status).toBe(500)
    })

    test('two registries are refused', async () => {
      const app = express()
      app.use(redactResponses({ registry }), redactResponses({ registry: createRegistry() }))
      app.get('/things', leak)
      const response = await request(app).get('/things')
      expect(response.status).toBe(500)
      expect(response.text).toContain('one registry')
    })

    test.each(['/things/1', '/things/2'])('block says nothing of the secret (%s)', async (path) => {
      const app = express()
      app.use(redactResponses({ registry, mode: 'block' }))
      app.get('/things/:id', leak)
      for (const method of ['get', 'head'] as const) {
        const response = await request(app)[method](path).set('If-None-Match', 'W/"x"')
        expect(response.status).toBe(500)
        expect(response.headers.etag).toBeUndefined()
      }
    })
  })
})
