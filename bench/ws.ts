import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Registry } from '@tacet/runtime'
import { redactSocket } from '@tacet/runtime/ws'
import { WebSocket, WebSocketServer } from 'ws'
import { median } from './compare.ts'
import { ordinaryJson } from './ordinary.ts'
import { makeSecrets, registryOf } from './secrets.ts'
import { printTable, ratio } from './table.ts'

const ROUNDS = 15
const SIZES = [100, 1_000, 10_000] as const
/** Messages a round: so many bytes in all. */
const VOLUME = 10_000_000

/** What it costs to send messages: the CPU time of this process, which is both ends. */
export async function benchWs(): Promise<void> {
  const secrets = makeSecrets(1000)
  const plain = await connected(undefined)
  const redacted = await connected(registryOf(secrets))
  try {
    for (const [{ socket, client }, expected] of [
      [plain, false],
      [redacted, true],
    ] as const) {
      socket.send(JSON.stringify({ token: secrets.at(-1) }))
      const [message] = (await once(client, 'message')) as [Buffer]
      if (
        String(message).includes('[REDACTED:') !== expected ||
        String(message).includes(secrets.at(-1)!) === expected
      )
        throw new Error('another message was expected')
    }
    const rows: string[][] = []
    for (const size of SIZES) {
      const text =
        size < 1000
          ? JSON.stringify({ level: 30, text: 'x'.repeat(size - 23) })
          : JSON.stringify(ordinaryJson(size))
      const count = Math.min(20_000, Math.floor(VOLUME / size))
      const times: [number[], number[]] = [[], []]
      for (let round = -1; round < ROUNDS; round++) {
        const one = await sent(plain, text, count)
        const other = await sent(redacted, text, count)
        if (round < 0) continue
        times[0].push(one)
        times[1].push(other)
      }
      const [before, after] = times
      rows.push([
        `${size} bytes of JSON`,
        `${median(before).toFixed(1)} µs`,
        `${median(after).toFixed(1)} µs`,
        ratio(median(after.map((time, round) => time / before[round]!))),
      ])
    }
    printTable('ws: CPU time of a message, both ends', ['', 'plain', '1000 secrets', 'time ÷ plain'], rows)
  } finally {
    for (const { server, client } of [plain, redacted]) {
      client.terminate()
      server.close()
    }
  }
}

interface Connection {
  readonly server: WebSocketServer
  /** The server's end. */
  readonly socket: WebSocket
  readonly client: WebSocket
}

async function connected(registry: Registry | undefined): Promise<Connection> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await once(server, 'listening')
  const accepted = once(server, 'connection') as Promise<[WebSocket]>
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const [socket] = await accepted
  if (client.readyState !== WebSocket.OPEN) await once(client, 'open')
  return { server, socket: registry ? redactSocket(socket, { registry }) : socket, client }
}

/** CPU time of a message, in microseconds; all have to arrive. */
async function sent({ socket, client }: Connection, text: string, count: number): Promise<number> {
  const { user, system } = process.cpuUsage()
  let left = count
  const arrived = new Promise<void>((resolve, reject) => {
    const onMessage = (message: Buffer): void => {
      if (message.length !== text.length) reject(new Error('another message arrived'))
      left--
      if (left > 0) return
      client.off('message', onMessage)
      resolve()
    }
    client.on('message', onMessage)
  })
  for (let index = 0; index < count; index++) socket.send(text)
  await arrived
  const after = process.cpuUsage()
  return (after.user + after.system - user - system) / count
}
