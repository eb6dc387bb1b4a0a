import { types } from 'node:util'
import type { WholeMatcher } from '../../registry/recognised.ts'
import type { ValueLimits } from './inquiry.ts'

/** What is spent at most on looking at a value in this way: objects deep, properties, characters. */
const DEPTH = 16
const ENTRIES = 512
const LENGTH = 2 ** 16

/**
 * Whether a value is plain data in which nothing is to be redacted: most of what is logged is, and to see that costs a
 * fraction of reading it as a graph. False says nothing: there may be a secret in it, or something that is not plain,
 * such as an instance of a class, a function, bytes, a cycle.
 */
export function isInnocent(
  value: unknown,
  matcher: WholeMatcher,
  { maxDepth = DEPTH, maxEntries = ENTRIES, maxLength = LENGTH }: ValueLimits,
): boolean {
  const said = new PlainTexts(Math.min(maxEntries, ENTRIES))
  try {
    if (!said.add(value, Math.min(maxDepth, DEPTH))) return false
    return said.text.length <= Math.min(maxLength, LENGTH) && !matcher.test(said.text, said.linesApart)
  } catch {
    return false
  }
}

/** All that a plain value says, one line each: what is in one text of it is in all of them together. */
class PlainTexts {
  text = ''
  /** Whether no text of the value is itself of several lines. */
  linesApart = true
  #entries: number

  constructor(entries: number) {
    this.#entries = entries
  }

  /** False when the value is not plain, or is too much. */
  add(value: unknown, depth: number): boolean {
    switch (typeof value) {
      case 'string':
        if (value.includes('\n')) this.linesApart = false
        this.text += `\n${value}`
        return this.text.length <= LENGTH
      case 'number':
      case 'bigint':
        this.text += `\n${value}`
        return true
      case 'symbol':
        return this.add(value.description ?? '', depth)
      case 'object':
        return value === null || this.#addObject(value, depth)
      default:
        return typeof value !== 'function'
    }
  }

  #addObject(object: object, depth: number): boolean {
    if (depth <= 0 || types.isProxy(object)) return false
    const prototype: unknown = Object.getPrototypeOf(object)
    if (Array.isArray(object)) {
      // Numbers may be bytes.
      if (prototype !== Array.prototype || typeof object[0] === 'number') return false
    } else if (prototype !== Object.prototype && prototype !== null) return false
    const keys = Reflect.ownKeys(object)
    this.#entries -= keys.length
    if (this.#entries < 0) return false
    for (const key of keys) {
      if (!this.add(key, depth) || !this.add(object[key as never], depth - 1)) return false
    }
    return true
  }
}
