import { createRequire } from 'node:module'
import type { RE2JS } from 're2js'
import { canMatch, type Program } from './can-match.ts'

const require = createRequire(import.meta.url)
/** Loading it takes longer than most of what is scanned, and few have an expression. */
const engine = (): typeof import('re2js') => require('re2js')

/** An expression in RE2 syntax, searched for in bytes of UTF-8, in linear time. */
export interface Expression {
  /** Whether it is found anywhere in it. */
  test(bytes: Uint8Array): boolean
  /** Start and end of every match, none within another, in order. */
  matches(bytes: Uint8Array): Generator<readonly [start: number, end: number], void, undefined>
  /** Of the first match, start and end of every group, the whole first; -1 where a group has no part in it. */
  groups(bytes: Uint8Array): readonly (readonly [start: number, end: number])[]
  /** Whether there is any text in which it is found. */
  canMatch(): boolean
  /** How many groups it has, besides the whole. */
  readonly groupCount: number
}

/** No longer match is found for sure, in bytes. */
export const LONGEST_MATCH = 32_768
/** Places are told slowly, and that there is no match fast: so many bytes are asked about at once. */
const SLICE = 131_072
/** What stands before a match decides whether a word begins there. */
const CONTEXT = 8

/** Longer ones take long to compile. */
const LONGEST_SOURCE = 20_000

/** An expression that RE2 does not take; its message says why. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError'
  readonly code = 'bad-expression'
}

const compiled = new Map<string, Expression>()

/** @throws ExpressionError */
export function expression(source: string): Expression {
  const known = compiled.get(source)
  if (known) return known
  const made = compile(source)
  compiled.set(source, made)
  return made
}

function compile(source: string): Expression {
  if (source.length > LONGEST_SOURCE) {
    throw new ExpressionError(`an expression may have at most ${LONGEST_SOURCE} characters`)
  }
  const re2 = parsed(source)
  return {
    canMatch: () => canMatch(re2.re2().prog as Program),
    groupCount: re2.groupCount(),
    // Without groups and places it is much faster.
    test: (bytes) => re2.test(bytes),
    *matches(bytes) {
      for (let at = 0; ; ) {
        const due = at + SLICE
        const isLast = due + LONGEST_MATCH >= bytes.length
        const end = isLast ? bytes.length : due + LONGEST_MATCH
        let next = due
        if (re2.test(bytes.subarray(Math.max(0, at - CONTEXT), end))) {
          const matcher = re2.matcher(bytes.subarray(0, end))
          for (let found = matcher.find(at); found; found = matcher.find()) {
            if (!isLast && matcher.start() >= due) break
            next = Math.max(next, matcher.end())
            // It is too long, or what ends it is only the cut.
            if (isLast || matcher.end() < end) yield [matcher.start(), matcher.end()]
          }
        }
        if (isLast) return
        at = next
      }
    },
    groups(bytes) {
      const matcher = re2.matcher(bytes)
      if (!matcher.find()) return []
      return Array.from({ length: re2.groupCount() + 1 }, (_, group) => [
        matcher.start(group),
        matcher.end(group),
      ])
    },
  }
}

function parsed(source: string): RE2JS {
  try {
    return engine().RE2JS.compile(source)
  } catch (error) {
    if (!(error instanceof engine().RE2JSException)) throw error
    const hint = /^invalid (?:named capture|or unsupported Perl syntax)/.test(
      error.message.replace(/^[^:]*: /, ''),
    )
      ? ' (RE2 has neither lookahead nor lookbehind)'
      : ''
    throw new ExpressionError(`${error.message}${hint}`, { cause: error })
  }
}
