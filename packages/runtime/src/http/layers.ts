import { ServerResponse } from 'node:http'
import type { Layer } from './exchange.ts'
import { exchangeOf } from './exchanges.ts'
import { endBody, writeBody } from './guarded-body.ts'
import { addTrailers, storeHeader, writeEarlyHints, writeHead, writeInformation } from './guarded-head.ts'
import type { NodeResponse, Unguarded } from './types.ts'

const METHODS = [
  'write',
  'end',
  'writeHead',
  'addTrailers',
  'writeEarlyHints',
  'writeInformation',
  '_storeHeader',
] as const

/** The methods of a response as they are now. */
function methodsOf(response: object): Unguarded {
  const methods = response as Unguarded
  const present = METHODS.filter((name) => methods[name] !== undefined)
  return Object.fromEntries(present.map((name) => [name, methods[name]])) as unknown as Unguarded
}

const node = methodsOf(ServerResponse.prototype)

/** Methods on the response itself, over whatever a middleware has put there. */
export const ownLayer: Layer = {
  unguarded: node,
  isLowest: false,
  isNodes: false,
}
const ownGuards = guards(ownLayer)

/** Puts the guarding methods on the response itself. */
export function guardItself(response: NodeResponse): Unguarded {
  const unguarded = methodsOf(response)
  Object.assign(response, ownGuards)
  return unguarded
}

const layers = new WeakMap<object, Layer>()
/** Most services have one application. */
let latest: { readonly prototype: object; readonly layer: Layer | undefined } | undefined

/**
 * The layer of the prototype that a framework has put over Node's, or of Node's own where there is none, made when it
 * is first asked for. As many methods on each response would cost more than to search its body. Undefined for a response
 * that is none of Node's, and when a middleware has put methods on the response, which the guard has to be over:
 * `compression` before it, say.
 */
export function prototypeLayer(response: NodeResponse): Layer | undefined {
  if (Object.hasOwn(response, 'write') || Object.hasOwn(response, 'end')) return undefined
  const prototype: object = Object.getPrototypeOf(response)
  if (latest?.prototype !== prototype) latest = { prototype, layer: layerOver(prototype) }
  return latest.layer
}

function layerOver(lowest: object): Layer | undefined {
  if (lowest === ServerResponse.prototype) return layers.get(lowest) ?? addLayer(lowest)
  for (let prototype = lowest; prototype !== ServerResponse.prototype; ) {
    const next: object | null = Object.getPrototypeOf(prototype)
    if (next === ServerResponse.prototype) return layers.get(prototype) ?? addLayer(prototype)
    if (!next) return undefined
    prototype = next
  }
  return undefined
}

function addLayer(prototype: object): Layer {
  const unguarded = methodsOf(prototype)
  const isNodes = unguarded.write === node.write && unguarded.end === node.end
  const layer = { unguarded, isLowest: true, isNodes }
  layers.set(prototype, layer)
  Object.assign(prototype, guards(layer))
  return layer
}

/** Methods that guard the responses whose exchange is of this layer, and only call the others'. */
function guards(layer: Layer): Unguarded {
  const { unguarded } = layer
  return {
    write(chunk, encoding, callback) {
      const exchange = exchangeOf(this)
      if (exchange?.layer !== layer) return unguarded.write.call(this, chunk, encoding, callback)
      return writeBody(exchange, chunk, encoding, callback)
    },
    end(chunk, encoding, callback) {
      const exchange = exchangeOf(this)
      if (exchange?.layer !== layer) return unguarded.end.call(this, chunk, encoding, callback)
      return endBody(exchange, chunk, encoding, callback)
    },
    writeHead(...args) {
      const exchange = exchangeOf(this)
      if (exchange?.layer !== layer) return unguarded.writeHead.apply(this, args)
      return writeHead(exchange, args)
    },
    addTrailers(trailers) {
      const exchange = exchangeOf(this)
      if (exchange?.layer !== layer) return unguarded.addTrailers.call(this, trailers)
      return addTrailers(exchange, trailers)
    },
    writeEarlyHints(hints, callback) {
      const exchange = exchangeOf(this)
      if (exchange?.layer !== layer) return unguarded.writeEarlyHints.call(this, hints, callback)
      return writeEarlyHints(exchange, hints, callback)
    },
    ...(unguarded.writeInformation && {
      writeInformation(status, headers, callback) {
        const exchange = exchangeOf(this)
        if (exchange?.layer !== layer)
          return unguarded.writeInformation!.call(this, status, headers, callback)
        return writeInformation(exchange, status, headers, callback)
      },
    }),
    _storeHeader(firstLine, headers) {
      const exchange = exchangeOf(this)
      if (exchange?.layer !== layer) return unguarded._storeHeader.call(this, firstLine, headers)
      return storeHeader(exchange, firstLine, headers)
    },
  }
}
