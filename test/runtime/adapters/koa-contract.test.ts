import { redactResponses } from '@tacet/runtime/koa'
import { describeHttpAdapter } from '../../contract/http-adapter.ts'
import { koaVersions } from '../../helpers/koa.ts'

for (const { version, Koa } of koaVersions) {
  describeHttpAdapter({
    name: `koa ${version}`,
    place: 'GET',
    app(handler, options) {
      const app = new Koa()
      if (options) app.use(redactResponses(options))
      app.use((context) => {
        context.respond = false
        context.res.statusCode = 200
        handler(context.req, context.res)
      })
      return app.callback()
    },
  })
}
