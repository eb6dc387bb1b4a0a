import { once } from 'node:events'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { createRegistry, type RedactionEvent } from '@tacet/runtime'
import { redactSocket } from '@tacet/runtime/ws'
import { beforeEach, describe, expect, test } from 'vitest'
import * as ws8 from 'ws'
import { fakeSecret } from '../../helpers/fake-secret.ts'

/** It has no types of its own here: what is used of it is the same. */
const ws7 = createRequire(import.meta.url)('ws-7') as typeof ws8.WebSocket & {
  Server: typeof ws8.WebSocketServer
}

const PLACEHOLDER = '[REDACTED:API_KEY]'

const versions = [
  {
    version: 8,
    WebSocket: ws8.WebSocket,
    Server: ws8.WebSocketServer,
    createStream: ws8.createWebSocketStream,
  },
  {
    version: 7,
    WebSocket: ws7 as typeof ws8.WebSocket,
    Server: ws7.Server,
    createStream: (ws7 as unknown as { createWebSocketStream: typeof ws8.createWebSocketStream })
      .createWebSocketStream,
  },
] as const

describe.each(versions)('ws $version', ({ WebSocket, Server, createStream }) => {
  const secret = fakeSecret('ws')
  let registry = createRegistry()
  let events: RedactionEvent[] = []

  beforeEach(() => {
    registry = createRegistry()
    registry.add('API_KEY', secret)
    events = []
    registry.on('redaction', (event) => events.push(event))
  })

  /** All that a client receives until the server closes. */
  async function received(talk: (socket: ws8.WebSocket) => void) {
    const server = new Server({ port: 0, host: '127.0.0.1' })
    await once(server, 'listening')
    server.on('connection', (socket) => talk(redactSocket(socket, { registry, place: '/live' })))
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
    const messages: string[] = []
    const pings: string[] = []
    client.on('message', (data) => messages.push(String(data)))
    client.on('ping', (data) => pings.push(String(data)))
    const [, reason] = (await once(client, 'close')) as [number, unknown]
    await new Promise((resolve) => server.close(resolve))
    return { messages, pings, reason: String(reason) }
  }

  test('text, bytes and JSON', async () => {
    const bytes = Buffer.from(`~${secret}~`)
    const { messages } = await received((socket) => {
      socket.send(`key ${secret}`)
      socket.send(JSON.stringify({ [secret]: 'ü' }))
      socket.send(bytes)
      socket.send(new Uint8Array(bytes).buffer)
      socket.send('nothing', () => socket.close())
    })
    expect(messages).toEqual([
      `key ${PLACEHOLDER}`,
      JSON.stringify({ [PLACEHOLDER]: 'ü' }),
      `~${PLACEHOLDER}~`,
      `~${PLACEHOLDER}~`,
      'nothing',
    ])
    expect(events.map(({ sink, place }) => [sink, place])).toEqual(
      Array(4).fill(['websocket.message', '/live']),
    )
  })

  test('a message in fragments, cut anywhere', async () => {
    const text = `ü${secret}ü`
    const cuts = Array.from({ length: text.length - 1 }, (_, at) => at + 1)
    const { messages } = await received((socket) => {
      for (const cut of cuts) {
        socket.send(text.slice(0, cut), { fin: false })
        socket.send(text.slice(cut), { fin: true })
      }
      socket.send('after', () => socket.close())
    })
    expect(messages).toEqual([...cuts.map(() => `ü${PLACEHOLDER}ü`), 'after'])
  })

  test('pings and the reason of a close, which stay as short as they have to be', async () => {
    const { pings, reason } = await received((socket) => {
      socket.ping(secret)
      socket.close(1000, `${secret}${'~'.repeat(123 - secret.length)}`)
    })
    expect(pings).toEqual([PLACEHOLDER])
    expect(reason.startsWith(PLACEHOLDER)).toBe(true)
    expect(events.map(({ sink }) => sink)).toEqual(['websocket.control', 'websocket.control'])
  })

  test('a stream over it', async () => {
    const { messages } = await received((socket) => createStream(socket).end(`~${secret}~`))
    expect(messages).toEqual([`~${PLACEHOLDER}~`])
  })

  test('what cannot be read is not sent', async () => {
    let thrown: unknown
    await received((socket) => {
      try {
        socket.send(new Blob([secret]) as never)
      } catch (error) {
        thrown = error
      }
      socket.close()
    })
    expect(thrown).toBeInstanceOf(TypeError)
  })
})
