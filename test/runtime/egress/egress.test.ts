import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createRegistry } from '@tacet/runtime'
import { EgressError, type EgressEvent, type EgressTable, guardEgress } from '@tacet/runtime/egress'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const key = fakeSecret('egress', 40)
const registry = createRegistry()
registry.add('API_KEY', key)
registry.add('OTHER_KEY', fakeSecret('other', 40))

let server: Server
let origin: string
/** What the server was sent: head and body, also of requests that were broken off. */
let received: string[] = []

beforeAll(async () => {
  server = createServer((incoming, response) => {
    const at = received.push(`${incoming.url}\n${incoming.rawHeaders.join('\n')}\n`) - 1
    incoming.on('data', (chunk) => {
      received[at] += chunk
    })
    incoming.on('error', () => {})
    incoming.on('end', () => {
      if (incoming.url === '/redirect') response.writeHead(307, { Location: `${origin}/after` }).end()
      else response.end('fine')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function guard(table: EgressTable, mode: 'observe' | 'block') {
  const events: EgressEvent[] = []
  received = []
  onTestFinished(guardEgress(table, { mode, registry, onEgress: (event) => events.push(event) }))
  return events
}

interface Sent {
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly chunks?: readonly string[]
  readonly method?: string
}

const byHttp = async ({ path = '/', headers = {}, chunks = [], method = 'POST' }: Sent) => {
  const outgoing = request(`${origin}${path}`, { method, headers, agent: false })
  const answer = new Promise<string>((resolve, reject) => {
    outgoing.on('response', (response: IncomingMessage) => resolve(text(response))).on('error', reject)
  })
  for (const chunk of chunks.slice(0, -1)) outgoing.write(chunk)
  outgoing.end(chunks.at(-1))
  return answer
}

const byPipe = async ({ path = '/', headers = {}, chunks = [], method = 'POST' }: Sent) => {
  const outgoing = request(`${origin}${path}`, { method, headers, agent: false })
  const answer = once(outgoing, 'response') as Promise<[IncomingMessage]>
  const [[response]] = await Promise.all([
    answer,
    pipeline(Readable.from(chunks, { objectMode: false }), outgoing),
  ])
  return text(response)
}

const byFetch = async ({ path = '/', headers = {}, chunks = [], method = 'POST' }: Sent) => {
  const body = method === 'GET' ? null : chunks.join('')
  return (await fetch(`${origin}${path}`, { method, headers, body })).text()
}

const byFetchStream = async ({ path = '/', headers = {}, chunks = [], method = 'POST' }: Sent) => {
  const body = Readable.toWeb(
    Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
  ) as unknown as ReadableStream
  const init = { method, headers, body, duplex: 'half' } as RequestInit
  return (await fetch(`${origin}${path}`, init)).text()
}

/** The error that stopped it, wherever it is. */
async function stopOf(sending: Promise<unknown>): Promise<EgressError | undefined> {
  try {
    await sending
    return undefined
  } catch (error) {
    if (error instanceof EgressError) return error
    if (error instanceof Error && error.cause instanceof EgressError) return error.cause
    throw error
  }
}

const base64 = Buffer.from(`user:${key}`).toString('base64')
const leaks: readonly [string, Sent, EgressEvent['place']][] = [
  ['the address', { path: `/?key=${key}`, chunks: ['a'] }, 'head'],
  ['a header', { headers: { Authorization: `Basic ${base64}` }, chunks: ['a'] }, 'head'],
  ['the body', { chunks: [`{"key":"${key}"}`] }, 'body'],
  ['a body in pieces', { chunks: ['a', `b${key.slice(0, 9)}`, `${key.slice(9)}c`] }, 'body'],
]

describe.each([
  ['node:http', byHttp],
  ['a pipe into node:http', byPipe],
  ['fetch', byFetch],
  ['fetch of a stream', byFetchStream],
])('%s', (_, send) => {
  test.each(leaks)('a secret in %s is stopped', async (_where, sent, place) => {
    const events = guard({ API_KEY: ['api.example.com', '*.example.org'] }, 'block')
    const error = await stopOf(send(sent))
    expect(error?.code).toBe('TACET_EGRESS')
    expect(error?.event).toMatchObject({ name: 'API_KEY', host: '127.0.0.1', place })
    expect(error?.message.includes(key)).toBe(false)
    expect(events).toEqual([error?.event])
    // Not even a part of it has left.
    expect(received.join('').includes(key.slice(0, 9))).toBe(false)
    expect(received.join('').includes(base64)).toBe(false)
  })

  test.each(leaks)('a secret in %s is observed', async (_where, sent, place) => {
    const events = guard({ API_KEY: [] }, 'observe')
    expect(await send(sent)).toBe('fine')
    expect(events.map((event) => [event.name, event.place])).toEqual([['API_KEY', place]])
    expect(received.join('').includes(key) || received.join('').includes(base64)).toBe(true)
  })

  test.each(leaks)('a secret in %s goes where it may', async (_where, sent) => {
    const events = guard({ API_KEY: ['127.0.0.1'] }, 'block')
    expect(await send(sent)).toBe('fine')
    expect(events).toEqual([])
    expect(received.join('').includes(key) || received.join('').includes(base64)).toBe(true)
  })

  test('what is no secret, or one that the table does not name, is sent as it is', async () => {
    const chunks = ['ü', key.slice(0, 9), 'no', fakeSecret('other', 40), key.slice(0, 5)]
    const plain = guard({}, 'block')
    expect(await send({ chunks })).toBe('fine')
    const [without] = received
    const events = guard({ API_KEY: [] }, 'block')
    expect(await send({ chunks })).toBe('fine')
    expect(received[0]!.split('\n').at(-1)).toBe(without!.split('\n').at(-1))
    expect(received[0]!.endsWith(chunks.join(''))).toBe(true)
    expect([...plain, ...events]).toEqual([])
  })
})

test('each hop of a redirect is judged by itself', async () => {
  const events = guard({ API_KEY: [] }, 'observe')
  await fetch(`${origin}/redirect`, { headers: { 'X-Key': key } })
  expect(events.length).toBe(2)
})

test('GET, a head that is flushed, and headers as a list', async () => {
  guard({ API_KEY: [] }, 'block')
  expect(await byHttp({ method: 'GET' })).toBe('fine')
  const flushed = request(origin, { headers: ['X-Key', key] as never, agent: false })
  const failure = once(flushed, 'error')
  flushed.flushHeaders()
  expect((await failure)[0]).toBeInstanceOf(EgressError)
  expect(received.join('').includes(key)).toBe(false)
})

test('a name with a star is for all below, and not for more', async () => {
  const local = origin.replace('127.0.0.1', 'localhost')
  for (const [allowed, stops] of [
    [['*.localhost'], true],
    [['LOCALHOST'], false],
    [['*.host'], true],
  ] as const) {
    guard({ API_KEY: allowed }, 'block')
    const sending = fetch(local, { headers: { 'X-Key': key } }).catch((error: Error) => {
      // Where nothing listens on the other address of localhost.
      if (error.cause instanceof EgressError) throw error
    })
    expect((await stopOf(sending)) !== undefined).toBe(stops)
  }
})

test('ends when it is told to, and refuses what is no host', async () => {
  const end = guardEgress({ API_KEY: [] }, { mode: 'block', registry })
  end()
  expect(await byFetch({ chunks: [key] })).toBe('fine')
  expect(await byHttp({ chunks: [key] })).toBe('fine')
  expect(() => guardEgress({ API_KEY: ['https://api.example.com'] })).toThrow('is no host')
})
