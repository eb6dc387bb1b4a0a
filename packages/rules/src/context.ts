import type { Candidate } from './rule.ts'

/** Words one of which must stand near a credential that has no form of its own. */
export interface Context {
  /** Lower case, three characters or more. */
  readonly words: readonly [string, ...string[]]
  /** How far from the credential the word may stand, either way, in UTF-16 units. */
  readonly reach?: number
  /** What names it in a sample: `DATADOG_API_KEY`. Left out for a token that is known by its form as well. */
  readonly label?: string
}

export const defaultReach = 100
// As far as a label is looked for to the left of a value.
export const labelReach = 80

const secretWords = ['key', 'token', 'secret', 'passw', 'pwd', 'auth', 'credential', 'bearer']
const secretName =
  /key|token|secret|passw(?:or)?d|pwd|auth|credential|bearer|signature|(?:^|[^a-z])pat(?:[^a-z]|$)|(?:access|private|api)$/i
const publicName =
  /public|publishable|md5|sha-?\d|checksum|digest|integrity|etag|commit|fingerprint|(?:client|app(?:lication)?|project|tenant|account|user|org(?:anization)?)[_-]?id$/i

// A name, the type that some languages write after it, what binds it to its value, a scheme, an opening quote. Read
// from the end: from the front, each of the units before a value would be tried as the first of the name.
const binding =
  /$(?<=([\w.$-]{2,60})["'\])\\]{0,4}(?:\s?:?\s?(?:\bstring|&?\bstr)(?=\s))?(?:\s{0,8}(?:=>|[:?.+~|]{0,3}=|[:(,>]|\s-(?=\s))\s{0,8}|[ \t]{1,16})(?:bearer |basic |token )?[brfu]?\\{0,3}["'`]?)/i
// The name of a pair, above its value.
const pair = /([\w.$-]{2,60})["',]{0,2}\s{1,20}["']?(?:value|default)["']?\s?[:=]\s?["']?$/i

const otherNames = [
  // The element in which it stands behind something else: `<secret>{… value}</secret>`, as Jenkins has it.
  /<([\w.:-]{2,60})>[^<>\n]{0,40}$/,
  // It says what it is and goes on: service-token-…
  /-$(?<=([\w.-]{0,60}(?:key|token|secret|private|access))-)/i,
  // In a row of words, where `binding` has it for a scheme.
  /(?<![\w-])(token) $/i,
]

/**
 * The name that the text before a value gives it and that secrets have: of the same line, or of the line above in the
 * `name:`, `value:` pairs of Kubernetes. Empty when nothing binds such a name to the value.
 */
export function labelOf({ text, start }: Pick<Candidate, 'text' | 'start'>, context: Context): string {
  const before = text.slice(Math.max(0, start - labelReach), start)
  const bound = binding.exec(before)?.[1] ?? ''
  const name = /^(?:value|default)$/i.test(bound) ? (pair.exec(before)?.[1] ?? '') : bound
  if (namesSecret(name, context)) return name
  const others = otherNames.map((pattern) => pattern.exec(before)?.[1] ?? '')
  return others.find((label) => namesSecret(label, context)) ?? ''
}

/** Whether a label is one that secrets have: it says so, or is nothing but the provider's name. */
function namesSecret(label: string, { words }: Context): boolean {
  return words.includes(label.toLowerCase()) || (secretName.test(label) && !publicName.test(label))
}

const ignoringCase = (word: string): string =>
  word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`).replace(/[.-]/g, '\\$&')

/**
 * Regular expression of what may come before a credential in its match: the nearest of the words, and all up to the
 * credential. It is optional, for the words may also come after; `isNear` has the last word.
 *
 * @param token the credential with its boundaries. It is tried before what costs more.
 */
export function leadIn({ words, reach = defaultReach, label }: Context, token: string): string {
  const word = `(?:${words.map(ignoringCase).join('|')})`
  const named = label
    ? `(?=${token})(?<=(?:${[...secretWords.map(ignoringCase), word].join('|')})[^]{0,48})`
    : ''
  // Not past the next word: so no unit is looked at for two words, however many there are.
  return `(?:${word}(?:(?!${word})[^]){0,${reach}}?${named})?`
}

/** Whether one of the words stands within reach of the candidate, in either direction. */
export function isNear({ words, reach = defaultReach }: Context, { text, start, end }: Candidate): boolean {
  const near =
    `${text.slice(Math.max(0, start - reach), start)}\n${text.slice(end, end + reach)}`.toLowerCase()
  return words.some((word) => near.includes(word))
}
