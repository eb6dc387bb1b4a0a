/** The characters from `first` to `last`, both included, in code-unit order. */
function range(first: string, last: string): string {
  const from = first.charCodeAt(0)
  return String.fromCharCode(...Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, i) => from + i))
}

const digits = range('0', '9')
const lower = range('a', 'z')
const upper = range('A', 'Z')

/**
 * Alphabets by name, each in the order of its digit values. They are built from ranges, so that no source
 * file holds a string that looks like a key.
 */
export const alphabets = {
  digits,
  lower,
  upper,
  letters: upper + lower,
  alnum: upper + lower + digits,
  lowerAlnum: lower + digits,
  upperAlnum: upper + digits,
  hex: digits + range('a', 'f'),
  upperHex: digits + range('A', 'F'),
  anyHex: digits + range('a', 'f') + range('A', 'F'),
  /** RFC 4648 section 6, no padding. */
  base32: upper + range('2', '7'),
  lowerBase32: lower + range('2', '7'),
  base36: digits + lower,
  /** Bitcoin's: no 0, O, I and l. */
  base58: range('1', '9') + upper.replace(/[IO]/g, '') + lower.replace('l', ''),
  /** Digits, then capitals, then small letters, as GitHub counts. */
  base62: digits + upper + lower,
  /** RFC 4648 section 4, no padding. */
  base64: `${upper}${lower}${digits}+/`,
  /** RFC 4648 section 5, no padding. */
  base64url: `${upper}${lower}${digits}-_`,
} as const

export type Alphabet = keyof typeof alphabets
