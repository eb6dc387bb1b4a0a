import { binaryString, byteLiterals, type Literal, textLiterals } from './literals.ts'
import { PlainSearch } from './plain.ts'
import { PrefixIndex } from './prefix.ts'
import { ByteSearch, TextSearch } from './search.ts'
import type { GrowingMatcher, Pattern } from './types.ts'
import { checkWrapped, longestOccurrence } from './wrap.ts'

export type { GrowingMatcher, Match, Matcher, Pattern } from './types.ts'

export interface MatcherOptions {
  /** Whether the first few short inputs are searched without what is made to search many: that takes some milliseconds. */
  readonly quickStart?: boolean
}

/**
 * Finds many literals at once, in strings and in bytes. A miss costs a fraction of a nanosecond a unit, however
 * many literals there are.
 *
 * @param patterns empty ones match nothing
 * @throws RangeError for a wrapped pattern that is too short or that holds what a line break is made of
 */
export function matcher(
  patterns: readonly Pattern[],
  { quickStart = false }: MatcherOptions = {},
): GrowingMatcher {
  const all: Pattern[] = []
  let longest = 0
  const plain = quickStart ? new PlainSearch(all) : undefined
  const text = part(all, textLiterals, (literals) => new TextSearch(literals))
  const bytes = part(all, byteLiterals, (literals) => new ByteSearch(literals))
  const textPrefixes = part(all, textLiterals, (literals) => new PrefixIndex(literals))
  const bytePrefixes = part(all, byteLiterals, (literals) => new PrefixIndex(literals))
  const made: GrowingMatcher = {
    get longest() {
      return longest
    },
    add(more) {
      more.forEach(checkWrapped)
      longest = more.reduce((most, pattern) => Math.max(most, longestOccurrence(pattern)), longest)
      for (const pattern of more) all.push(pattern)
    },
    find: (input) => plain?.find(input) ?? text().find(input),
    findBytes: (input) => plain?.find(input) ?? bytes().find(input),
    test: (input, linesApart) => plain?.test(input) ?? text().test(input, linesApart),
    testBytes: (input) => plain?.test(input) ?? bytes().test(input),
    livePrefix: (input) => textPrefixes().livePrefix(input, longest),
    livePrefixBytes(input) {
      const skipped = Math.max(0, input.length - longest)
      return skipped + bytePrefixes().livePrefix(binaryString(input.subarray(skipped)), longest)
    },
  }
  made.add(patterns)
  return made
}

/** A part that is made when it is first asked for, and told of the patterns that came since when it is asked again. */
function part<T extends { add(literals: readonly Literal[]): void }>(
  patterns: readonly Pattern[],
  literals: (patterns: readonly Pattern[], first: number) => Literal[],
  make: (literals: readonly Literal[]) => T,
): () => T {
  let made: T | undefined
  let known = 0
  return () => {
    if (made && known === patterns.length) return made
    const more = literals(patterns.slice(known), known)
    known = patterns.length
    if (made) made.add(more)
    else made = make(more)
    return made
  }
}
