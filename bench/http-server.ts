import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import * as guardFastify from '@tacet/runtime/fastify'
import * as guardHono from '@tacet/runtime/hono'
import * as guardHttp from '@tacet/runtime/http'
import * as guardKoa from '@tacet/runtime/koa'
import { fastify } from 'fastify'
import { Hono } from 'hono'
import Koa from 'koa'
import { ordinaryJson } from './ordinary.ts'
import { makeSecrets, registryOf } from './secrets.ts'

// Started as a process of its own, so that the load comes from another one: `http-server FRAMEWORK plain|tacet`.
const secrets = makeSecrets(1000)
const bodies: Readonly<Record<string, unknown>> = {
  '/10000': ordinaryJson(10_000),
  '/secret': { token: secrets.at(-1) },
}

/** Answers with the bodies, as JSON, each framework in its usual way. */
const frameworks: Readonly<Record<string, (guarded: boolean) => Promise<RequestListener> | RequestListener>> =
  {
    http(guarded) {
      const listener: RequestListener = ({ url = '' }, response) => {
        response.setHeader('Content-Type', 'application/json')
        response.end(JSON.stringify(bodies[url]))
      }
      return guarded ? guardHttp.redactResponses(listener, { registry: registryOf(secrets) }) : listener
    },
    async fastify(guarded) {
      const app = fastify()
      if (guarded) app.register(guardFastify.redactResponses({ registry: registryOf(secrets) }))
      for (const [path, body] of Object.entries(bodies)) app.get(path, async () => body)
      await app.ready()
      return (request, response) => app.routing(request, response)
    },
    koa(guarded) {
      const app = new Koa()
      if (guarded) app.use(guardKoa.redactResponses({ registry: registryOf(secrets) }))
      app.use(async (context) => {
        context.body = bodies[context.path]
      })
      return app.callback()
    },
    hono(guarded) {
      const app = new Hono()
      if (guarded) app.use(guardHono.redactResponses({ registry: registryOf(secrets) }))
      for (const [path, body] of Object.entries(bodies))
        app.get(path, (context) => context.json(body as object))
      return getRequestListener(app.fetch)
    },
  }

const [name = '', kind] = process.argv.slice(2)
const server = createServer(await frameworks[name]!(kind === 'tacet'))
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
// How much CPU time the answers took is asked before and after a load.
process.on('message', () => process.send?.(process.cpuUsage()))
process.on('disconnect', () => process.exit())
