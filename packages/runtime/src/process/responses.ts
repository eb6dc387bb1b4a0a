import { noFramework, redactResponse, responseSettings } from '../http/response.ts'
import type { Registry } from '../registry.ts'
import type { RequestStart } from './requests.ts'

/**
 * Makes what redacts a response. A framework's own adapter knows more, such as the route; it may be used as well, with
 * the same registry.
 */
export function responseGuard(registry: Registry): (start: RequestStart) => void {
  const settings = responseSettings({ registry }, noFramework)
  return ({ request, response }) => void redactResponse(request, response, settings)
}
