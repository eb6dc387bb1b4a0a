import type { Match, Matcher } from '@tacet/core'

/** Finds in an input that is at hand as a whole; what the end of a piece could be the beginning of, it cannot tell. */
export type WholeMatcher = Pick<Matcher, 'find' | 'findBytes' | 'test' | 'testBytes'>

/** Finds secrets that nobody registered; a match's `pattern` is the index of its name. */
export interface Recogniser extends WholeMatcher {
  readonly names: readonly string[]
}

/** The index that a registry gives to what is recognised: no registered form has a negative one. */
export const recognisedIndex = (index: number): number => -1 - index

/** Finds the registered forms and what is recognised. Where both are, the stretch is of the one that starts first. */
export function withRecognised(registered: Matcher, recogniser: Recogniser): WholeMatcher {
  const both = (known: readonly Match[], recognised: readonly Match[]): readonly Match[] =>
    recognised.length === 0
      ? known
      : mergeMatches([
          ...known,
          ...recognised.map((match) => ({ ...match, pattern: recognisedIndex(match.pattern) })),
        ])
  return {
    find: (text) => both(registered.find(text), recogniser.find(text)),
    findBytes: (bytes) => both(registered.findBytes(bytes), recogniser.findBytes(bytes)),
    test: (text, linesApart) => registered.test(text, linesApart) || recogniser.test(text, linesApart),
    testBytes: (bytes) => registered.testBytes(bytes) || recogniser.testBytes(bytes),
  }
}

/**
 * The stretches that matches cover, in order, those that overlap or touch as one. Each is of the match that starts
 * first; of those that start together the longest; of equals the first given.
 */
export function mergeMatches(matches: readonly Match[]): readonly Match[] {
  const sorted = [...matches].sort((a, b) => a.start - b.start || b.end - a.end)
  const merged: Match[] = []
  for (const match of sorted) {
    const last = merged.at(-1)
    if (!last || match.start > last.end) merged.push(match)
    else if (match.end > last.end) merged[merged.length - 1] = { ...last, end: match.end }
  }
  return merged
}
