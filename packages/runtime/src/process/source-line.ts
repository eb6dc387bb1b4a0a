import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Registry } from '../registry.ts'

/** A frame of V8's stacks, `at name (place)` or `at place`; the place is a file with line and column, or something else. */
const FRAME = /^ {4}at (?:async )?(?:.*\((?<inner>.*)\)|(?<bare>.*))$/
const PLACE = /^(?<file>.*):(?<line>\d+):\d+$/

/** A stack that Node has put the line into: it is redacted with it. Errors of workers and of `require` come so. */
const DECORATED = /^.+:\d+\n.*\n *\^+\n/

/**
 * Whether the line of the source that Node prints above an exception may hold a secret. That line cannot be changed,
 * and what is not in a file may be a text with secrets: code that was made, or what `JSON.parse` was given.
 */
export function mayShowSecret(error: Error, registry: Registry): boolean {
  const stack: unknown = error.stack
  if (typeof stack !== 'string') return true
  if (DECORATED.test(stack)) return false
  const isSyntax = error instanceof SyntaxError || error.name === 'SyntaxError'
  for (const row of stack.split('\n')) {
    const { inner, bare } = FRAME.exec(row)?.groups ?? {}
    const place = inner ?? bare
    if (place === undefined) continue
    // Built into V8: what it was called with is shown, or who called it.
    if (place === '<anonymous>' && !isSyntax) continue
    if (place.startsWith('node:')) return isSyntax && place.startsWith('node:vm')
    // What does not parse is shown, not who asked for it to be parsed.
    return isSyntax || !isClean(place, registry)
  }
  return true
}

/** Whether the place is a line of a file, and no secret is in it. */
function isClean(place: string, registry: Registry): boolean {
  const { file, line } = PLACE.exec(place)?.groups ?? {}
  if (file === undefined) return false
  try {
    const source = readFileSync(file.startsWith('file:') ? fileURLToPath(file) : file, 'utf8')
    const shown = source.split('\n')[Number(line) - 1]
    return shown !== undefined && !registry.matcher().test(shown)
  } catch {
    return false
  }
}
