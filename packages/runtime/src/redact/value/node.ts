/** Something that a node refers to: another node, or a value that is redacted already. */
export type Slot = { readonly node: Node } | { readonly value: unknown }

interface Property {
  readonly key: PropertyKey
  /** What the key is in a copy. */
  readonly newKey: PropertyKey
  readonly enumerable: boolean
  readonly slot: Slot
}

/** One object of the graph that was given, and what was found in it. */
export interface Node {
  readonly original: object
  readonly depth: number
  /** That it came out of a `toJSON`, and so will not be asked for its own. */
  readonly isJson: boolean
  /** The nodes that refer to it: they change when it changes. */
  readonly parents: Node[]
  /** Own properties, and those an error inherits. */
  readonly properties: Property[]
  /** What a Map (key and value) or a Set (value) holds. */
  readonly entries: Slot[][]
  /** What the methods return by which the object prints itself, computed on the original. */
  readonly printers: Map<PropertyKey, Slot>
  /** Whether it cannot be left as it is. */
  changed: boolean
  /** What to put in its place, when it is changed and has no copy of its kind. */
  substitute?: unknown
}

export function createNode(original: object, depth: number, isJson: boolean): Node {
  return {
    original,
    depth,
    isJson,
    parents: [],
    properties: [],
    entries: [],
    printers: new Map(),
    changed: false,
  }
}
