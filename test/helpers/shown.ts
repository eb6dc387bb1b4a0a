import { inspect } from 'node:util'

/** All that printing the value in any usual way shows. */
export function shown(value: unknown): string {
  const inspected = inspect(value, { depth: null, showHidden: true, maxStringLength: null })
  const isNullPrototype = value instanceof Object === false && typeof value === 'object'
  return `${inspected} ${JSON.stringify(value)} ${isNullPrototype ? '' : String(value)}`
}
