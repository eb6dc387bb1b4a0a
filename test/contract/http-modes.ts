import zlib from 'node:zlib'
import { redactText } from '@tacet/runtime'
import { describe, expect, test } from 'vitest'
import { decoded } from '../helpers/raw-http.ts'
import { bodyWays, type Handler } from './http-bodies.ts'
import { type HttpAdapter, Scene } from './http-scene.ts'

const PLAIN_500 = 'Internal Server Error'

/** Handlers that let a secret out, before anything is sent. */
function leaks({ secret }: Scene): Record<string, Handler> {
  return {
    'body at once': (_, out) => void out.end(`x ${secret}`),
    'body in writeHead': (_, out) =>
      void out.writeHead(200, { 'Content-Length': 2 + secret.length }).end(`x ${secret}`),
    'first chunk': (_, out) => {
      out.write(`x ${secret}`)
      out.write('more')
      out.end('rest', () => {})
    },
    'sized stream': (_, out) => {
      out.setHeader('Content-Length', secret.length)
      out.write(secret)
      out.end()
    },
    'gzip at once': (_, out) => void out.setHeader('Content-Encoding', 'gzip').end(zlib.gzipSync(secret)),
    'gzip in pieces': (_, out) => {
      const body = zlib.gzipSync(secret)
      out.setHeader('Content-Encoding', 'gzip')
      out.write(body.subarray(0, 9))
      out.end(body.subarray(9))
    },
    header: (_, out) => void out.setHeader('X-Own', secret).end('body'),
    'header and stream': (_, out) => {
      out.setHeader('X-Own', secret)
      out.write('body')
      setImmediate(() => out.end('more'))
    },
    'flushed header': (_, out) => {
      out.setHeader('X-Own', secret)
      out.flushHeaders()
      setImmediate(() => out.end('more'))
    },
    'status message': (_, out) => void out.writeHead(200, secret).end('body'),
    trailer: (_, out) => {
      out.setHeader('Trailer', 'X-End')
      out.addTrailers({ 'X-End': secret })
      out.write('x')
      out.end('y')
    },
    'early hints': (_, out) =>
      out.writeEarlyHints({ link: `</${secret}>; rel=preload` }, () => out.end('body')),
  }
}

export function describeModes(adapter: HttpAdapter): void {
  describe('block', () => {
    test.each(Object.keys(leaks(new Scene(adapter))))(
      'a secret in the %s makes a plain 500',
      async (name) => {
        const scene = new Scene(adapter)
        const response = await scene.response(leaks(scene)[name]!, { mode: 'block' })
        expect(response.statusLine).toBe(`HTTP/1.1 500 ${PLAIN_500}`)
        expect(response.body.toString()).toBe(PLAIN_500)
        expect(response.complete).toBe(true)
        expect(response.headers).toMatchObject({
          'content-type': ['text/plain; charset=utf-8'],
          'content-length': [String(PLAIN_500.length)],
        })
        expect(Object.keys(response.headers).sort()).toEqual(
          ['cache-control', 'connection', 'content-length', 'content-type', 'date'].sort(),
        )
        expect(scene.events.length).toBeGreaterThan(0)
      },
    )

    test('to HEAD, without a body', async () => {
      const scene = new Scene(adapter)
      const response = await scene.response((_, out) => void out.setHeader('X-Own', scene.secret).end(), {
        mode: 'block',
        method: 'HEAD',
      })
      expect(response.statusLine).toContain('500')
      expect(response.complete).toBe(true)
    })

    test.each(['10', undefined])(
      'after something was sent the connection breaks (length: %s)',
      async (length) => {
        const scene = new Scene(adapter)
        let closed: Promise<unknown> | undefined
        const response = await scene.response(
          (_, out) => {
            closed = new Promise((resolve) => out.once('close', resolve))
            if (length) out.setHeader('Content-Length', scene.secret.length + 1)
            out.write('~', () => {
              out.write(scene.secret)
              out.end('never')
            })
          },
          { mode: 'block' },
        )
        expect(response.body.toString()).toBe('~')
        expect(response.complete).toBe(false)
        await closed
      },
    )

    test('without a secret nothing is blocked', async () => {
      const scene = new Scene(adapter)
      for (const { send } of bodyWays) {
        const response = await scene.response(send(Buffer.from('~ü~'.repeat(9))), { mode: 'block' })
        expect(response.statusLine).toMatch(/^HTTP\/1.1 200/)
        expect(decoded(response)).toBe('~ü~'.repeat(9))
      }
    })
  })

  test.each(bodyWays)('observe: $name is sent as it is, and told', async ({ send }) => {
    const scene = new Scene(adapter)
    const handler = send(Buffer.from(`~ ${scene.secret} ~`))
    const plain = await scene.raw(handler)
    const observed = await scene.raw(handler, { registry: scene.registry, mode: 'observe' })
    const undated = (raw: Buffer) => raw.toString('latin1').replace(/^Date: .*$/m, '')
    expect(undated(observed)).toBe(undated(plain))
    // What is encoded is read on the side, maybe after it was sent.
    if (scene.events.length === 0) await new Promise((resolve) => scene.registry.on('redaction', resolve))
    expect(scene.events).toMatchObject([{ sink: 'http.body', place: adapter.place }])
  })

  test('observe: headers, status message and trailers too', async () => {
    const scene = new Scene(adapter)
    const handler: Handler = (_, out) => {
      out.writeHead(200, scene.secret, { 'X-Own': scene.secret, Trailer: 'X-End' })
      out.write('x')
      out.addTrailers({ 'X-End': scene.secret })
      out.end()
    }
    const response = await scene.response(handler, { mode: 'observe' })
    expect(
      [response.statusLine, response.headers['x-own']?.[0], response.trailers].map((part) =>
        scene.leaks(part!),
      ),
    ).toEqual([true, true, true])
    expect(new Set(scene.events.map(({ sink }) => sink))).toEqual(
      new Set(['http.status', 'http.header', 'http.trailer']),
    )
  })

  describe('what cannot be read', () => {
    const odd =
      (coding: string, body: Buffer | string, streamed: boolean): Handler =>
      (_, out) => {
        out.setHeader('Content-Encoding', coding)
        if (streamed) out.write(body)
        out.end(streamed ? undefined : body)
      }

    test.each([
      ['an unknown encoding', 'aes128gcm', false],
      ['an unknown encoding', 'aes128gcm', true],
      ['an encoding that is not what it says', 'gzip', false],
      ['an encoding that is not what it says', 'gzip', true],
      ['a truncated encoding', 'br', true],
    ])('%s (%s, streamed: %s) is withheld', async (_name, coding, streamed) => {
      const scene = new Scene(adapter)
      const withheld: string[] = []
      scene.registry.on('withheld', ({ sink }) => withheld.push(sink))
      const body = coding === 'br' ? zlib.brotliCompressSync('~'.repeat(999)).subarray(0, -3) : scene.secret
      const response = await scene.response(odd(coding, body, streamed))
      expect(scene.leaks(response.body)).toBe(false)
      expect(response.complete && response.statusLine.includes(' 200 ')).toBe(false)
      expect(withheld).toEqual(['http.body'])
    })

    test('an unknown encoding passes if that was asked for', async () => {
      const scene = new Scene(adapter)
      for (const streamed of [true, false]) {
        const response = await scene.response(odd('aes128gcm', 'opaque', streamed), { unreadable: 'pass' })
        expect(response.body.toString()).toBe('opaque')
      }
    })
  })

  test('a body encoded twice', async () => {
    const scene = new Scene(adapter)
    const response = await scene.response((_, out) => {
      out.setHeader('Content-Encoding', 'deflate, gzip')
      out.end(zlib.gzipSync(zlib.deflateSync(`a ${scene.secret}`)))
    })
    expect(zlib.inflateSync(zlib.gunzipSync(response.body)).toString()).toBe(
      redactText(`a ${scene.secret}`, { registry: scene.registry }),
    )
  })
}
