import { fileURLToPath } from 'node:url'

/** The folder of Tacet's own packages, wherever it is installed. */
const own = fileURLToPath(new URL('../../../', import.meta.url))

/** Frames between the program and a listener: of loggers and frameworks, mostly. */
const DEEPEST = 50

const FRAME = /\(?((?:file:\/\/|\/|[A-Za-z]:[\\/])[^()]*:\d+:\d+)\)?$/

/** An event, and the place in the program that it comes of: file, line and column. */
export type Located<E> = E & { readonly callSite?: string }

/**
 * A listener that is also told where in the program a secret was emitted: the first place in the stack that is neither
 * Node's, nor Tacet's, nor in `node_modules`. There is none when the program has written it before, as with a stream.
 * To take a stack costs some microseconds: put it within `rateLimited`.
 */
export function withCallSite<E extends object>(listener: (event: Located<E>) => void): (event: E) => void {
  return (event) => {
    const callSite = callerOf()
    listener(callSite === undefined ? event : { ...event, callSite })
  }
}

function callerOf(): string | undefined {
  const { stackTraceLimit } = Error
  const holder: { stack?: string } = {}
  Error.stackTraceLimit = DEEPEST
  Error.captureStackTrace(holder, callerOf)
  Error.stackTraceLimit = stackTraceLimit
  for (const line of holder.stack?.split('\n') ?? []) {
    const place = FRAME.exec(line)?.[1]
    if (place === undefined) continue
    const path = place.startsWith('file:') ? fileURLToPath(place) : place
    if (!path.startsWith(own) && !/[\\/]node_modules[\\/]/.test(path)) return path
  }
  return undefined
}
