import { redactResponses } from '@tacet/runtime/http'
import { describeHttpAdapter } from '../../contract/http-adapter.ts'

describeHttpAdapter({
  name: 'a listener of node:http',
  place: 'GET things',
  app: (handler, options) =>
    options ? redactResponses(handler, { ...options, place: ({ method }) => `${method} things` }) : handler,
})
