import type { Pattern } from './types.ts'

/** A wrapped literal has at least so many units. */
export const WRAP_SHORTEST = 24

/** At least so many units of a wrapped literal stand between two line breaks in it. */
export const WRAP_SPACING = 32

/**
 * At least so many units stand before the first line break, and so many at the head may be missing. The two go
 * together: a break after the first unit or two is found by the rest alone, and a stream need not hold back the
 * end of every line whose last letter happens to begin some literal.
 */
export const WRAP_HEAD = 4

/** At most so many spaces and tabs may follow a line break and count as part of it. */
export const WRAP_INDENT = 16

/** An escaped `\r\n` and the indentation. */
export const LONGEST_BREAK = 4 + WRAP_INDENT

const TAB = 9
const CARRIAGE_RETURN = 13
export const LINE_FEED = 10
const SPACE = 32
export const BACKSLASH = 92
const LOWER_N = 110
const LOWER_R = 114

/**
 * How long the line break at `at` is, with the indentation after it: `\n` or `\r\n`, as such or written as escapes
 * (backslash, `n`) in a quoted string. 0 when there is none; `live` when the input ends before that can be told,
 * or where more indentation could follow.
 */
export function breakLength(input: ArrayLike<number>, at: number): number | 'live' {
  const { length } = input
  let next = at
  if (input[next] === BACKSLASH) {
    if (next + 1 === length) return 'live'
    if (input[next + 1] === LOWER_R) {
      next += 2
      if (next === length) return 'live'
      if (input[next] !== BACKSLASH) return 0
      if (next + 1 === length) return 'live'
    }
    if (input[next + 1] !== LOWER_N) return 0
    next += 2
  } else {
    if (input[next] === CARRIAGE_RETURN) next++
    if (next === length) return 'live'
    if (input[next] !== LINE_FEED) return 0
    next++
  }
  const limit = Math.min(length, next + WRAP_INDENT)
  while (next < limit && isIndent(input[next])) next++
  return next === length ? 'live' : next - at
}

/** How long an occurrence of the pattern can be, in units of text or in bytes, whichever is more. */
export function longestOccurrence(pattern: Pattern): number {
  if (!('text' in pattern)) return pattern.bytes.length
  const { text, wrapped } = pattern
  return wrapped ? longestWrapped(text.length) : Math.max(text.length, Buffer.byteLength(text))
}

/** How long an occurrence of a wrapped literal of so many units can be. */
export function longestWrapped(length: number): number {
  const breaks = 1 + Math.floor(Math.max(0, length - WRAP_HEAD - 1) / WRAP_SPACING)
  return length + breaks * LONGEST_BREAK
}

/** @throws RangeError when a wrapped pattern is too short, or holds what a line break is made of */
export function checkWrapped(pattern: Pattern): void {
  if (!('text' in pattern) || !pattern.wrapped) return
  if (pattern.text.length < WRAP_SHORTEST)
    throw new RangeError(`a wrapped pattern needs at least ${WRAP_SHORTEST} units`)
  if (/[^!-[\]-~]/.test(pattern.text))
    throw new RangeError('a wrapped pattern holds printable ASCII only, and neither a space nor a backslash')
}

/** How long the line break that ends before `at` is, with its indentation; 0 when there is none. */
export function breakLengthBefore(input: ArrayLike<number>, at: number): number {
  let start = at
  while (at - start < WRAP_INDENT && isIndent(input[start - 1])) start--
  if (input[start - 1] === LINE_FEED) {
    start--
    if (input[start - 1] === CARRIAGE_RETURN) start--
  } else if (input[start - 1] === LOWER_N && input[start - 2] === BACKSLASH) {
    start -= 2
    if (input[start - 1] === LOWER_R && input[start - 2] === BACKSLASH) start -= 2
  } else return 0
  return at - start
}

/** Whether a line break can start with this unit. */
export function startsBreak(unit: number): boolean {
  return unit === LINE_FEED || unit === CARRIAGE_RETURN || unit === BACKSLASH
}

/**
 * Whether a line break can stand where a literal, read backwards, was interrupted by this unit: an escaped break
 * may have given its last letter to the literal.
 */
export function interruptsBackwards(unit: number): boolean {
  return unit === LINE_FEED || unit === LOWER_N || unit === BACKSLASH || isIndent(unit)
}

function isIndent(unit: number | undefined): boolean {
  return unit === SPACE || unit === TAB
}
