import { isCommonWord } from '@tacet/core'

/** Shorter values stand in too much innocent text. */
export const SHORTEST = 6

/** Digits alone need more: six of them turn up in every few thousand timestamps. */
const SHORTEST_DIGITS = 8

const DATE = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/

// What configuration is full of, besides common English words.
const CONFIGURATION = new Set(
  `undefined enabled disabled optional admin administrator username anonymous
  password passwd passphrase secret apikey api-key api_key credential credentials authorization
  changeme change-me change_me letmein replace-me replace_me placeholder redacted
  localhost 127.0.0.1 0.0.0.0 localhost:3000 localhost:8080 host.docker.internal
  development develop production staging testing preview sandbox
  postgres postgresql mariadb mongodb rabbitmq sqlite elasticsearch minioadmin localstack
  verbose warning boolean function bigint buffer example sample dummy foobar foobarbaz
  application http/1.1 us-east-1 us-east-2 us-west-1 us-west-2 eu-west-1 eu-central-1`.split(/\s+/),
)

/** No word is longer. */
const LONGEST_WORD = 24

function isKnownWord(word: string): boolean {
  return CONFIGURATION.has(word) || isCommonWord(word)
}

/**
 * Why a value cannot be registered, in words that do not tell it, or undefined when it can. A refused value is not
 * redacted: whoever gets the reason has to say so.
 *
 * @param minLength in UTF-16 units, or bytes for bytes
 */
export function refusal(value: string | Uint8Array, minLength: number): string | undefined {
  const text = typeof value === 'string' ? value.trim() : Buffer.from(value).toString('latin1')
  const { length } = text
  if (length === 0) return 'it is empty'
  if (length < minLength) return `it is shorter than ${minLength} characters and would black out other text`
  if (length <= LONGEST_WORD) {
    if (minLength >= SHORTEST && length < SHORTEST_DIGITS && /^\d+$/.test(text))
      return `it is a number of fewer than ${SHORTEST_DIGITS} digits and would black out other numbers`
    if (DATE.test(text)) return 'it reads as a date'
    if (isKnownWord(text.toLowerCase())) return 'it is a common word and would black out other text'
  }
  if (text.includes('*') && text.replace(/^\*+|\*+$/g, '').length < Math.min(minLength, SHORTEST))
    return 'it is mostly asterisks'
  // Few begin with the same twice.
  if (text[0] === text[length - 1] && text === text.charAt(0).repeat(length))
    return 'it is one character repeated'
  return undefined
}
