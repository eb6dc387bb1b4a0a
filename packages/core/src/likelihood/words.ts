import { commonWords } from './tables.ts'

const SHORTEST = 4
const LONGEST = 13
const known = new Set(commonWords)
// Most places in a text are no start of a word, and one look is to say so.
const starts = new Set(commonWords.map((word) => word.slice(0, SHORTEST)))

/** Whether a word (small letters) is common, also as a plural or a past or continuous form. */
export function isCommonWord(word: string): boolean {
  return known.has(word) || known.has(word.replace(/(?:s|ed|ing|ly)$/, ''))
}

/**
 * Splits a name into its words, in small letters: `dbPassword2`, `DB_PASSWORD` and `db-password` give
 * `db password`. Digits are left out.
 */
export function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase())
}

/** The share of a text's units, from 0 to 1, that belong to common words; words may be run together. */
export function wordCover(text: string): number {
  let covered = 0
  for (const run of wordsOf(text)) {
    for (let at = 0; at + SHORTEST <= run.length; ) {
      let end = starts.has(run.slice(at, at + SHORTEST)) ? Math.min(run.length, at + LONGEST) : at
      while (end - at >= SHORTEST && !isCommonWord(run.slice(at, end))) end--
      const found = end - at >= SHORTEST
      if (found) covered += end - at
      at = found ? end : at + 1
    }
  }
  return text.length === 0 ? 0 : covered / text.length
}
