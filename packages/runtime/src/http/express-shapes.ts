import type { IncomingMessage, ServerResponse } from 'node:http'

type Handle = (
  this: unknown,
  request: IncomingMessage,
  response: ServerResponse,
  ...rest: unknown[]
) => unknown

/** What is asked of an application of Express. */
export interface Application {
  /** Where it is mounted. */
  readonly parent?: Application
  /** Answers a request: the application itself does nothing but call it. */
  handle?: Handle
}

/** A request with what Express itself sets on each: all but the route before the first middleware is called. */
interface PreparedRequest extends IncomingMessage {
  next?: unknown
  res?: unknown
  baseUrl?: unknown
  originalUrl?: unknown
  _parsedUrl?: unknown
  params?: unknown
  route?: unknown
}

const prepared = new WeakSet<object>()

/**
 * Makes requests of an application alike for V8, and responses too, from its next request on.
 *
 * Express changes the prototype of both, and sets properties on them after that. Up to Node 22 (V8 12) an object whose
 * prototype was changed gets a hidden class of its own with the next new property, so that whatever reads it after
 * that, Express or Node or a guard, looks each property up anew: in all that costs more than to search the response.
 * Here the same properties are there before: `undefined` until Express sets them, and `locals` the empty object that
 * Express would make.
 *
 * @param application the one that a response tells of, or one that is mounted in it
 */
export function shareShapes(application: Application): void {
  let outermost = application
  while (outermost.parent) outermost = outermost.parent
  const { handle } = outermost
  if (typeof handle !== 'function' || prepared.has(outermost)) return
  prepared.add(outermost)
  outermost.handle = function (request, response, ...rest) {
    prepare(request, response)
    return handle.call(this, request, response, ...rest)
  }
}

/** One that another framework has passed on keeps what is there. */
function prepare(request: PreparedRequest, response: ServerResponse & { locals?: object }): void {
  request.next ??= undefined
  request.res ??= undefined
  request.baseUrl ??= undefined
  request.originalUrl ??= undefined
  request._parsedUrl ??= undefined
  request.params ??= undefined
  request.route ??= undefined
  response.locals ??= Object.create(null) as object
  // These two a response has from its prototype until its head is written.
  const { statusCode, statusMessage } = response
  response.statusCode = statusCode
  response.statusMessage = statusMessage
}
