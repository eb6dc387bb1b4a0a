import { redactResponses } from '@tacet/runtime/fastify'
import { describeHttpAdapter } from '../../contract/http-adapter.ts'
import { fastifyVersions } from '../../helpers/fastify.ts'

for (const { version, fastify } of fastifyVersions) {
  describeHttpAdapter({
    name: `fastify ${version}`,
    place: 'GET /things/:id',
    app(handler, options) {
      const app = fastify()
      if (options) app.register(redactResponses(options))
      // Bodies are the handler's to read.
      app.addContentTypeParser('*', (_request, _body, done) => done(null))
      app.all('/things/:id', (request, reply) => {
        reply.hijack()
        handler(request.raw, reply.raw)
      })
      return (request, response) => void app.ready(() => app.routing(request, response))
    },
  })
}
