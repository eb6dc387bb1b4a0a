import { alphabets, entropy, placeholder } from '@tacet/core'
import { custom, dismissed, lowered } from '../define-rule.ts'
import { pick, text } from '../random.ts'
import type { Candidate, Judgement, Random, Rule } from '../rule.ts'

const raw = String.raw

const NAMES = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((use) => [`${use}_KEY`, `${use}_SALT`])

const QUOTE = raw`(?:\\{0,3}["']|&(?:quot|apos|#39);)`

// Of what WordPress draws from, all that no language escapes.
const signs = `${alphabets.alnum}!@#^*()-_[]~,.;:?|`

/** Drawn from that many signs, 64 of them have five bits each and more; sentences and constants have not. */
function judge({ secret, path }: Candidate): Judgement {
  if (entropy(secret) < 4.3) return dismissed('too regular to be random')
  const doubt = placeholder('', { path })
  const reasons = ['a key of WordPress', ...(doubt ? [doubt.reason] : [])]
  return { confidence: lowered('high', doubt ? 1 : 0), reasons }
}

// At either end, a blank would be lost on the way.
const key = (random: Random): string =>
  text(random, alphabets.alnum, 1) + text(random, signs, 62) + text(random, alphabets.alnum, 1)

/** What signs the cookies of a site: `wp-config.php`, or the environment where a site keeps it there. */
export const wordpress: readonly Rule[] = [
  custom({
    id: 'wordpress-key',
    title: 'Authentication key or salt of WordPress',
    provider: 'WordPress',
    severity: 'high',
    keywords: ['auth_key', 'auth_salt', 'logged_in_key', 'logged_in_salt', 'nonce_key', 'nonce_salt'],
    pattern: new RegExp(
      raw`(?:AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)(?:${QUOTE}[ \t]{0,20},|=)[ \t]{0,20}${QUOTE}(?<secret>[^'"\\\r\n]{60,70})(?=${QUOTE})`,
    ),
    longest: 140,
    before: 0,
    judge,
    sample: (random) => {
      const name = pick(random, NAMES)
      return pick(random, [`define('${name}', '${key(random)}');`, `${name}='${key(random)}'`])
    },
    nearMisses: [
      (line) => line.replace(/_(?:KEY|SALT)/, '_PEPPER'),
      (line) => line.replace(/'[^']{60,}'/, "'put your unique phrase here'"),
      (line) => line.replace(/'[^']{60,}'/, `'${'put your own phrase here, '.repeat(3).slice(0, 64)}'`),
      (line) => line.replace(/'[^']{60,}'/, `'${'0'.repeat(64)}'`),
    ],
    reference: 'https://developer.wordpress.org/advanced-administration/wordpress/wp-config/',
    revoke: 'https://api.wordpress.org/secret-key/1.1/salt/',
  }),
]
