import {
  createScanner,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import { lineAt } from '../line-at.ts'
import type { Problem } from './problem.ts'

/** What is wrong beyond these is not told. */
const MOST_PROBLEMS = 100
/** Objects and lists within one another. */
const DEEPEST = 64

/** A JSON document that knows where everything stands in it. */
export class ConfigDocument {
  /** As it is shown. */
  readonly file: string
  readonly root: Node | undefined = undefined
  readonly problems: Problem[] = []
  /** Where each line starts. */
  readonly #starts: number[] = [0]

  /** @param content - JSON; comments and commas after the last entry are allowed */
  constructor(file: string, content: string) {
    this.file = file
    const text = content.replace(/^\ufeff/, '')
    for (const { index } of text.matchAll(/\n/g)) this.#starts.push(index + 1)
    const deep = tooDeep(text)
    if (deep !== undefined) {
      this.#report(deep, `more than ${DEEPEST} objects and lists are within one another here`)
      return
    }
    const errors: ParseError[] = []
    this.root = parseTree(text, errors, { allowTrailingComma: true })
    const [first] = errors
    if (text.trim() === '') this.#report(0, 'this is empty: write at least {}')
    // What comes after the first often follows from it.
    else if (first) this.#report(first.offset, syntaxMessage(printParseErrorCode(first.error)))
  }

  /** Whether there is no room for more that is wrong. */
  get isFull(): boolean {
    return this.problems.length >= MOST_PROBLEMS
  }

  report({ offset }: Pick<Node, 'offset'>, message: string): void {
    this.#report(offset, message)
  }

  /** `file:line:column` */
  where({ offset }: Pick<Node, 'offset'>): string {
    const { line, column } = this.#position(offset)
    return `${this.file}:${line}:${column}`
  }

  #report(offset: number, message: string): void {
    if (this.isFull) return
    this.problems.push({ file: this.file, ...this.#position(offset), message })
  }

  #position(offset: number): { readonly line: number; readonly column: number } {
    const line = lineAt(this.#starts, offset)
    return { line: line + 1, column: offset - this.#starts[line]! + 1 }
  }
}

/** Where a text opens more than it may; reading it would take as deep a call. */
function tooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true)
  let depth = 0
  for (let kind = scanner.scan(); kind !== END; kind = scanner.scan()) {
    if (kind === OPEN_BRACE || kind === OPEN_BRACKET) depth++
    else if (kind === CLOSE_BRACE || kind === CLOSE_BRACKET) depth--
    if (depth > DEEPEST) return scanner.getTokenOffset()
  }
  return undefined
}

// Kinds of tokens, of an enumeration that is there for the compiler only.
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, END] = [1, 2, 3, 4, 17] as const

const syntaxMessages: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a name in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing brace } is missing',
  CloseBracketExpected: 'a closing bracket ] is missing',
  EndOfFileExpected: 'nothing may follow after the end of the object',
  UnexpectedEndOfString: 'this text has no closing quote',
  InvalidEscapeCharacter: 'there is no such escape in JSON: write \\\\ for a backslash',
  UnexpectedEndOfComment: 'this comment has no end',
}

const syntaxMessage = (code: string): string => syntaxMessages[code] ?? 'this is not JSON'

/** The key and the value of each entry of an object. */
export function* entriesOf(node: Node): Generator<{ key: Node; name: string; value: Node }, void, undefined> {
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? []
    if (key && value) yield { key, name: String(key.value), value }
  }
}

/** The entry of an object with this name. */
export function entryOf(node: Node | undefined, name: string): Node | undefined {
  if (node?.type !== 'object') return undefined
  for (const entry of entriesOf(node)) if (entry.name === name) return entry.value
  return undefined
}

export const jsonOf = (node: Node): unknown => getNodeValue(node)

export type { Node }
