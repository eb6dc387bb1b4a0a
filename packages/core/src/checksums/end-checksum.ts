import { alphabets } from '../alphabets.ts'
import type { Checksum } from './checksums.ts'
import { crc32 } from './crc32.ts'
import { numeral } from './numerals.ts'

/**
 * Checks that vendors put behind their tokens, and that others have taken over for tokens of their own: a CRC-32 in the
 * digits of an alphabet, as wide as the greatest is. In base62 as GitHub and npm have it, in base36 as GitLab.
 */
export const endChecks = {
  'crc32-base62': { alphabet: 'base62', length: 6 },
  'crc32-base36': { alphabet: 'base36', length: 7 },
  'crc32-hex': { alphabet: 'hex', length: 8 },
} as const

export type EndCheck = keyof typeof endChecks

/**
 * The check of tokens that end with one, whatever else they are like.
 *
 * @param after a text that is not checked, with which tokens begin; nothing can be said of one without it.
 */
export function endChecksum(name: EndCheck, after = ''): Checksum {
  const { alphabet, length } = endChecks[name]
  const digits = alphabets[alphabet]
  const check = (head: string): string => numeral(crc32(head.slice(after.length)), digits, length)
  return {
    append: (body) => body + check(body),
    verify(token) {
      const head = token.slice(0, -length)
      if (!head.startsWith(after) || head.length <= after.length) return 'unknown'
      const end = token.slice(-length)
      // Hexadecimal digits may be written in either case.
      return check(head) === (alphabet === 'hex' ? end.toLowerCase() : end) ? 'valid' : 'invalid'
    },
  }
}
