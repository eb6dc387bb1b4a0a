import 'reflect-metadata'
import type { RequestListener, ServerResponse } from 'node:http'
import * as common from '@nestjs/common'
import * as core from '@nestjs/core'
import * as fastify from '@nestjs/platform-fastify'
import * as guardExpress from '@tacet/runtime/express'
import * as guardFastify from '@tacet/runtime/fastify'
import { describe } from 'vitest'
import { describeHttpAdapter } from '../../contract/http-adapter.ts'
import type { Handler } from '../../contract/http-bodies.ts'
import * as nest11 from '../../nest-11/index.ts'

interface Nest {
  readonly common: typeof common
  readonly core: typeof core
  readonly fastify: typeof fastify
}

/** A module with one controller, as its decorators make it. */
function moduleOf(nest: Nest, answer: (request: never, reply: never) => void): new () => object {
  const { All, Controller, Module, Req, Res } = nest.common
  class Things {
    all(request: never, reply: never): void {
      answer(request, reply)
    }
  }
  const method = Object.getOwnPropertyDescriptor(Things.prototype, 'all')!
  All(':id')(Things.prototype, 'all', method)
  Req()(Things.prototype, 'all', 0)
  Res()(Things.prototype, 'all', 1)
  Controller('things')(Things)
  class Service {}
  Module({ controllers: [Things] })(Service)
  return Service
}

/** What all versions have of an application. */
interface Application {
  init(): Promise<unknown>
  getHttpAdapter(): { getInstance(): unknown }
}

interface FastifyInstance {
  ready(done: () => void): void
  routing: RequestListener
  addContentTypeParser(
    type: string,
    parse: (request: never, body: never, done: (error: null) => void) => void,
  ): void
}

/** A listener that waits until the application is there. */
function started<App extends Application>(
  application: Promise<App>,
  listenerOf: (app: App) => RequestListener,
): RequestListener {
  const ready = application.then(async (app) => {
    await app.init()
    return listenerOf(app)
  })
  return (request, response) => void ready.then((listener) => listener(request, response))
}

const fastifyOf = (app: Application) => app.getHttpAdapter().getInstance() as FastifyInstance

const quiet = { logger: false, bodyParser: false } as const

describe.each<[string, Nest]>([
  ['nest 12', { common, core, fastify }],
  // As far as it is used here, it has the same types.
  ['nest 11', nest11 as unknown as Nest],
])('%s', (version, nest) => {
  describeHttpAdapter({
    name: `${version} on express`,
    place: 'GET /things/:id',
    app(handler: Handler, options) {
      const create = async () => {
        const app = await nest.core.NestFactory.create(moduleOf(nest, handler), quiet)
        if (options) app.use(guardExpress.redactResponses(options))
        return app
      }
      return started(create(), (app) => app.getHttpAdapter().getInstance() as RequestListener)
    },
  })

  describeHttpAdapter({
    name: `${version} on fastify`,
    place: 'GET /things/:id',
    app(handler: Handler, options) {
      const answer = (request: { raw: never }, reply: { raw: ServerResponse; hijack(): void }): void => {
        reply.hijack()
        handler(request.raw, reply.raw)
      }
      const create = async () => {
        const app = await nest.core.NestFactory.create<fastify.NestFastifyApplication>(
          moduleOf(nest, answer as Parameters<typeof moduleOf>[1]),
          new nest.fastify.FastifyAdapter(),
          quiet,
        )
        if (options) await app.register(guardFastify.redactResponses(options))
        fastifyOf(app).addContentTypeParser('*', (_request, _body, done) => done(null))
        return app
      }
      return started(create(), (app) => (request, response) => {
        const instance = fastifyOf(app)
        instance.ready(() => instance.routing(request, response))
      })
    },
  })
})
