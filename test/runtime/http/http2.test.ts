import type { ServerResponse } from 'node:http'
import http2 from 'node:http2'
import type { AddressInfo } from 'node:net'
import { redactText, type WithheldEvent } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/http'
import { describe, expect, test } from 'vitest'
import { bodyWays, type Handler } from '../../contract/http-bodies.ts'
import { covered, type HttpAdapter, Scene } from '../../contract/http-scene.ts'
import { decode } from '../../helpers/raw-http.ts'

const PLACEHOLDER = '[REDACTED:API_KEY]'

/** A scene needs one; here it is only for what it makes: a registry, a secret and events. */
const adapter: HttpAdapter = { name: 'http2', place: 'GET', app: (handler) => handler }

interface Answer {
  readonly headers: http2.IncomingHttpHeaders
  readonly trailers: http2.IncomingHttpHeaders
  readonly informational: readonly http2.IncomingHttpHeaders[]
  readonly body: Buffer
  readonly pushed: readonly { path: unknown; headers: http2.IncomingHttpHeaders; body: string }[]
  /** Why the stream was reset, if it was. */
  readonly reset: boolean
}

/** What a server answers over a connection of its own. */
async function answerOf(
  handler: Handler,
  options: Parameters<typeof redactResponses>[1] | undefined,
  fields: http2.OutgoingHttpHeaders = {},
): Promise<Answer> {
  const guarded = options ? redactResponses(handler, options) : handler
  const server = http2.createServer((request, response) =>
    guarded(request as unknown as Parameters<Handler>[0], response as unknown as ServerResponse),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const client = http2.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  try {
    return await ask(client, fields)
  } finally {
    client.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
}

async function ask(client: http2.ClientHttp2Session, fields: http2.OutgoingHttpHeaders): Promise<Answer> {
  const pushed: { path: unknown; headers: http2.IncomingHttpHeaders; body: string }[] = []
  const pushes: Promise<unknown>[] = []
  client.on('stream', (stream, fields) => {
    const push = { path: fields[':path'], headers: {}, body: '' }
    pushed.push(push)
    pushes.push(new Promise((resolve) => stream.once('close', resolve)))
    stream.on('push', (headers) => Object.assign(push.headers, headers))
    stream.on('data', (piece) => {
      push.body += String(piece)
    })
  })
  const stream = client.request({ ':path': '/things/1', ...fields })
  const answer = { headers: {}, trailers: {}, informational: [] as http2.IncomingHttpHeaders[], reset: false }
  const pieces: Buffer[] = []
  stream.on('response', (headers) => Object.assign(answer.headers, headers))
  stream.on('headers', (headers) => answer.informational.push(headers))
  stream.on('trailers', (headers) => Object.assign(answer.trailers, headers))
  stream.on('data', (piece: Buffer) => pieces.push(piece))
  stream.on('error', () => {})
  stream.end()
  await new Promise((resolve) => stream.once('close', resolve))
  await Promise.all(pushes)
  return { ...answer, pushed, body: Buffer.concat(pieces), reset: stream.rstCode !== 0 }
}

function decoded({ headers, body }: Answer): string {
  return decode(headers['content-encoding'], body).toString()
}

// What HTTP/2 does not have: a list of headers and a message in `writeHead`, which its responses take as an object.
const ways = bodyWays.filter(({ name }) => !name.startsWith('writeHead with a flat list'))

describe.each(ways)('$name', ({ send, recoded }) => {
  test('without a secret it is sent as the plain service sends it', async () => {
    const scene = new Scene(adapter)
    const handler = send(Buffer.from('{"ü":"~!^_ü~^^|_~!"}'.repeat(3)))
    const [plain, guarded] = [
      await answerOf(handler, undefined),
      await answerOf(handler, { registry: scene.registry }),
    ]
    expect(decoded(guarded)).toBe(decoded(plain))
    const isEncoded = recoded || plain.headers['content-encoding'] !== undefined
    if (!isEncoded) expect({ ...guarded.headers, date: '' }).toEqual({ ...plain.headers, date: '' })
    expect(scene.events).toEqual([])
  })

  test('with a secret it is redacted', async () => {
    const scene = new Scene(adapter)
    const text = `ü ${scene.secret} and ${scene.secret.slice(0, 9)}${scene.secret}`
    const handler = send(Buffer.from(text))
    const answer = await answerOf(handler, { registry: scene.registry })
    const { headers } = await answerOf(handler, undefined)
    const isSized = headers['content-length'] !== undefined && headers['content-encoding'] === undefined
    expect(decoded(answer)).toBe(isSized ? covered(text, scene.registry) : redactText(text, scene))
    expect(answer.reset).toBe(false)
    expect(scene.events.filter(({ sink }) => sink === 'http.body').map(({ place }) => place)).toEqual(
      Array(2).fill('GET'),
    )
  })

  test('observed it is sent as it is, and told', async () => {
    const scene = new Scene(adapter)
    const handler = send(Buffer.from(`~ ${scene.secret} ~`))
    const observed = await answerOf(handler, { registry: scene.registry, mode: 'observe' })
    expect(observed.body).toEqual((await answerOf(handler, undefined)).body)
    if (scene.events.length === 0) await new Promise((resolve) => scene.registry.on('redaction', resolve))
    expect(scene.events).toMatchObject([{ sink: 'http.body' }])
  })
})

test('headers, cookies, early hints and trailers', async () => {
  const scene = new Scene(adapter)
  const answer = await answerOf(
    (_, out) => {
      out.writeEarlyHints({ link: `</${scene.secret}>; rel=preload` })
      out.setHeader('X-Own', scene.secret)
      out.setHeader('Set-Cookie', [`a=${scene.secret}`, 'b=1'])
      out.addTrailers({ 'X-End': scene.secret })
      out.write('~')
      out.end()
    },
    { registry: scene.registry },
  )
  expect(answer.informational[0]).toMatchObject({ link: `</${PLACEHOLDER}>; rel=preload` })
  expect(answer.headers).toMatchObject({ 'x-own': PLACEHOLDER, 'set-cookie': [`a=${PLACEHOLDER}`, 'b=1'] })
  expect(answer.trailers).toMatchObject({ 'x-end': PLACEHOLDER })
  expect(answer.body.toString()).toBe('~')
})

test('HEAD, 204 and 304 are sent as they are', async () => {
  const scene = new Scene(adapter)
  for (const [status, method] of [
    [200, 'HEAD'],
    [204, 'GET'],
    [304, 'GET'],
  ] as const) {
    const answer = await answerOf(
      (_, out) => void out.writeHead(status, { 'X-Own': scene.secret }).end(),
      { registry: scene.registry },
      { ':method': method },
    )
    expect(answer).toMatchObject({ headers: { ':status': status, 'x-own': PLACEHOLDER }, reset: false })
  }
})

test('a range is answered with the whole', async () => {
  const scene = new Scene(adapter)
  const answer = await answerOf(
    ({ headers }, out) => void out.end(headers.range ?? scene.secret),
    { registry: scene.registry },
    { range: 'bytes=3-9' },
  )
  expect(answer.body.toString()).toBe(PLACEHOLDER)
})

describe('block', () => {
  test('a secret in a header makes a plain 500', async () => {
    const scene = new Scene(adapter)
    const options = { registry: scene.registry, mode: 'block' } as const
    const answer = await answerOf((_, out) => {
      out.setHeader('X-Own', scene.secret)
      out.end('body')
    }, options)
    expect(answer.headers).toMatchObject({ ':status': 500 })
    expect(answer.headers['x-own']).toBeUndefined()
    expect(answer.body.toString()).toBe('Internal Server Error')
  })

  test('a secret in the body resets the stream', async () => {
    const scene = new Scene(adapter)
    const options = { registry: scene.registry, mode: 'block' } as const
    for (const pieces of [[scene.secret], ['~', scene.secret, '~']]) {
      const answer = await answerOf((_, out) => {
        for (const piece of pieces) out.write(piece)
        out.end()
      }, options)
      expect(scene.leaks(answer.body)).toBe(false)
      expect(answer.reset).toBe(true)
    }
  })
})

test.each([
  ['an unknown encoding', 'aes128gcm', 'opaque'],
  ['an encoding that is not what it says', 'gzip', 'not gzip'],
])('%s is withheld', async (_name, coding, body) => {
  const scene = new Scene(adapter)
  const withheld: WithheldEvent[] = []
  scene.registry.on('withheld', (event) => withheld.push(event))
  const answer = await answerOf(
    (_, out) => {
      out.setHeader('Content-Encoding', coding)
      out.end(body)
    },
    { registry: scene.registry },
  )
  expect(answer.body.includes(body)).toBe(false)
  expect(answer.reset || Number(answer.headers[':status']) === 500).toBe(true)
  expect(withheld).toHaveLength(1)
})

test('a file that the library itself would send is withheld', async () => {
  const scene = new Scene(adapter)
  const answer = await answerOf(
    (_, out) => (out as unknown as http2.Http2ServerResponse).stream.respondWithFile(import.meta.filename),
    { registry: scene.registry },
  )
  expect(answer.headers[':status']).toBe(500)
})

test('a pushed stream', async () => {
  const scene = new Scene(adapter)
  const answer = await answerOf(
    (_, out) => {
      const { stream } = out as unknown as http2.Http2ServerResponse
      stream.pushStream({ ':path': `/pushed?${scene.secret}` }, (error, pushed) => {
        if (error) throw error
        pushed.respond({ 'x-own': scene.secret })
        pushed.end(scene.secret, () => out.end('~'))
      })
    },
    { registry: scene.registry },
  )
  expect(answer.pushed).toMatchObject([
    { path: `/pushed?${PLACEHOLDER}`, headers: { 'x-own': PLACEHOLDER }, body: PLACEHOLDER },
  ])
})

test('a second guard counts, with the same registry only', async () => {
  const scene = new Scene(adapter)
  const { registry } = scene
  const inner = redactResponses((_, out) => void out.end(scene.secret), { registry, place: () => 'inner' })
  await answerOf(inner as Handler, { registry })
  expect(scene.events).toMatchObject([{ place: 'inner' }])
  const other = redactResponses(() => {}, { registry: new Scene(adapter).registry })
  let thrown: unknown
  await answerOf(
    (request, out) => {
      try {
        other(request, out)
      } catch (error) {
        thrown = error
      }
      out.end()
    },
    { registry },
  )
  expect(thrown).toMatchObject({ name: 'TypeError', message: expect.stringContaining('one registry') })
})

test('a route may send a secret that it is allowed to', async () => {
  const scene = new Scene(adapter)
  const handler: Handler = (_, out) => {
    out.setHeader('x-own', scene.secret)
    out.write(scene.secret.slice(0, 9))
    out.end(scene.secret.slice(9))
  }
  for (const [route, expected] of [
    ['GET', scene.secret],
    ['POST', PLACEHOLDER],
  ] as const) {
    const answer = await answerOf(handler, { registry: scene.registry, allow: { API_KEY: [route] } })
    expect([answer.headers['x-own'], answer.body.toString()]).toEqual([expected, expected])
  }
})
