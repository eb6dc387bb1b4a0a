import { isDeepStrictEqual } from 'node:util'
import { isCollection, isMap, isSeq, type Node, parse, parseDocument } from 'yaml'
import { withEndsOf } from './change.ts'

type Path = readonly (string | number)[]

/** Where a block mapping or sequence begins its lines, in columns from 0. */
const columnOf = (text: string, node: Node): number => {
  const start = node.range![0]
  return start - (text.lastIndexOf('\n', start - 1) + 1)
}

const endOfLine = (text: string, node: Node): number => {
  const last = text.slice(0, node.range![1]).trimEnd().length
  const next = text.indexOf('\n', last)
  return next < 0 ? text.length : next + 1
}

const indented = (lines: string, column: number): string => lines.replace(/^(?=.)/gm, ' '.repeat(column))

/** A value with something put into it, or one more item in a list. */
const put = (value: unknown, [key, ...rest]: Path, added: unknown): unknown => {
  if (Array.isArray(value)) {
    return key === undefined
      ? [...value, added]
      : value.map((item, at) => (at === key ? put(item, rest, added) : item))
  }
  if (key === undefined) return { ...(value as object), ...(added as object) }
  const record = (value ?? {}) as Record<string, unknown>
  return { ...record, [key]: put(record[key], rest, added) }
}

/**
 * Adds lines to the end of a block mapping or sequence of a YAML text, and leaves all else as it is written.
 *
 * @param path - leads to the collection
 * @param lines - an entry, not indented
 * @returns undefined when the text is no YAML, there is no such collection, it is written on one line, or the result
 *   would say anything else
 */
export const insertYaml = (text: string, path: Path, lines: string): string | undefined => {
  const document = parseDocument(text)
  if (document.errors.length > 0) return undefined
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  if (!isCollection(node) || node.flow || node.items.length === 0 || !(isMap(node) || isSeq(node)))
    return undefined
  const at = endOfLine(text, node)
  const gap = text[at - 1] === '\n' ? '' : '\n'
  const fresh = withEndsOf(text, gap + indented(lines, columnOf(text, node)))
  const result = text.slice(0, at) + fresh + text.slice(at)
  return says(result, () => {
    const added: unknown = parse(lines)
    return put(document.toJS(), path, isSeq(node) ? (added as unknown[])[0] : added)
  })
    ? result
    : undefined
}

const says = (text: string, expected: () => unknown): boolean => {
  try {
    return isDeepStrictEqual(parse(text), expected())
  } catch {
    return false
  }
}
