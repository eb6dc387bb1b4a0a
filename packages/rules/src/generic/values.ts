import { alphabets, entropy, randomness, wordCover } from '@tacet/core'
import { text } from '../random.ts'
import type { Confidence, Random } from '../rule.ts'
import { CODE, SETTINGS } from './places.ts'

const hasLetter = (value: string): boolean => /[a-z]/i.test(value)
const hasDigit = (value: string): boolean => /\d/.test(value)

/** As rules for passwords want it: letters, digits and a sign, eight and more. Who writes a sample takes less trouble. */
const isStrong = (value: string): boolean =>
  value.length >= 8 && /[^\w\s]|_/.test(value) && !/[\s(){}[\]<>"'`]/.test(value)

/**
 * How sure it is that a value is a password that someone chose or drew, or `undefined` for words. What people
 * choose reads like words with digits: in code it is taken for a sample, where settings are kept for real.
 */
export function passwordConfidence(value: string, path: string): Confidence | undefined {
  if (value.length < 4 || wordCover(value) > 0.5) return undefined
  const random = randomness(value)
  const mixed = value.length >= 8 && hasDigit(value) && hasLetter(value)
  if (random > (mixed ? 0.6 : value.length >= 6 ? 0.75 : 0.9)) return 'high'
  if (random > 0.5 && hasLetter(value)) return 'medium'
  if (value.length < 6 || !hasDigit(value) || !hasLetter(value)) return 'low'
  return !CODE.test(path) || SETTINGS.test(path) || isStrong(value) ? 'medium' : 'low'
}

// Vendors put words before what is random: `access-production-…`, `key_…`. They are no evidence against the rest.
const WORDS_AHEAD = /^(?:[A-Za-z]{2,12}[-_.:]){1,3}(?=.{16})/

/** How sure it is that a value is a key or token, which are drawn at random; `undefined` when it is not. */
export function secretConfidence(token: string): Confidence | undefined {
  const value = token.replace(WORDS_AHEAD, '')
  const random = randomness(value)
  if (value.length < 8 || random < 0.5 || !hasLetter(value)) return undefined
  // Random characters hold a common word now and then, but not a long one.
  if (wordCover(value) > 0.15) return 'low'
  if (value.length >= 16 && random > 0.95 && entropy(value) > 2.8) return 'high'
  return random > 0.9 || (value.length >= 24 && hasDigit(value)) ? 'medium' : 'low'
}

/** How sure it is that a value is a secret, when its name says no more than that it is some key. */
export function keyConfidence(value: string): Confidence | undefined {
  const clear = value.length >= 20 && hasDigit(value) && secretConfidence(value) === 'high'
  return clear ? 'medium' : undefined
}

/** The longest text in a value that is a JSON object, as header values and claims may be; otherwise the value itself. */
function longestLeaf(value: string): string {
  if (!value.startsWith('{')) return value
  try {
    const leaves: string[] = []
    JSON.parse(value.replaceAll(/\\+"/g, '"'), (_, leaf) => {
      if (typeof leaf === 'string') leaves.push(leaf)
      return leaf
    })
    return leaves.reduce((longest, leaf) => (leaf.length > longest.length ? leaf : longest), '')
  } catch {
    return value
  }
}

/** The text that a value is the base64 of, as in a Kubernetes Secret, or the escapes of; otherwise the value itself. */
export function decoded(text: string): string {
  const value = longestLeaf(text)
  // Passwords that WordPress and Google give to applications are written in groups.
  if (/^[A-Za-z\d]{4}(?: [A-Za-z\d]{4}){3,5}$/.test(value)) return value.replaceAll(' ', '')
  if (/^(?:\\x[\da-f]{2}){4,}$/i.test(value)) {
    return value.replaceAll(/\\x(..)/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    )
  }
  if (value.length < 8 || value.length % 4 !== 0 || !/^[\w+/]+={0,2}$/.test(value)) return value
  try {
    const plain = atob(value)
    return /^[\x20-\x7e\n\r]+$/.test(plain) ? plain.trim() : value
  } catch {
    return value
  }
}

/** A generated secret, for the samples of rules: one that looks like words by chance is drawn again. */
export function sampleSecret(random: Random): string {
  for (;;) {
    const drawn = text(random, alphabets.alnum, 24)
    if (secretConfidence(drawn) === 'high' && passwordConfidence(drawn, '') === 'high' && hasDigit(drawn))
      return drawn
  }
}
