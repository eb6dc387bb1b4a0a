import zlib from 'node:zlib'
import { createRegistry } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/express'
import compression from 'compression'
import type { Application, RequestHandler, Response } from 'express'
import { describe, expect, test } from 'vitest'
import { expressVersions } from '../../helpers/express.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { Connection, decoded, exchange, parse, serving, request as text } from '../../helpers/raw-http.ts'

type Flushable = Response & { flush(): void }

const PLACEHOLDER = '[REDACTED:API_KEY]'
const LONG = '~ü~'.repeat(1000)

describe.each(expressVersions)('express $version', ({ express }) => {
  const secret = fakeSecret('compression')

  function app(order: string, handler: RequestHandler, mode: 'redact' | 'block' = 'redact'): Application {
    const registry = createRegistry()
    registry.add('API_KEY', secret)
    const guard = redactResponses({ registry, mode })
    const each = express()
    if (order === 'before') each.use(compression(), guard)
    if (order === 'after') each.use(guard, compression())
    if (order === 'alone') each.use(compression())
    each.get('/', handler)
    return each
  }

  async function answer(order: string, coding: string, handler: RequestHandler, mode?: 'redact' | 'block') {
    const headers = { 'Accept-Encoding': coding }
    const raw = await serving(app(order, handler, mode), (port) => exchange(port, text('/', { headers })))
    return parse(raw)
  }

  const handlers: Record<string, (body: string) => RequestHandler> = {
    json: (body) => (_, response) => void response.json({ body }),
    send: (body) => (_, response) => void response.send(body),
    end: (body) => (_, response) => void response.type('text').end(body),
    'writeHead and end': (body) => (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(body) })
      response.end(body)
    },
    pieces: (body) => (_, response) => {
      response.type('text')
      for (const character of body) response.write(character)
      response.end()
    },
    'writeHead and pieces': (body) => (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain' })
      response.write(body.slice(0, 3010))
      response.end(body.slice(3010))
    },
    'not compressible': (body) => (_, response) => void response.type('png').send(Buffer.from(body)),
  }

  test.each(['before', 'after'])('compression %s: the ETag tells nothing of the secret', async (order) => {
    const etagOf = async (body: string) => (await answer(order, 'gzip', handlers.json!(body))).headers.etag
    const plain = express()
    plain.get('/', handlers.json!(`${LONG}${secret}`))
    const raw = await serving(plain, (port) => exchange(port, text('/')))
    const hash = String(parse(raw).headers.etag).replace(/^W\//, '')
    expect(String(await etagOf(`${LONG}${secret}`))).not.toContain(hash)
    expect(await etagOf(`${LONG}${secret}`)).toEqual(await etagOf(`${LONG}${PLACEHOLDER}`))
  })

  describe.each(['before', 'after'])('compression %s', (order) => {
    describe.each(['gzip', 'deflate', 'br', 'identity'])('a client for %s', (coding) => {
      test.each(Object.keys(handlers))('%s', async (name) => {
        const handler = handlers[name]!
        const dirty = await answer(order, coding, handler(`${LONG}${secret}${LONG}`))
        const compressed = coding !== 'identity' && name !== 'not compressible'
        expect(dirty.headers['content-encoding']).toEqual(compressed ? [coding] : undefined)
        expect(dirty.complete).toBe(true)
        const expected = await answer('alone', coding, handler(`${LONG}${PLACEHOLDER}${LONG}`))
        expect(decoded(dirty)).toBe(decoded(expected))
        const clean = await answer(order, coding, handler(LONG))
        const alone = await answer('alone', coding, handler(LONG))
        expect(decoded(clean)).toBe(decoded(alone))
        // What was compressed below the guard is compressed again, and its length may differ.
        if (order === 'before' || !compressed) expect(undated(clean.head)).toBe(undated(alone.head))
      })
    })

    test('a short body, which is not compressed, is as ever', async () => {
      const clean = await answer(order, 'gzip', handlers.json!('~'))
      expect(undated(clean.head)).toBe(undated((await answer('alone', 'gzip', handlers.json!('~'))).head))
      expect(decoded(await answer(order, 'gzip', handlers.json!(secret)))).toBe(`{"body":"${PLACEHOLDER}"}`)
    })

    test('block', async () => {
      for (const name of ['json', 'end', 'pieces', 'writeHead and pieces']) {
        const response = await answer(order, 'gzip', handlers[name]!(`${secret}${LONG}`), 'block')
        expect(decoded(response).includes(secret)).toBe(false)
        if (name === 'json' || name === 'end') {
          expect(response.statusLine).toContain('500')
          expect(response.body.toString()).toBe('Internal Server Error')
        }
      }
    })

    test('events leave when they are flushed', async () => {
      let start = (_: Flushable): void => {}
      const started = new Promise<Flushable>((resolve) => {
        start = resolve
      })
      const service = app(order, (_, response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' })
        start(response as Flushable)
      })
      await serving(service, async (port) => {
        const connection = new Connection(port)
        connection.send(text('/', { headers: { 'Accept-Encoding': 'gzip' } }))
        const out = await started
        for (const [index, event] of ['data: ~1\n\n', `data: ${secret}\n\n`, 'data: ~3\n\n'].entries()) {
          out.write(event)
          out.flush()
          await connection.until((received) => eventsIn(received).split('\n\n').length === index + 2)
        }
        out.end()
        const all = await connection.until((received) => received.endsWith('\r\n0\r\n\r\n'))
        expect(decoded(parse(Buffer.from(all, 'latin1')))).toBe(
          `data: ~1\n\ndata: ${PLACEHOLDER}\n\ndata: ~3\n\n`,
        )
        connection.close()
      })
    })
  })
})

function undated(head: string): string {
  return head.replace(/^Date: .*$/m, '')
}

/** What can be read so far of a body in gzip that is not over. */
function eventsIn(received: string): string {
  const { body } = parse(Buffer.from(received, 'latin1'))
  if (body.length === 0) return ''
  return zlib.gunzipSync(body, { finishFlush: zlib.constants.Z_SYNC_FLUSH }).toString()
}
