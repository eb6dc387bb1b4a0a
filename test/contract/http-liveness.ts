import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { PassThrough, Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import zlib from 'node:zlib'
import { expect, test } from 'vitest'
import { fakeSecret } from '../helpers/fake-secret.ts'
import { Connection, exchange, parse, request, serving } from '../helpers/raw-http.ts'
import type { Handler } from './http-bodies.ts'
import { type HttpAdapter, Scene } from './http-scene.ts'

const PLACEHOLDER = '[REDACTED:API_KEY]'

/** That nothing waits that need not, nothing hangs, and what is long takes no memory. */
export function describeLiveness(adapter: HttpAdapter): void {
  /** Runs with the response of a handler that does nothing by itself, and the connection that reads it. */
  async function conversing(
    scene: Scene,
    talk: (out: ServerResponse, connection: Connection) => Promise<void>,
    text = request('/things/1', { headers: { Connection: 'keep-alive' } }),
  ): Promise<void> {
    const handlers: ((out: ServerResponse) => void)[] = []
    const app = adapter.app((_, out) => handlers.shift()?.(out), { registry: scene.registry })
    await serving(app, async (port) => {
      const connection = new Connection(port)
      const response = new Promise<ServerResponse>((resolve) => handlers.push(resolve))
      connection.send(text)
      await talk(await response, connection)
      connection.close()
    })
  }

  test('server-sent events leave at once, a secret in them redacted', async () => {
    const scene = new Scene(adapter)
    await conversing(scene, async (out, connection) => {
      out.writeHead(200, { 'Content-Type': 'text/event-stream' })
      out.flushHeaders()
      await connection.until((text) => text.endsWith('\r\n\r\n'))
      for (const event of ['data: ~1\n\n', `data: ${scene.secret}\n\n`, 'data: ~3\n\n']) {
        out.write(event)
        await connection.until((text) => text.includes(event.replace(scene.secret, PLACEHOLDER)))
      }
      out.write(`data: ${scene.secret.slice(0, 9)}`)
      await connection.until((text) => text.endsWith('data: \r\n'))
      out.end('!')
      await connection.until((text) => text.endsWith('0\r\n\r\n'))
    })
  })

  test.each(['gzip', 'br', 'deflate'])('events in %s leave when they are flushed', async (coding) => {
    const scene = new Scene(adapter)
    const encoder = { gzip: zlib.createGzip, br: zlib.createBrotliCompress, deflate: zlib.createDeflate }[
      coding
    ]!()
    const decoder = { gzip: zlib.createGunzip, br: zlib.createBrotliDecompress, deflate: zlib.createInflate }[
      coding
    ]!()
    const app = adapter.app(
      (_, out) => {
        out.setHeader('Content-Encoding', coding)
        out.flushHeaders()
        encoder.pipe(out)
      },
      { registry: scene.registry },
    )
    await serving(app, async (port) => {
      const answer = await fetchRaw(port)
      answer.body.pipe(decoder)
      decoder.setEncoding('utf8')
      for (const event of ['data: ~1\n\n', `data: ${scene.secret}\n\n`, 'data: ~3\n\n']) {
        encoder.write(event)
        encoder.flush()
        let received = ''
        const expected = event.replace(scene.secret, PLACEHOLDER)
        while (received.length < expected.length) received += String((await once(decoder, 'data'))[0])
        expect(received).toBe(expected)
      }
      encoder.end()
      await once(decoder, 'end')
    })
  })

  test('a secret that is registered in the middle of a stream is redacted from then on', async () => {
    const scene = new Scene(adapter)
    const late = fakeSecret('late')
    await conversing(scene, async (out, connection) => {
      out.write(`~${late}~`)
      await connection.until((text) => text.includes(`~${late}~`))
      scene.registry.add('LATE', late)
      out.write(`!${late}!`)
      out.end()
      const text = await connection.until((received) => received.endsWith('0\r\n\r\n'))
      expect(text.split('!').slice(1).join('')).toContain('[REDACTED:LATE]')
      expect(text.split(late).length).toBe(2)
    })
  })

  test('callbacks are called once each, in order, and finish and close follow', async () => {
    const scene = new Scene(adapter)
    for (const coding of [undefined, 'gzip']) {
      const calls: string[] = []
      let closed: Promise<unknown> = Promise.resolve()
      await scene.response((_, out) => {
        closed = once(out, 'close')
        out.on('finish', () => calls.push('finish'))
        const chunks = ['~', scene.secret.slice(0, 8), '', scene.secret.slice(8), '~'].map((text) =>
          Buffer.from(text),
        )
        if (coding) {
          out.setHeader('Content-Encoding', coding)
          chunks[0] = zlib.gzipSync(Buffer.concat(chunks))
        }
        const count = coding ? 1 : chunks.length
        for (const [index, chunk] of chunks.slice(0, count).entries()) {
          out.write(chunk, () => calls.push(`write ${index}`))
        }
        out.end(() => calls.push('end'))
        expect(out.end()).toBe(out)
      })
      await closed
      expect(calls.filter((call) => call.startsWith('write'))).toEqual(
        Array.from({ length: coding ? 1 : 5 }, (_, index) => `write ${index}`),
      )
      expect(calls.slice(-2).sort()).toEqual(['end', 'finish'])
    }
  })

  test.each([undefined, 'gzip'])(
    'a client that does not read stops the writer (encoding: %s)',
    async (coding) => {
      const scene = new Scene(adapter)
      const chunk = incompressible()
      await conversing(scene, async (out, connection) => {
        connection.pause()
        const target = coding ? zlib.createGzip({ level: 0 }) : undefined
        if (target) {
          out.setHeader('Content-Encoding', 'gzip')
          target.pipe(out)
        }
        const stream = target ?? out
        let written = 0
        while (stream.write(chunk)) {
          await turn()
          written += chunk.length
          expect(written).toBeLessThan(64 << 20)
        }
        const drained = once(stream, 'drain')
        connection.resume()
        await drained
        stream.end('~end~')
        await once(out, 'finish')
      })
    },
  )

  test.each([undefined, 'gzip'])('a client that leaves ends it (encoding: %s)', async (coding) => {
    const scene = new Scene(adapter)
    await conversing(scene, async (out, connection) => {
      if (coding) out.setHeader('Content-Encoding', coding)
      const source = coding ? new PassThrough().on('error', () => {}) : new PassThrough()
      const encoder = coding ? zlib.createGzip() : undefined
      ;(encoder ? source.pipe(encoder) : source).pipe(out)
      source.write(`~${scene.secret}`.repeat(100))
      encoder?.flush()
      await connection.until((text) => text.includes('\r\n\r\n'))
      const closed = once(out, 'close')
      connection.close()
      await closed
      expect(out.destroyed).toBe(true)
      expect(out.write('more')).toBeTypeOf('boolean')
    })
  })

  test('a long stream with secrets at the edges of its chunks', async () => {
    const scene = new Scene(adapter)
    const text = `${'~'.repeat(65_530)}${scene.secret}`
    const rounds = 40
    const handler: Handler = (_, out) => {
      const joined = Buffer.from(text.repeat(rounds))
      const chunks = Array.from({ length: Math.ceil(joined.length / 65_536) }, (_, index) =>
        joined.subarray(index * 65_536, (index + 1) * 65_536),
      )
      Readable.from(chunks).pipe(out)
    }
    const response = await scene.response(handler)
    expect(response.complete).toBe(true)
    expect(response.body.toString() === text.replace(scene.secret, PLACEHOLDER).repeat(rounds)).toBe(true)
    expect(scene.events.length).toBe(rounds)
  })

  test('Expect: 100-continue is answered, and the connection serves the next request', async () => {
    const scene = new Scene(adapter)
    const app = adapter.app((incoming, out) => void incoming.pipe(out), { registry: scene.registry })
    await serving(app, async (port) => {
      const connection = new Connection(port)
      const headers = {
        Connection: 'keep-alive',
        'Content-Length': scene.secret.length,
        Expect: '100-continue',
      }
      connection.send(request('/things/1', { method: 'POST', headers }))
      await connection.until((text) => text.startsWith('HTTP/1.1 100 Continue\r\n\r\n'))
      connection.send(scene.secret)
      await connection.until((text) => text.includes(PLACEHOLDER) && text.endsWith('0\r\n\r\n'))
      connection.send(request('/things/1', { method: 'POST', headers: { 'Content-Length': 1 } }))
      connection.send('~')
      await connection.until((text) => text.endsWith('1\r\n~\r\n0\r\n\r\n'))
      connection.close()
    })
  })

  test('after a blocked response the service goes on', async () => {
    const scene = new Scene(adapter)
    const app = adapter.app(
      (incoming, out) => {
        const source = Readable.from([
          Buffer.from(incoming.headers['x-say'] as string),
          Buffer.alloc(100_000, '~'),
        ])
        source.pipe(out)
      },
      { registry: scene.registry, mode: 'block' },
    )
    await serving(app, async (port) => {
      const say = (text: string) => exchange(port, request('/things/1', { headers: { 'X-Say': text } }))
      expect(parse(await say(scene.secret)).statusLine).toContain('500')
      expect(parse(await say('~')).body.length).toBe(100_001)
    })
  })
}

function incompressible(): Buffer {
  return Buffer.from(Array.from({ length: 2048 }, (_, index) => fakeSecret(`filler ${index % 16}`)).join('~'))
}

async function fetchRaw(port: number): Promise<{ body: Readable }> {
  const { get } = await import('node:http')
  const message = await new Promise<Readable>((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: '/things/1' }, resolve).on('error', reject)
  })
  return { body: message }
}
