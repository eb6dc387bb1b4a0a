import { redactResponses } from '@tacet/runtime/express'
import { describeHttpAdapter } from '../../contract/http-adapter.ts'
import { expressVersions } from '../../helpers/express.ts'

for (const { version, express } of expressVersions) {
  describeHttpAdapter({
    name: `express ${version}`,
    place: 'GET /things/:id',
    app(handler, options) {
      const app = express()
      if (options) app.use(redactResponses(options))
      app.all('/things/:id', handler)
      return app
    },
  })
}
