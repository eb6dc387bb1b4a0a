import 'reflect-metadata'
import type { RequestListener, ServerResponse } from 'node:http'
import { All, Controller, type INestApplication, Module, Req, Res } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import * as guardExpress from '@tacet/runtime/express'
import * as guardFastify from '@tacet/runtime/fastify'
import { describeHttpAdapter } from '../../contract/http-adapter.ts'
import type { Handler } from '../../contract/http-bodies.ts'

/** A module with one controller, as its decorators make it. */
function moduleOf(answer: (request: never, reply: never) => void): new () => object {
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

/** A listener that waits until the application is there. */
function started(application: Promise<INestApplication>): RequestListener {
  const ready = application.then(async (app) => {
    await app.init()
    return app.getHttpAdapter()
  })
  return (request, response) =>
    void ready.then((adapter) => {
      const instance = adapter.getInstance()
      if (adapter.getType() === 'fastify') {
        instance.ready(() => instance.routing(request, response))
      } else instance(request, response)
    })
}

const quiet = { logger: false, bodyParser: false } as const

describeHttpAdapter({
  name: 'nest 12 on express',
  place: 'GET /things/:id',
  app(handler: Handler, options) {
    const create = async (): Promise<INestApplication> => {
      const app = await NestFactory.create(moduleOf(handler), quiet)
      if (options) app.use(guardExpress.redactResponses(options))
      return app
    }
    return started(create())
  },
})

describeHttpAdapter({
  name: 'nest 12 on fastify',
  place: 'GET /things/:id',
  app(handler: Handler, options) {
    const answer = (request: { raw: never }, reply: { raw: ServerResponse; hijack(): void }): void => {
      reply.hijack()
      handler(request.raw, reply.raw)
    }
    const create = async (): Promise<INestApplication> => {
      const app = await NestFactory.create<NestFastifyApplication>(
        moduleOf(answer as Parameters<typeof moduleOf>[0]),
        new FastifyAdapter(),
        quiet,
      )
      if (options) await app.register(guardFastify.redactResponses(options))
      app
        .getHttpAdapter()
        .getInstance()
        .addContentTypeParser('*', (_request, _body, done) => done(null))
      return app
    }
    return started(create())
  },
})
