import { classOf, type Part } from './parts.ts'

// What may stand right before a token though it ends in a letter or digit: `\n`, `A`, `\x3d`, `%3D`.
const escapes = String.raw`\\[nrtbfv0]|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|%[0-9A-Fa-f]{2}`

// Signs that make one word of two where a token's own characters include them.
const joiners = ['_', '-', '+', '/']

function wordClass(characters: string): string {
  const own = joiners.filter((joiner) => characters.includes(joiner))
  return `A-Za-z0-9${classOf(own.join(''))}`
}

// Signs that belong to what stands before: no token begins with one, or it could begin at each of a row of them.
const binders = ['=', '.', ':']

function beginning(characters: string): string {
  const own = binders.filter((binder) => characters.includes(binder))
  return own.length > 0 ? `(?![${classOf(own.join(''))}])` : ''
}

/** Regular expression: no word goes on to the left, of the token's characters, other than an escape. */
export function startOfToken(characters: string): string {
  return `(?:(?<![${wordClass(characters)}])|(?<=${escapes}))${beginning(characters)}`
}

/** Regular expression: no word goes on to the right. */
export function endOfToken(characters: string): string {
  return `(?![${wordClass(characters)}])`
}

/**
 * Regular expression of the parts for a search that passes over a whole text. What may stand before them is in the
 * match: without looking back into alternatives, engines skip most of the text.
 */
export function searchedSource(part: Part): string {
  const start = `(?:(?<![${wordClass(part.characters)}])|${escapes})${beginning(part.characters)}`
  return start + part.source + endOfToken(part.characters)
}

/** Regular expression: the parts, with no word that goes on at either end. */
export function tokenSource(part: Part): string {
  return startOfToken(part.characters) + part.source + endOfToken(part.characters)
}
