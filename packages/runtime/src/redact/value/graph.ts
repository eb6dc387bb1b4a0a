import { createCopies } from './copy.ts'
import type { Inquiry } from './inquiry.ts'
import { redactLeaf, redactPrimitive } from './leaves.ts'
import { createNode, type Node, type Slot } from './node.ts'
import { readNode, replaceBy } from './read.ts'

/**
 * Redacts a value and all it refers to, in three steps, none of which recurses: read every object once, shallow ones
 * first; mark as changed whatever refers to something changed; copy what is marked. So cycles and shared references
 * come out as they were, and what holds no secret is not copied.
 */
export function redactGraph(root: unknown, inquiry: Inquiry): unknown {
  const nodes = new Map<object, Node>()
  const leaves = new Map<object, unknown>()
  const queue: Node[] = []

  const referToObject = (value: object, depth: number, isJson: boolean): Slot => {
    const known = nodes.get(value)
    if (known) return { node: known }
    if (!leaves.has(value)) {
      const leaf = redactLeaf(value, inquiry)
      if (leaf !== undefined) leaves.set(value, leaf)
    }
    if (leaves.has(value)) return { value: leaves.get(value) }
    if (inquiry.isTooDeep(depth)) return { value: inquiry.withhold('too deep') }
    const node = createNode(value, depth, isJson)
    nodes.set(value, node)
    queue.push(node)
    return { node }
  }

  const refer = (value: unknown, parent: Node | undefined, isJson = false): Slot => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
      return { value: redactPrimitive(value, inquiry) }
    }
    try {
      return referToObject(value, (parent?.depth ?? 0) + 1, isJson)
    } catch {
      return { value: inquiry.withhold('cannot be inspected') }
    }
  }

  const referFrom =
    (parent: Node) =>
    (value: unknown, isJson = false): Slot => {
      const slot = refer(value, parent, isJson)
      if ('node' in slot) slot.node.parents.push(parent)
      else if (!Object.is(slot.value, value)) parent.changed = true
      return slot
    }

  const first = refer(root, undefined)
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!
    try {
      readNode(node, referFrom(node), inquiry)
    } catch {
      replaceBy(node, inquiry.withhold('cannot be inspected'))
    }
  }
  const changed = spreadChange(queue)
  const copies = createCopies(changed, (value) => redactGraph(value, inquiry))
  return 'node' in first ? (copies.get(first.node) ?? root) : first.value
}

/** Marks every node from which a changed one can be reached, and returns all marked ones. */
function spreadChange(nodes: readonly Node[]): Node[] {
  const changed = nodes.filter((node) => node.changed)
  for (let next = 0; next < changed.length; next++) {
    for (const parent of changed[next]!.parents) {
      if (parent.changed) continue
      parent.changed = true
      changed.push(parent)
    }
  }
  return changed
}
