import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:http2'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import { WebSocket } from 'ws'
import type { Judge } from './soak-judge.ts'
import { innocent } from './soak-secrets.ts'
import { paths } from './soak-servers.ts'

/** An answer that takes longer is hung. In milliseconds. */
const PATIENCE = 20_000

/** What came from one server. */
export interface Received {
  answers: number
  leaks: number
  /** Answers that are not JSON, not encoded as they say, cut short, or changed though there is no secret in them. */
  malformed: number
  hung: number
}

interface Answer {
  /** Headers and trailers. */
  readonly head: string
  readonly encoding: string | undefined
  readonly body: Buffer
}

/** Asks for a path, and takes all that is answered. */
type Ask = (path: string) => Promise<Answer>

/** A client of each server that asks for one path after the other, and looks at each answer closely. */
export const askers: Readonly<Record<string, (port: number) => Promise<Ask>>> = {
  async http2(port) {
    const session = connect(`http://127.0.0.1:${port}`)
    await once(session, 'connect')
    session.unref()
    return async (path) => {
      const stream = session.request({ ':path': path })
      const head: unknown[] = []
      stream.on('response', (headers) => head.push(headers))
      stream.on('trailers', (trailers) => head.push(trailers))
      const body: Buffer[] = []
      for await (const chunk of stream) body.push(chunk as Buffer)
      const encoding = (head[0] as Record<string, string> | undefined)?.['content-encoding']
      return { head: JSON.stringify(head), encoding, body: Buffer.concat(body) }
    }
  },
  async ws(port) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`)
    await once(socket, 'open')
    return async (path) => {
      socket.send(path)
      const [message] = (await once(socket, 'message')) as [Buffer]
      return { head: '', encoding: undefined, body: message }
    }
  },
}

async function askHttp(port: number): Promise<Ask> {
  const agent = new Agent({ keepAlive: true })
  return async (path) => {
    const asked = request({ port, path, agent }).end()
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    const body: Buffer[] = []
    for await (const chunk of response) body.push(chunk as Buffer)
    return {
      head: [response.statusMessage, ...response.rawHeaders, ...response.rawTrailers].join('\n'),
      encoding: response.headers['content-encoding'],
      body: Buffer.concat(body),
    }
  }
}

/** Looks at one answer after the other until it is told to stop. */
export async function watchAnswers(
  name: string,
  port: number,
  judge: Judge,
  received: Received,
  isOver: () => boolean,
): Promise<void> {
  const ask = await (askers[name] ?? askHttp)(port)
  for (let turn = 0; !isOver(); turn++) {
    const path = paths[turn % paths.length]!
    const answer = await Promise.race([ask(path), hung()])
    if (!answer) {
      received.hung++
      return
    }
    received.answers++
    inspectAnswer(path, answer, judge, received)
  }
}

function hung(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE, undefined).unref())
}

export function inspectAnswer(path: string, answer: Answer, judge: Judge, received: Received): void {
  let text: string
  try {
    text = decode(answer).toString()
    if (path !== '/innocent') JSON.parse(text)
    else if (text !== innocent) received.malformed++
  } catch {
    received.malformed++
    return
  }
  if (judge.finds(answer.head) || (path !== '/innocent' && judge.finds(text))) received.leaks++
}

function decode({ encoding, body }: Answer): Buffer {
  if (encoding === 'gzip') return gunzipSync(body)
  return encoding === 'br' ? brotliDecompressSync(body) : body
}

/** Loads a server of HTTP/1 with as many requests as it answers, for so many seconds. */
export async function load(port: number, seconds: number, judge: Judge, received: Received): Promise<void> {
  // It takes bodies for UTF-8, a piece at a time, so what is compressed is left to the others.
  const readable = paths.filter((path) => path !== '/gzip' && path !== '/brotli')
  const { errors, timeouts } = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: 2,
    duration: seconds,
    timeout: PATIENCE / 1000,
    requests: readable.map((path) => ({
      path,
      onResponse(status, body, _context, headers) {
        received.answers++
        if (status !== (path === '/head' ? 302 : 200)) received.malformed++
        else
          inspectAnswer(
            path,
            { head: JSON.stringify(headers), encoding: undefined, body: Buffer.from(body) },
            judge,
            received,
          )
      },
    })),
  })
  received.hung += timeouts
  received.malformed += errors - timeouts
}
