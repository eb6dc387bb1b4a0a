import zlib from 'node:zlib'
import { redactResponses } from '@tacet/runtime/http'
import { describe, expect, test } from 'vitest'
import type { Handler } from '../../contract/http-bodies.ts'
import { type HttpAdapter, Scene } from '../../contract/http-scene.ts'
import { fakeNumber } from '../../helpers/fake-secret.ts'
import { decoded, request } from '../../helpers/raw-http.ts'

const PLACEHOLDER = '[REDACTED:API_KEY]'

const adapter: HttpAdapter = {
  name: 'a listener of node:http',
  place: 'GET',
  app: (handler, options) => (options ? redactResponses(handler, options) : handler),
}

/** Sends a body of some type at once. */
const typed =
  (type: string, body: string | Buffer): Handler =>
  (_, response) => {
    response.setHeader('Content-Type', type)
    response.end(body)
  }

// What other tools for the same purpose are known to let out, or to break.
describe('known leaks', () => {
  test.each([
    'application/problem+json',
    'application/vnd.api+json',
    'application/javascript',
    'text/css',
    'image/svg+xml',
    'application/octet-stream',
    'application/xml',
    'multipart/mixed; boundary=x',
    '',
  ])('a body of type "%s"', async (type) => {
    const scene = new Scene(adapter)
    const response = await scene.response(typed(type, `{"key":"${scene.secret}"}`))
    expect(response.body.toString()).toBe(`{"key":"${PLACEHOLDER}"}`)
  })

  test('split over two writes, in the middle of a character of a neighbour', async () => {
    const scene = new Scene(adapter)
    const body = Buffer.from(`ü${scene.secret}ü`)
    for (let cut = 1; cut < body.length; cut++) {
      const response = await scene.response((_, out) => {
        out.write(body.subarray(0, cut))
        out.end(body.subarray(cut))
      })
      expect(response.body.toString()).toBe(`ü${PLACEHOLDER}ü`)
    }
  })

  test('a secret whose beginning is its end, cut there', async () => {
    const scene = new Scene(adapter)
    const bordered = `${scene.secret}${scene.secret.slice(0, 6)}`
    scene.registry.add('BORDERED', bordered)
    const response = await scene.response((_, out) => {
      out.write(`token=${bordered}`)
      out.end()
    })
    expect(response.body.toString()).toBe('token=[REDACTED:BORDERED]')
  })

  test('two secrets that overlap, and one that touches', async () => {
    const scene = new Scene(adapter)
    scene.registry.add('NEXT', `${scene.secret.slice(-9)}-and-more`)
    const text = `${scene.secret}-and-more${scene.secret}`
    const response = await scene.response((_, out) => {
      out.write(text.slice(0, 20))
      out.end(text.slice(20))
    })
    expect(scene.leaks(response.body)).toBe(false)
    expect(response.body.toString()).not.toContain('-and-more')
  })

  test.each(['gzip', 'br', 'deflate'])('an encoded body in end(): %s', async (coding) => {
    const scene = new Scene(adapter)
    const encode = { gzip: zlib.gzipSync, br: zlib.brotliCompressSync, deflate: zlib.deflateSync }[coding]!
    const response = await scene.response((_, out) => {
      out.setHeader('Content-Encoding', coding)
      out.end(encode(`<p>${scene.secret}</p>`))
    })
    expect(decoded(response)).toBe(`<p>${PLACEHOLDER}</p>`)
  })

  test('an encoding that is not understood is withheld, not passed', async () => {
    const scene = new Scene(adapter)
    const response = await scene.response((_, out) => {
      out.setHeader('Content-Encoding', 'compress')
      out.end(scene.secret)
    })
    expect(response.statusLine).toContain('500')
    expect(scene.leaks(response.body)).toBe(false)
  })

  test('an explicit Content-Length does not make the client wait', async () => {
    const scene = new Scene(adapter)
    const response = await scene.response((_, out) => {
      out.setHeader('Content-Length', scene.secret.length)
      out.end(scene.secret)
    })
    expect(response).toMatchObject({ complete: true })
    expect(response.headers['content-length']).toEqual([String(PLACEHOLDER.length)])
  })

  test('base64 in a body, percent form in a redirect', async () => {
    const scene = new Scene(adapter)
    const odd = `${scene.secret}/ä?&=`
    scene.registry.add('ODD', odd)
    const response = await scene.response((_, out) => {
      out.writeHead(302, { Location: `/?next=${encodeURIComponent(odd)}` })
      out.end(Buffer.from(`user:${odd}`).toString('base64'))
    })
    expect(response.headers.location).toEqual(['/?next=[REDACTED:ODD]'])
    expect(scene.leaks(response.body)).toBe(false)
  })

  test('secrets as keys of JSON, and as numbers in it', async () => {
    const scene = new Scene(adapter)
    const number = fakeNumber('known leaks')
    scene.registry.add('NUMBER', String(number))
    const text = JSON.stringify({ [scene.secret]: 1, list: [number, { [scene.secret]: number }] })
    const response = await scene.response(typed('application/json', text))
    expect(JSON.parse(response.body.toString())).toEqual({
      [PLACEHOLDER]: 1,
      list: ['[REDACTED:NUMBER]', { [PLACEHOLDER]: '[REDACTED:NUMBER]' }],
    })
  })

  test('a response of GraphQL: data, errors and extensions', async () => {
    const scene = new Scene(adapter)
    const answer = (text: string) => ({
      data: { me: { token: text } },
      errors: [{ message: `no ${text}`, path: ['me', text], extensions: { stacktrace: [text] } }],
    })
    const response = await scene.response(
      typed('application/graphql-response+json; charset=utf-8', JSON.stringify(answer(scene.secret))),
    )
    expect(JSON.parse(response.body.toString())).toEqual(answer(PLACEHOLDER))
  })

  test('deferred parts of GraphQL, one after the other', async () => {
    const scene = new Scene(adapter)
    const response = await scene.response((_, out) => {
      out.setHeader('Content-Type', 'multipart/mixed; boundary="-"')
      for (const each of ['a', scene.secret, 'b']) {
        out.write(`\r\n---\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ each })}`)
      }
      out.end('\r\n-----\r\n')
    })
    const parts = response.body.toString().split('\r\n---\r\n').slice(1)
    expect(parts.map((part) => part.split('\r\n')[2])).toEqual(
      ['a', PLACEHOLDER, 'b'].map((each) => JSON.stringify({ each })),
    )
  })

  test.each(['latin1', 'utf16le'] as const)('a body in %s', async (charset) => {
    const scene = new Scene(adapter)
    const name = { latin1: 'iso-8859-1', utf16le: 'utf-16le' }[charset]
    const body = Buffer.from(`für ${scene.secret} ß`, charset)
    const response = await scene.response(typed(`text/plain; charset=${name}`, body))
    expect(response.body.toString(charset)).toBe(`für ${PLACEHOLDER} ß`)
  })

  test('Zstandard that stores its content as it is: read where Node can, withheld where it cannot', async () => {
    const scene = new Scene(adapter)
    const response = await scene.response((_, out) => {
      out.setHeader('Content-Encoding', 'zstd')
      out.end(storedByZstandard(Buffer.from(`~ ${scene.secret}`)))
    })
    expect(scene.leaks(response.body)).toBe(false)
    const isRead = 'zstdDecompressSync' in zlib
    expect(response.statusLine).toBe(`HTTP/1.1 ${isRead ? '200 OK' : '500 Internal Server Error'}`)
    if (isRead) expect(decoded(response)).toBe(`~ ${PLACEHOLDER}`)
  })

  test('ranges of one byte do not carry it out', async () => {
    const scene = new Scene(adapter)
    const content = Buffer.from(`~~${scene.secret}~~`)
    const handler: Handler = ({ headers }, out) => {
      const [, first, last] = /bytes=(\d+)-(\d*)/.exec(headers.range ?? '') ?? []
      const end = Math.min(Number(last || content.length - 1), content.length - 1)
      out.writeHead(206, { 'Content-Range': `bytes ${first}-${end}/${content.length}` })
      out.end(content.subarray(Number(first), end + 1))
    }
    let collected = ''
    for (let at = 0; at < content.length; at++) {
      const response = await scene.response(handler, { headers: { Range: `bytes=${at}-${at}` } })
      collected += response.body.toString()
    }
    expect(collected).toHaveLength(content.length)
    expect(scene.leaks(collected)).toBe(false)
  })

  test('a body that is longer than proxies look at', async () => {
    const scene = new Scene(adapter)
    const response = await scene.response((_, out) => void out.end(`${'~'.repeat(2 << 20)}${scene.secret}`))
    expect(response.body.subarray(2 << 20).toString()).toBe(PLACEHOLDER)
  })

  test('informational responses and upgrades go on as they were', async () => {
    const scene = new Scene(adapter)
    const raw = await scene.raw(
      (_, out) => {
        out.writeProcessing()
        out.end('done')
      },
      { registry: scene.registry },
      request('/things/1'),
    )
    expect(raw.toString()).toMatch(/^HTTP\/1\.1 102 Processing\r\n\r\nHTTP\/1\.1 200 OK\r\n/)
  })
})

/** A frame of a single block that is not compressed (RFC 8878, 3.1.1), for less than 256 bytes. */
function storedByZstandard(content: Buffer): Buffer {
  const magic = [0x28, 0xb5, 0x2f, 0xfd]
  const block = (content.length << 3) | 1
  return Buffer.concat([Buffer.of(...magic, 0x20, content.length, block & 0xff, block >> 8, 0), content])
}
