import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { createServer as createHttp2Server } from 'node:http2'
import type { AddressInfo, Server } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Registry } from '@tacet/runtime'
import * as guardExpress from '@tacet/runtime/express'
import * as guardFastify from '@tacet/runtime/fastify'
import * as guardHono from '@tacet/runtime/hono'
import * as guardHttp from '@tacet/runtime/http'
import * as guardKoa from '@tacet/runtime/koa'
import { redactSocket } from '@tacet/runtime/ws'
import express from 'express'
import { fastify } from 'fastify'
import { Hono } from 'hono'
import Koa from 'koa'
import { WebSocketServer } from 'ws'
import { innocent } from './soak-secrets.ts'

/** What is told of one secret, in many ways. */
export interface Indiscretion {
  readonly raw: string
  readonly base64: string
  readonly basic: string
  readonly hex: string
  readonly percent: string
  readonly nested: string
}

export function indiscretion(secret: string): Indiscretion {
  return {
    raw: secret,
    base64: Buffer.from(secret).toString('base64'),
    basic: `Basic ${Buffer.from(`user:${secret}`).toString('base64')}`,
    hex: Buffer.from(secret).toString('hex'),
    percent: `https://example.com/?key=${encodeURIComponent(secret)}`,
    nested: JSON.stringify({ secret }),
  }
}

type Tell = () => Indiscretion
type Handler = (request: IncomingMessage, response: ServerResponse) => void

function pieces(body: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(body.length / size) }, (_, at) =>
    body.subarray(at * size, (at + 1) * size),
  )
}

function writePieces(response: ServerResponse, body: Buffer, size: number): void {
  for (const piece of pieces(body, size)) response.write(piece)
  response.end()
}

const ways: Readonly<Record<string, (response: ServerResponse, body: Buffer, told: Indiscretion) => void>> = {
  '/innocent': (response) => void response.end(innocent),
  '/text': (response, body) => void response.end(body.toString()),
  '/bytes': (response, body) => void response.end(body),
  '/pieces': (response, body) => writePieces(response, body, 7),
  '/sized'(response, body) {
    response.setHeader('Content-Length', body.length)
    writePieces(response, body, 50)
  },
  '/gzip'(response, body) {
    response.setHeader('Content-Encoding', 'gzip')
    response.end(gzipSync(body))
  },
  '/brotli'(response, body) {
    response.setHeader('Content-Encoding', 'br')
    writePieces(response, brotliCompressSync(body), 100)
  },
  '/head'(response, body, { percent, base64, hex }) {
    response.statusCode = 302
    response.setHeader('Location', percent)
    response.setHeader('Set-Cookie', [`a=${hex}`, `b=${base64}; HttpOnly`])
    response.setHeader('Trailer', 'X-End')
    response.write(body)
    response.addTrailers({ 'X-End': base64 })
    response.end()
  },
}

/** The paths that every server answers; `/native` as is usual with its framework. */
export const paths: readonly string[] = [...Object.keys(ways), '/native']

function handler(tell: Tell): Handler {
  return (request, response) => {
    const told = tell()
    response.setHeader('Content-Type', 'application/json')
    ways[request.url ?? '']!(response, Buffer.from(JSON.stringify(told)), told)
  }
}

/** Listeners by framework, plain unless there is a registry. */
const listeners: Readonly<
  Record<string, (tell: Tell, registry?: Registry) => RequestListener | Promise<RequestListener>>
> = {
  http(tell, registry) {
    const handle = withNative(tell)
    return registry ? guardHttp.redactResponses(handle, { registry }) : handle
  },
  express(tell, registry) {
    const app = express()
    if (registry) app.use(guardExpress.redactResponses({ registry }))
    app.get('/native', (_, response) => void response.json(tell()))
    app.use(handler(tell))
    return app
  },
  async fastify(tell, registry) {
    const app = fastify()
    if (registry) app.register(guardFastify.redactResponses({ registry }))
    app.get('/native', async () => tell())
    const handle = handler(tell)
    app.get('/*', (request, reply) => {
      reply.hijack()
      handle(request.raw, reply.raw)
    })
    await app.ready()
    return (request, response) => app.routing(request, response)
  },
  koa(tell, registry) {
    const app = new Koa()
    if (registry) app.use(guardKoa.redactResponses({ registry }))
    const handle = handler(tell)
    app.use((context) => {
      if (context.path === '/native') {
        context.body = tell()
        return
      }
      context.respond = false
      context.res.statusCode = 200
      handle(context.req, context.res)
    })
    return app.callback()
  },
  hono(tell, registry) {
    const app = new Hono<{ Bindings: HttpBindings }>()
    if (registry) app.use(guardHono.redactResponses({ registry }))
    app.get('/native', (context) => context.json(tell()))
    const handle = handler(tell)
    app.get('/*', ({ env }) => {
      handle(env.incoming, env.outgoing as ServerResponse)
      return RESPONSE_ALREADY_SENT
    })
    return getRequestListener(app.fetch, { overrideGlobalObjects: false })
  },
}

function withNative(tell: Tell): Handler {
  const handle = handler(tell)
  return (request, response) => {
    if (request.url !== '/native') return handle(request, response)
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(tell()))
  }
}

/** Answers each message with what it tells: text, bytes, and in two fragments. */
function webSockets(tell: Tell, registry?: Registry): Server {
  const server = createServer()
  new WebSocketServer({ server }).on('connection', (socket) => {
    if (registry) redactSocket(socket, { registry })
    socket.on('message', (message) => {
      const text = String(message) === '/innocent' ? innocent : JSON.stringify(tell())
      if (String(message) === '/bytes') socket.send(Buffer.from(text))
      else if (String(message) === '/pieces') {
        socket.send(text.slice(0, 40), { fin: false })
        socket.send(text.slice(40))
      } else socket.send(text)
    })
  })
  return server
}

/** Starts a server of each kind; returns their ports. */
export async function startServers(tell: Tell, registry?: Registry): Promise<Record<string, number>> {
  const handle = withNative(tell)
  const http2 = createHttp2Server(
    (registry ? guardHttp.redactResponses(handle, { registry }) : handle) as never,
  )
  const servers: Record<string, Server> = { http2, ws: webSockets(tell, registry) }
  for (const [name, make] of Object.entries(listeners))
    servers[name] = createServer(await make(tell, registry))
  const ports = Object.entries(servers).map(async ([name, server]) => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return [name, (server.address() as AddressInfo).port] as const
  })
  return Object.fromEntries(await Promise.all(ports))
}
