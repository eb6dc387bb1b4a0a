import { nextClass, nextLetter } from './tables.ts'

const LOWER = 0
const UPPER = 1
const DIGIT = 2
const OTHER = 3
const WORD_START = 26

function classOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return LOWER
  if (unit >= 65 && unit <= 90) return UPPER
  return unit >= 48 && unit <= 57 ? DIGIT : OTHER
}

/** How often a random string of the same alphabet would hold a small letter, a capital, a digit. */
function chances(text: string): { letter: number; classes: readonly number[] } {
  const hasLower = /[a-z]/.test(text)
  const hasUpper = /[A-Z]/.test(text)
  const hasDigit = /\d/.test(text)
  const hex = hasDigit && !/[g-z]/i.test(text) && hasLower !== hasUpper
  const letters = hex ? 6 : 26
  const size = (hasLower ? letters : 0) + (hasUpper ? letters : 0) + (hasDigit ? 10 : 0)
  return {
    letter: letters,
    classes: [hasLower ? letters / size : 0, hasUpper ? letters / size : 0, hasDigit ? 10 / size : 0],
  }
}

/**
 * How much likelier the text is to be made of words or an identifier than of characters drawn at random, in bits:
 * positive for words, negative for random. Digits alone give 0: they say nothing.
 *
 * Letters are judged by the pairs they form inside a word (camel humps, digits and signs start new words), and
 * the change from small to capital to digit by how identifiers do it. Both tables come from real text.
 */
function wordiness(text: string): number {
  const { letter: alphabet, classes } = chances(text)
  const pairBonus = Math.log2(alphabet / 26)
  let bits = 0
  let before = OTHER
  let letterBefore = WORD_START
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const now = classOf(unit)
    if (before !== OTHER && now !== OTHER && classes[now]! < 1)
      bits += Math.log2(nextClass[before]![now]! / classes[now]!)
    if (now === LOWER || now === UPPER) {
      const hump = now === UPPER && (before === LOWER || classOf(text.charCodeAt(i + 1)) === LOWER)
      const letter = (unit | 0x20) - 97
      bits += nextLetter[hump ? WORD_START : letterBefore]![letter]! / 8 + pairBonus
      letterBefore = letter
    } else letterBefore = WORD_START
    before = now
  }
  return bits
}

/**
 * How random a text looks, from 0 (words, an identifier) to 1 (drawn at random); 0.5 when there is nothing to go
 * by. The longer the text, the more decided: a random text of 8 small letters is told from a word 9 times of 10.
 */
export function randomness(text: string): number {
  return 1 / (1 + 2 ** (wordiness(text) / 2))
}
