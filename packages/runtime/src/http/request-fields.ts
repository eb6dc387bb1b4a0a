import type { IncomingMessage } from 'node:http'

/**
 * Whether a request has this header. Node puts the headers of a request together when they are first asked for, which
 * many a service never does: the raw ones tell as well.
 *
 * @param name in lower case.
 */
export function hasField(request: IncomingMessage, name: string): boolean {
  const { rawHeaders } = request
  // Requests that are made up, of an event of a cloud function say, may have no raw ones.
  if (!rawHeaders || rawHeaders.length === 0) return request.headers[name] !== undefined
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const field = rawHeaders[at]!
    if (field.length === name.length && field.toLowerCase() === name) return true
  }
  return false
}
