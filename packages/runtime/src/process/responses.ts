import type { IncomingMessage } from 'node:http'
import { redactHttp2 } from '../http/http2.ts'
import { noFramework, redactResponse, responseSettings } from '../http/response.ts'
import type { Registry } from '../registry.ts'
import type { ResponseGuard } from './requests.ts'

/**
 * Makes what redacts responses. A framework's own adapter knows more, such as the route; it may be used as well, with
 * the same registry.
 */
export function responseGuard(registry: Registry): ResponseGuard {
  const settings = responseSettings({ registry }, noFramework)
  return {
    request: ({ request, response }) => void redactResponse(request, response, settings),
    stream(stream, headers, rawHeaders) {
      // As much of a request as is asked of it here.
      const request = { method: headers[':method'], headers, rawHeaders } as unknown as IncomingMessage
      redactHttp2(request, undefined, stream, settings)
    },
  }
}
