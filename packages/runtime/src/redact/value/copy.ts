import { types } from 'node:util'
import type { Node, Slot } from './node.ts'
import { isError } from './read.ts'

/**
 * Makes a copy of each node, or takes its substitute, all referring to one another as the originals do.
 *
 * @param redacted redacts what an accessor returns, when it is asked
 */
export function createCopies(
  changed: readonly Node[],
  redacted: (value: unknown) => unknown,
): Map<Node, unknown> {
  const copies = new Map<Node, unknown>()
  const hollow: [Node, object][] = []
  for (const node of changed) {
    if ('substitute' in node) {
      copies.set(node, node.substitute)
      continue
    }
    const copy = emptyCopy(node.original)
    copies.set(node, copy)
    hollow.push([node, copy])
  }
  const resolve = (slot: Slot): unknown => {
    if ('value' in slot) return slot.value
    return copies.has(slot.node) ? copies.get(slot.node) : slot.node.original
  }
  for (const [node, copy] of hollow) {
    fill(copy, node, resolve)
    shadowAccessors(copy, node.original, redacted)
  }
  return copies
}

/** An object of the same class and kind, with nothing in it. */
function emptyCopy(original: object): object {
  const prototype = Reflect.getPrototypeOf(original)
  const copy = emptyOfKind(original)
  if (!copy) return Object.create(prototype) as object
  if (Reflect.getPrototypeOf(copy) !== prototype) Object.setPrototypeOf(copy, prototype)
  return copy
}

function emptyOfKind(original: object): object | undefined {
  if (Array.isArray(original)) return new Array(original.length)
  if (types.isMap(original)) return new Map()
  if (types.isSet(original)) return new Set()
  if (types.isDate(original)) return new Date(Date.prototype.getTime.call(original))
  // A real error keeps being told from an object by those who look closely.
  if (isError(original)) return new Error()
  return undefined
}

function fill(copy: object, node: Node, resolve: (slot: Slot) => unknown): void {
  const define = (key: PropertyKey, value: unknown, enumerable: boolean): void =>
    void Object.defineProperty(copy, key, { value, enumerable, writable: true, configurable: true })

  // The copy must not show a stack of its own, which the original may have deleted.
  if (isError(node.original)) Reflect.deleteProperty(copy, 'stack')
  for (const { newKey, enumerable, slot } of node.properties) define(newKey, resolve(slot), enumerable)
  for (const [first, second] of node.entries) {
    const key = resolve(first!)
    if (types.isMap(copy)) Map.prototype.set.call(copy, uniqueIn(copy, key), resolve(second!))
    else Set.prototype.add.call(copy, key)
  }
  for (const [key, slot] of node.printers) {
    const printed = resolve(slot)
    define(key, () => printed, false)
  }
}

/** Those of kinds that a copy is of too. */
const builtIn = new Set<object | null>(
  [Object, Array, Map, Set, Date, Error].map((kind): object => kind.prototype as object),
)

/**
 * The accessors of a class may read private fields, which a copy has none of: they are asked of the original. Loggers
 * read the `name` of whatever they are given.
 */
function shadowAccessors(copy: object, original: object, redacted: (value: unknown) => unknown): void {
  for (
    let from = Reflect.getPrototypeOf(original);
    from && !builtIn.has(from);
    from = Reflect.getPrototypeOf(from)
  ) {
    for (const key of Reflect.ownKeys(from)) {
      const get = Reflect.getOwnPropertyDescriptor(from, key)?.get
      if (!get || Object.hasOwn(copy, key)) continue
      Object.defineProperty(copy, key, {
        get: () => redacted(Reflect.apply(get, original, [])),
        // The original is nobody's to change.
        set: (value) => void Object.defineProperty(copy, key, { value, writable: true, enumerable: false }),
        enumerable: false,
        configurable: true,
      })
    }
  }
}

/** Two keys of a Map may come out the same: the later ones are numbered. */
function uniqueIn(map: Map<unknown, unknown>, key: unknown): unknown {
  let unique = key
  for (let number = 2; map.has(unique); number++) unique = `${String(key)} ${number}`
  return unique
}
