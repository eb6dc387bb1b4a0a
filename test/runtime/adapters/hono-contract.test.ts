import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { redactResponses } from '@tacet/runtime/hono'
import { Hono } from 'hono'
import { describeHttpAdapter } from '../../contract/http-adapter.ts'
import { honoServers } from '../../helpers/hono.ts'

for (const { version, getRequestListener } of honoServers) {
  describeHttpAdapter({
    name: `hono on node-server ${version}`,
    place: 'GET /things/:id',
    app(handler, options) {
      const app = new Hono<{ Bindings: HttpBindings }>()
      if (options) app.use(redactResponses(options))
      app.all('/things/:id', ({ env }) => {
        handler(env.incoming, env.outgoing as Parameters<typeof handler>[1])
        return RESPONSE_ALREADY_SENT
      })
      return getRequestListener(app.fetch as Parameters<typeof getRequestListener>[0], {
        overrideGlobalObjects: false,
      })
    },
  })
}
