import { breakLength, breakLengthBefore, WRAP_HEAD, WRAP_SPACING } from './wrap.ts'

/** Where an occurrence of a wrapped literal could start; `from` is the first of its units that is there. */
export interface WrappedStart {
  readonly start: number
  readonly from: 0 | typeof WRAP_HEAD
}

/**
 * Where the literal ends when it occurs from `start` on, without its first `from` units: `live` when the input
 * ends before that can be told, undefined when it does not occur.
 */
export function wrappedEnd(
  input: ArrayLike<number>,
  { start, from }: WrappedStart,
  literal: string,
): number | 'live' | undefined {
  let at = start
  let untilBreak = WRAP_HEAD
  for (let index = from; index < literal.length; index++) {
    const unit = literal.charCodeAt(index)
    if (at < input.length && input[at] !== unit && untilBreak <= 0) {
      const length = breakLength(input, at)
      if (length === 'live') return 'live'
      if (length === 0) return undefined
      at += length
      untilBreak = WRAP_SPACING
    }
    if (at === input.length) return 'live'
    if (input[at] !== unit) return undefined
    at++
    untilBreak--
  }
  return at
}

/**
 * Where a wrapped literal could start whose unit `index`, past its head, stands at `at`: walks back over units and
 * line breaks. How far the breaks have to be apart is for `wrappedEnd` to say.
 */
export function wrappedStarts(
  input: ArrayLike<number>,
  at: number,
  literal: string,
  index: number,
): WrappedStart[] {
  const starts: WrappedStart[] = []
  let position = at
  for (let unit = index; unit > WRAP_HEAD; unit--) {
    const before = literal.charCodeAt(unit - 1)
    // The `n` of an escaped line break may be the literal's own first unit.
    if (unit - 1 === WRAP_HEAD && input[position - 1] === before)
      starts.push({ start: position - 1, from: WRAP_HEAD })
    position -= breakLengthBefore(input, position)
    if (input[position - 1] !== before) return starts
    position--
  }
  starts.push({ start: position, from: WRAP_HEAD })
  starts.push({ start: position - WRAP_HEAD, from: 0 })
  starts.push({ start: position - breakLengthBefore(input, position) - WRAP_HEAD, from: 0 })
  return starts.filter(({ start }) => start >= 0)
}
