import { inspect, types } from 'node:util'
import type { Inquiry } from './inquiry.ts'
import type { Node, Slot } from './node.ts'

/** Makes the slot for a value that the node refers to. */
export type Refer = (value: unknown, isJson?: boolean) => Slot

const ERROR_KEYS = ['name', 'message', 'stack', 'cause']

// What prints nothing that the properties do not hold.
const PLAIN_PRINTERS = new Set<unknown>([
  Object.prototype.toString,
  Array.prototype.toString,
  Function.prototype.toString,
  Error.prototype.toString,
])

/** Reads all that the object of a node shows, by whatever way it may be printed. May throw what the object throws. */
export function readNode(node: Node, refer: Refer, inquiry: Inquiry): void {
  const { original } = node
  if (isOctets(original)) {
    readOctets(node, original, inquiry)
    return
  }
  const keys = keysOf(original)
  const size = types.isMap(original) || types.isSet(original) ? original.size : 0
  if (!inquiry.spend(keys.length + size)) {
    replaceBy(node, inquiry.withhold('too large'))
    return
  }
  readProperties(node, keys, refer, inquiry)
  if (types.isMap(original)) {
    for (const [key, value] of Map.prototype.entries.call(original))
      node.entries.push([refer(key), refer(value)])
  } else if (types.isSet(original)) {
    for (const value of Set.prototype.values.call(original)) node.entries.push([refer(value)])
  }
  if (isOpaque(original)) readInspected(node, inquiry)
  else if (types.isProxy(original)) ignoreErrors(() => readInspected(node, inquiry))
  readPrinters(node, refer)
}

/** What has insides that no copy could have. */
function isOpaque(object: object): boolean {
  return (
    typeof object === 'function' ||
    types.isPromise(object) ||
    types.isRegExp(object) ||
    types.isMapIterator(object) ||
    types.isSetIterator(object) ||
    types.isBoxedPrimitive(object) ||
    isWeak(object)
  )
}

function isWeak(object: object): boolean {
  return types.isWeakMap(object) || types.isWeakSet(object)
}

export function isError(object: object): object is Error {
  return types.isNativeError(object) || object instanceof Error
}

function keysOf(object: object): PropertyKey[] {
  const keys = Reflect.ownKeys(object)
  // Their other hidden properties are a function's prototype and such, which nothing prints.
  if (isOpaque(object)) return keys.filter((key) => key === 'name' || isEnumerable(object, key))
  if (Array.isArray(object)) return keys.filter((key) => key !== 'length')
  if (isError(object)) return [...keys, ...ERROR_KEYS.filter((key) => key in object && !keys.includes(key))]
  return keys
}

function isEnumerable(object: object, key: PropertyKey): boolean {
  return Object.prototype.propertyIsEnumerable.call(object, key)
}

function readProperties(node: Node, keys: readonly PropertyKey[], refer: Refer, inquiry: Inquiry): void {
  const taken = new Set<PropertyKey>(keys)
  for (const key of keys) {
    const newKey = redactKey(key, taken, inquiry)
    if (newKey !== key) node.changed = true
    const slot = readProperty(node, key, refer, inquiry)
    node.properties.push({ key, newKey, enumerable: isEnumerable(node.original, key), slot })
  }
}

function readProperty(node: Node, key: PropertyKey, refer: Refer, inquiry: Inquiry): Slot {
  let value: unknown
  try {
    value = Reflect.get(node.original, key)
  } catch {
    // Nothing reads a hidden getter, unless it is an error's stack.
    if (!isEnumerable(node.original, key) && !isError(node.original)) return { value: undefined }
    node.changed = true
    return { value: inquiry.withhold('getter threw') }
  }
  return refer(value)
}

/** Two keys may come out the same: the later ones are numbered. */
function redactKey(key: PropertyKey, taken: Set<PropertyKey>, inquiry: Inquiry): PropertyKey {
  if (typeof key === 'symbol') {
    const redacted = inquiry.text(key.description ?? '')
    return redacted === (key.description ?? '') ? key : Symbol(redacted)
  }
  const redacted = inquiry.text(String(key))
  if (redacted === key) return key
  let unique = redacted
  for (let number = 2; taken.has(unique); number++) unique = `${redacted} ${number}`
  taken.add(unique)
  return unique
}

function readInspected(node: Node, inquiry: Inquiry): void {
  const showHidden = isWeak(node.original)
  const text = inspect(node.original, { depth: 4, maxArrayLength: 1000, maxStringLength: null, showHidden })
  const redacted = inquiry.text(text)
  if (redacted !== text) node.changed = true
  if (isOpaque(node.original)) node.substitute = redacted
}

/** Private fields show in what these print, and a copy has none: so it gets what the original prints. */
function readPrinters(node: Node, refer: Refer): void {
  const { original, isJson } = node
  const read = (key: PropertyKey, print: (method: (...args: unknown[]) => unknown) => unknown): void => {
    const method: unknown = Reflect.get(original, key)
    if (typeof method !== 'function' || PLAIN_PRINTERS.has(method)) return
    const printed = print((...args) => Reflect.apply(method, original, args))
    node.printers.set(key, refer(printed, key === 'toJSON'))
  }
  if (!isJson) ignoreErrors(() => read('toJSON', (method) => method('')))
  if (typeof original === 'function') return
  ignoreErrors(() => read('toString', (method) => method()))
  ignoreErrors(() => read(Symbol.toPrimitive, (method) => method('string')))
  ignoreErrors(() => read(inspect.custom, () => inspect(original)))
}

/** What fails to print itself shows nothing. */
function ignoreErrors(print: () => void): void {
  try {
    print()
  } catch {}
}

/** An array of bytes, as a Buffer's own JSON has it, is searched as bytes. */
function isOctets(object: object): object is number[] {
  if (!Array.isArray(object) || object.length < 4 || types.isProxy(object)) return false
  for (let index = 0; index < object.length; index++) {
    const octet: unknown = object[index]
    if (typeof octet !== 'number' || octet < 0 || octet > 255 || !Number.isInteger(octet)) return false
  }
  return Reflect.ownKeys(object).length === object.length + 1
}

function readOctets(node: Node, octets: number[], inquiry: Inquiry): void {
  const bytes = Uint8Array.from(octets)
  const redacted = inquiry.bytes(bytes)
  if (redacted !== bytes) replaceBy(node, [...redacted])
}

export function replaceBy(node: Node, substitute: unknown): void {
  node.changed = true
  node.substitute = substitute
}
