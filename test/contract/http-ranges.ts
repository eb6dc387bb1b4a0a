import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { parse, request } from '../helpers/raw-http.ts'
import type { Handler } from './http-bodies.ts'
import { covered, type HttpAdapter, Scene } from './http-scene.ts'

/** Serves a part of the content as servers of files do. */
function ranged(content: Buffer, longestPart = Number.POSITIVE_INFINITY, atOnce = false): Handler {
  return ({ headers, method }: IncomingMessage, response: ServerResponse) => {
    response.setHeader('Accept-Ranges', 'bytes')
    const match = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '')
    let [start, end] = [0, content.length - 1]
    if (match) {
      start = match[1] ? Number(match[1]) : Math.max(0, content.length - Number(match[2]))
      if (match[1] && match[2]) end = Math.min(end, Number(match[2]))
      if (start >= content.length) {
        response.writeHead(416, { 'Content-Range': `bytes */${content.length}` }).end()
        return
      }
      end = Math.min(end, start + longestPart - 1)
      response.writeHead(206, {
        'Content-Range': `bytes ${start}-${end}/${content.length}`,
        'Content-Length': end - start + 1,
      })
    } else {
      response.setHeader('Content-Length', content.length)
    }
    const part = content.subarray(start, end + 1)
    if (method === 'HEAD') response.end()
    else if (atOnce) response.end(part)
    else
      Readable.from([part.subarray(0, 5), part.subarray(5)].filter(({ length }) => length > 0)).pipe(response)
  }
}

/** Ranges: what they carry out is a part of what the whole is, with every secret covered in it. */
export function describeRanges(adapter: HttpAdapter): void {
  const contentOf = ({ secret }: Scene): string => `~~ü${'~'.repeat(150)}${secret}${'~'.repeat(120)}${secret}`
  const ask = (range: string, method = 'GET') => request('/things/1', { method, headers: { Range: range } })

  test.each([false, true])('any range is a part of the covered whole (at once: %s)', async (atOnce) => {
    const scene = new Scene(adapter)
    const content = Buffer.from(contentOf(scene))
    const whole = Buffer.from(covered(content.toString(), scene.registry))
    const handler = ranged(content, undefined, atOnce)
    const options = { registry: scene.registry }
    const secretAt = content.indexOf(scene.secret)
    const ranges: [string, number, number][] = [
      ...Array.from({ length: 6 }, (_, at): [string, number, number] => {
        const first = secretAt - 3 + at * 7
        return [`bytes=${first}-${first + 2}`, first, first + 2]
      }),
      ['bytes=0-0', 0, 0],
      [`bytes=${secretAt + 4}-`, secretAt + 4, content.length - 1],
      ['bytes=-5', content.length - 5, content.length - 1],
      ['bytes=0-', 0, content.length - 1],
      ['bytes=-99999', 0, content.length - 1],
      [`bytes=3-${content.length + 50}`, 3, content.length - 1],
    ]
    for (const [range, first, last] of ranges) {
      const response = parse(await scene.raw(handler, options, ask(range)))
      expect(response.statusLine).toContain('206')
      expect(response.complete).toBe(true)
      expect(response.headers['content-range']).toEqual([`bytes ${first}-${last}/${content.length}`])
      expect(response.body.equals(whole.subarray(first, last + 1))).toBe(true)
    }
  })

  test('without a secret a range is as the plain service sends it', async () => {
    const scene = new Scene(adapter)
    const handler = ranged(Buffer.from('~ü'.repeat(300)))
    for (const range of ['bytes=5-9', 'bytes=-7', 'bytes=300-', 'bytes=9999-']) {
      for (const method of ['GET', 'HEAD']) {
        const { plain, guarded } = await scene.both(handler, ask(range, method))
        expect(guarded).toBe(plain)
      }
    }
  })

  test('a range past the end is refused, although the handler was asked for more', async () => {
    const scene = new Scene(adapter)
    const response = parse(
      await scene.raw(ranged(Buffer.from('~'.repeat(100))), { registry: scene.registry }, ask('bytes=100-')),
    )
    expect(response.statusLine).toContain('416')
    expect(response.headers['content-range']).toEqual(['bytes */100'])
    expect(response.complete).toBe(true)
  })

  test('a handler that gives less than it was asked for gives no piece of a secret', async () => {
    const scene = new Scene(adapter)
    const reach = scene.registry.matcher().longest
    const content = Buffer.from('~'.repeat(5 * reach) + scene.secret + '~'.repeat(5 * reach))
    const whole = Buffer.from(covered(content.toString(), scene.registry))
    // What it gives ends in the middle of the secret.
    const first = content.indexOf(scene.secret) - 2 * reach
    const raw = await scene.raw(
      ranged(content, 3 * reach + 10),
      { registry: scene.registry },
      ask(`bytes=${first}-`),
    )
    const response = parse(raw)
    const [, start, end] = /^bytes (\d+)-(\d+)\//.exec(response.headers['content-range']![0]!)!.map(Number)
    expect(start).toBe(first)
    expect(response.body.equals(whole.subarray(start, end! + 1))).toBe(true)
  })

  test('several ranges, and what handlers may read in different ways, become the whole', async () => {
    const scene = new Scene(adapter)
    const content = contentOf(scene)
    for (const range of ['bytes=0-1,160-170', 'bytes=1-5x', 'bytes=-', 'bytes=9-3']) {
      const response = parse(
        await scene.raw(ranged(Buffer.from(content)), { registry: scene.registry }, ask(range)),
      )
      expect(response.statusLine).toContain('200')
      expect(response.body.toString()).toBe(covered(content, scene.registry))
    }
  })

  test('other units are left alone', async () => {
    const { plain, guarded } = await new Scene(adapter).both(
      ({ headers }, response) => void response.end(headers.range),
      ask('items=0-9'),
    )
    expect(guarded).toBe(plain)
  })

  test('a handler that sends another part than it was asked for sends none', async () => {
    const scene = new Scene(adapter)
    const handler: Handler = (_, response) => {
      response.writeHead(206, { 'Content-Range': 'bytes 160-170/400' }).end(scene.secret.slice(0, 11))
    }
    const response = parse(await scene.raw(handler, { registry: scene.registry }, ask('bytes=160-170')))
    expect(response.statusLine).toContain('500')
    expect(response.body.includes(scene.secret.slice(0, 6))).toBe(false)
  })
}
