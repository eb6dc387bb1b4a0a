import type { Match, Matcher, Pattern } from './types.ts'
import { breakLength, longestOccurrence, WRAP_HEAD, WRAP_SPACING } from './wrap.ts'

type Units = ArrayLike<number>

/**
 * The naive matcher, as plain as it can be written: every pattern at every offset, one unit at a time.
 * It is the oracle that the fast one is compared with; nothing else should use it.
 */
export function referenceMatcher(patterns: readonly Pattern[]): Matcher {
  const encoder = new TextEncoder()
  const wrapped = patterns.map((pattern) => 'text' in pattern && pattern.wrapped === true)
  const asText = patterns.map((pattern) => ('text' in pattern ? units(pattern.text) : undefined))
  const asBytes = patterns.map((pattern) =>
    'text' in pattern ? encoder.encode(pattern.text) : pattern.bytes,
  )

  const find = (input: Units, list: readonly (Units | undefined)[]): Match[] => {
    const groups: { start: number; end: number; pattern: number }[] = []
    for (let start = 0; start < input.length; start++) {
      let best: { end: number; pattern: number } | undefined
      list.forEach((pattern, index) => {
        if (!pattern || pattern.length === 0) return
        for (const end of occurrences(input, start, pattern, wrapped[index]!)) {
          if (typeof end === 'number' && end > (best?.end ?? 0)) best = { end, pattern: index }
        }
      })
      if (!best) continue
      const last = groups.at(-1)
      if (last && start <= last.end) last.end = Math.max(last.end, best.end)
      else groups.push({ start, ...best })
    }
    return groups
  }
  const livePrefix = (input: Units, list: readonly (Units | undefined)[]): number => {
    for (let start = 0; start < input.length; start++) {
      const live = list.some(
        (pattern, index) => pattern && occurrences(input, start, pattern, wrapped[index]!).includes('live'),
      )
      if (live) return start
    }
    return input.length
  }

  return {
    longest: patterns.reduce((most, pattern) => Math.max(most, longestOccurrence(pattern)), 0),
    find: (text) => find(units(text), asText),
    findBytes: (bytes) => find(bytes, asBytes),
    test: (text) => find(units(text), asText).length > 0,
    testBytes: (bytes) => find(bytes, asBytes).length > 0,
    livePrefix: (text) => livePrefix(units(text), asText),
    livePrefixBytes: (bytes) => livePrefix(bytes, asBytes),
  }
}

type End = number | 'live' | undefined

/**
 * Where the pattern ends when it occurs at `start`; `live` when the input ends before the pattern does.
 * A wrapped pattern also occurs without its head.
 */
function occurrences(input: Units, start: number, pattern: Units, wrapped: boolean): End[] {
  return (wrapped ? [0, WRAP_HEAD] : [0]).map((from) => occurrenceFrom(from, input, start, pattern, wrapped))
}

function occurrenceFrom(first: number, input: Units, start: number, pattern: Units, wrapped: boolean): End {
  let at = start
  let untilBreak = WRAP_HEAD
  for (let index = first; index < pattern.length; index++) {
    if (wrapped && untilBreak <= 0 && input[at] !== pattern[index]) {
      const length = breakLength(input, at)
      if (length === 'live') return 'live'
      if (length > 0) {
        at += length
        untilBreak = WRAP_SPACING
      }
    }
    if (at === input.length) return 'live'
    if (input[at] !== pattern[index]) return undefined
    at++
    untilBreak--
  }
  return at
}

function units(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
}
