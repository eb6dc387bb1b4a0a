import { redactText } from '@tacet/runtime'
import { expect, test } from 'vitest'
import { request } from '../helpers/raw-http.ts'
import type { Handler } from './http-bodies.ts'
import { type HttpAdapter, Scene } from './http-scene.ts'

const PLACEHOLDER = '[REDACTED:API_KEY]'

/** Status line, headers, early hints and trailers. */
export function describeHeads(adapter: HttpAdapter): void {
  const ways: readonly [name: string, send: (value: string) => Handler][] = [
    ['setHeader', (value) => (_, response) => void response.setHeader('X-Own', value).end()],
    [
      'setHeaders',
      (value) => (_, response) => void response.setHeaders(new Map([['X-Own', value]])).end('x'),
    ],
    ['appendHeader', (value) => (_, response) => void response.appendHeader('X-Own', value).end('x')],
    [
      'writeHead with an object',
      (value) => (_, response) => void response.writeHead(200, { 'X-Own': value }).end(),
    ],
    [
      'writeHead with a list',
      (value) => (_, response) => void response.writeHead(200, ['X-Own', value]).end(),
    ],
    [
      'writeHead with a message and flushHeaders',
      (value) => (_, response) => {
        response.writeHead(200, 'Fine', { 'X-Own': [value] })
        response.flushHeaders()
        response.end('x')
      },
    ],
    [
      'setHeader and a stream',
      (value) => (_, response) => {
        response.setHeader('X-Own', value)
        response.write('x')
        response.end('y')
      },
    ],
    [
      'setHeader and 204',
      (value) => (_, response) => void response.setHeader('X-Own', value).writeHead(204).end(),
    ],
    [
      'setHeader and 304',
      (value) => (_, response) => void response.setHeader('X-Own', value).writeHead(304).end(),
    ],
  ]
  test.each(ways)('a header by %s', async (_name, send) => {
    const scene = new Scene(adapter)
    const response = await scene.response(send(`key=${scene.secret}; path=/`))
    expect(response.headers['x-own']).toEqual([`key=${PLACEHOLDER}; path=/`])
    expect(response.complete).toBe(true)
    expect(scene.events).toMatchObject([{ name: 'API_KEY', sink: 'http.header', place: adapter.place }])
  })

  test.each(ways)('a header by %s without a secret is as it was', async (_name, send) => {
    const { plain, guarded } = await new Scene(adapter).both(send('key=nothing; path=/'))
    expect(guarded).toBe(plain)
  })

  test('each of several cookies, also in percent form', async () => {
    const scene = new Scene(adapter)
    const password = `${scene.secret}/+ä&?`
    scene.registry.add('PASSWORD', password)
    const response = await scene.response((_, out) => {
      out.setHeader('Set-Cookie', [`a=${scene.secret}`, `b=${encodeURIComponent(password)}; HttpOnly`, 'c=1'])
      out.end()
    })
    expect(response.headers['set-cookie']).toEqual([
      `a=${PLACEHOLDER}`,
      'b=[REDACTED:PASSWORD]; HttpOnly',
      'c=1',
    ])
  })

  test('a value that is UTF-8 byte by byte', async () => {
    const scene = new Scene(adapter)
    const value = `pass-wörd-${scene.secret.slice(0, 8)}-ß`
    scene.registry.add('WORD', value)
    const response = await scene.response((_, out) => {
      out.setHeader('X-Own', Buffer.from(value).toString('latin1')).end()
    })
    expect(response.headers['x-own']).toEqual(['[REDACTED:WORD]'])
  })

  test('a header whose name has a secret is left out', async () => {
    const scene = new Scene(adapter)
    const response = await scene.response((_, out) => {
      out.setHeader(`X-${scene.secret}`, 'value').setHeader('X-After', '1').end('body')
    })
    expect(scene.leaks(response.head)).toBe(false)
    expect(response.head).not.toContain('X-: ')
    expect(response.headers['x-after']).toEqual(['1'])
    expect(response.body.toString()).toBe('body')
  })

  test.each(['Date', 'Connection', 'Keep-Alive', 'Content-Type', 'ETag'])('a secret in %s', async (name) => {
    const scene = new Scene(adapter)
    const response = await scene.response(
      (_, out) => void out.setHeader(name, `close, ${scene.secret}`).end('x'),
    )
    expect(response.headers[name.toLowerCase()]).toContain(`close, ${PLACEHOLDER}`)
    expect(scene.leaks(response.head)).toBe(false)
  })

  test('framing survives a secret that looks like it', async () => {
    const scene = new Scene(adapter)
    scene.registry.add('NUMBER', '1234567', { minLength: 1 })
    scene.registry.add('WORD', 'keep-alive', { minLength: 1 })
    const response = await scene.response((_, out) => {
      out.writeHead(200, { 'X-Number': '1234567' }).end('~'.repeat(1_234_567))
    })
    expect(response.complete).toBe(true)
    expect(response.body.length).toBe(1_234_567)
  })

  test('the status message', async () => {
    const scene = new Scene(adapter)
    const ways: Handler[] = [
      (_, out) =>
        void Object.assign(out, { statusCode: 400, statusMessage: `No ${scene.secret} here` }).end('x'),
      (_, out) => void out.writeHead(400, `No ${scene.secret} here`).end('x'),
    ]
    for (const way of ways) {
      const response = await scene.response(way)
      expect(response.statusLine).toBe(`HTTP/1.1 400 No ${PLACEHOLDER} here`)
    }
    expect(scene.events.map(({ sink }) => sink)).toEqual(['http.status', 'http.status'])
  })

  test('trailers, whenever they were added', async () => {
    const scene = new Scene(adapter)
    const late = `${scene.secret.slice(9)}${scene.secret.slice(0, 9)}`
    const response = await scene.response((_, out) => {
      out.setHeader('Trailer', 'X-End, X-Late')
      out.write('x')
      out.addTrailers({ 'X-End': `a ${scene.secret}`, 'X-Late': late })
      scene.registry.add('LATE', late)
      out.end('y')
    })
    expect(response.complete).toBe(true)
    expect(response.trailers).toBe(`X-End: a ${PLACEHOLDER}\r\nX-Late: [REDACTED:LATE]\r\n\r\n`)
    expect(scene.events.map(({ sink }) => sink)).toEqual(['http.trailer', 'http.trailer'])
  })

  test('early hints', async () => {
    const scene = new Scene(adapter)
    const raw = await scene.raw(
      (_, out) => {
        const hints = {
          link: [`</a?${scene.secret}>; rel=preload`, '</b>; rel=preload'],
          'x-own': scene.secret,
        }
        out.writeEarlyHints(hints, () => out.end('done'))
      },
      { registry: scene.registry },
    )
    const [hints, final] = raw.toString().split('\r\n\r\n')
    expect(hints).toBe(
      `HTTP/1.1 103 Early Hints\r\nLink: </a?${PLACEHOLDER}>; rel=preload, </b>; rel=preload\r\nx-own: ${PLACEHOLDER}`,
    )
    expect(final).toContain('HTTP/1.1 200 OK')
  })

  test('early hints without a secret are as they were', async () => {
    const { plain, guarded } = await new Scene(adapter).both((_, out) => {
      out.writeEarlyHints({ link: '</b>; rel=preload', 'x-own': 'c' }, () => out.end('done'))
    })
    expect(guarded).toBe(plain)
  })

  test('HEAD has no body, and the headers are redacted', async () => {
    const scene = new Scene(adapter)
    for (const end of [
      (out: { end(body?: string): void }) => out.end(`a${scene.secret}`),
      (out: { end(): void }) => out.end(),
    ]) {
      const response = await scene.response(
        (_, out) => {
          out.setHeader('X-Own', scene.secret)
          end(out)
        },
        { method: 'HEAD' },
      )
      expect(response.headers['x-own']).toEqual([PLACEHOLDER])
      expect(response.complete).toBe(true)
    }
  })

  test('HEAD tells the length of the redacted body', async () => {
    const scene = new Scene(adapter)
    const handler: Handler = (_, out) => {
      out.setHeader('Content-Length', 1 + scene.secret.length)
      out.end(`a${scene.secret}`)
    }
    const [get, head] = [await scene.response(handler), await scene.response(handler, { method: 'HEAD' })]
    expect(get.headers['content-length']).toEqual([String(`a${PLACEHOLDER}`.length)])
    expect(head.headers['content-length']).toEqual(get.headers['content-length'])
  })

  test('what Node refuses is refused as before, and another answer may follow', async () => {
    const scene = new Scene(adapter)
    const codes: unknown[] = []
    const attempt = (act: () => void): void => {
      try {
        act()
      } catch (error) {
        codes.push((error as { code?: string }).code)
      }
    }
    const response = await scene.response((_, out) => {
      attempt(() => out.writeHead(200, { 'X-Bad': 'a\nb', 'Content-Encoding': 'unheard-of' }))
      attempt(() => out.writeHead(99))
      attempt(() => out.write(null))
      attempt(() => out.end(5))
      out.removeHeader('Content-Encoding')
      out.writeHead(500)
      attempt(() => out.setHeader('X-Late', '1'))
      attempt(() => out.writeHead(200))
      expect(out.headersSent).toBe(true)
      out.end(`page ${scene.secret}`)
    })
    expect(codes).toEqual([
      'ERR_INVALID_CHAR',
      'ERR_HTTP_INVALID_STATUS_CODE',
      'ERR_STREAM_NULL_VALUES',
      'ERR_INVALID_ARG_TYPE',
      'ERR_HTTP_HEADERS_SENT',
      'ERR_HTTP_HEADERS_SENT',
    ])
    expect(response.body.toString()).toBe(redactText(`page ${scene.secret}`, { registry: scene.registry }))
  })

  test.each(['write', 'end', 'writeHead'] as const)(
    'an error page after a %s that Node refused',
    async (how) => {
      const scene = new Scene(adapter)
      const page = `page ${scene.secret}`
      const response = await scene.response((_, out) => {
        out.statusMessage = 'not\nvalid'
        expect(() => (how === 'writeHead' ? out.writeHead(200) : out[how]('something else'))).toThrow()
        out.statusMessage = 'Sorry'
        out.setHeader('Content-Length', page.length)
        out.end(page)
      })
      expect(response.body.toString()).toBe(`page ${PLACEHOLDER}`)
      expect(response.complete).toBe(true)
    },
  )

  test('digests and validators of what was taken out do not leave', async () => {
    const scene = new Scene(adapter)
    const response = await scene.response((_, out) => {
      out.writeHead(200, {
        ETag: '"own"',
        'Content-MD5': 'x',
        'Repr-Digest': 'y',
        'Content-Type': 'text/plain',
      })
      out.end(scene.secret)
    })
    expect(Object.keys(response.headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/etag|md5|digest/)]),
    )
    expect(response.headers['content-type']).toEqual(['text/plain'])
  })

  test('pipelined requests are answered in their order, each redacted', async () => {
    const scene = new Scene(adapter)
    const texts =
      request('/things/1', { headers: { Connection: 'keep-alive', 'X-N': 'a' } }) +
      request('/things/1', { headers: { 'X-N': 'b' } })
    const raw = await scene.raw(
      (incoming, out) => {
        const answer = (): void => void out.end(`${incoming.headers['x-n']} ${scene.secret}\n`)
        if (incoming.headers['x-n'] === 'a') setImmediate(answer)
        else answer()
      },
      { registry: scene.registry },
      texts,
    )
    expect(raw.toString().match(/^[ab] .*$/gm)).toEqual([`a ${PLACEHOLDER}`, `b ${PLACEHOLDER}`])
  })
}
