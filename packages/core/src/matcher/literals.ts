import type { Pattern } from './types.ts'

/** A pattern as one side of the matcher searches for it: a string of UTF-16 units, or of bytes as U+0000–U+00FF. */
export interface Literal {
  readonly units: string
  /** Index of the pattern in the list that was given. */
  readonly pattern: number
  readonly wrapped: boolean
}

/** What to search for in strings. The first pattern has the index `first`. */
export function textLiterals(patterns: readonly Pattern[], first: number): Literal[] {
  return patterns.flatMap((pattern, index) =>
    'text' in pattern && pattern.text !== ''
      ? [{ units: pattern.text, pattern: first + index, wrapped: pattern.wrapped === true }]
      : [],
  )
}

/** What to search for in bytes: text as UTF-8. The first pattern has the index `first`. */
export function byteLiterals(patterns: readonly Pattern[], first: number): Literal[] {
  return patterns.flatMap((pattern, index) => {
    const bytes = 'text' in pattern ? Buffer.from(pattern.text) : pattern.bytes
    const wrapped = 'text' in pattern && pattern.wrapped === true
    return bytes.length > 0 ? [{ units: binaryString(bytes), pattern: first + index, wrapped }] : []
  })
}

/** Bytes as a string with one unit a byte. */
export function binaryString(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
