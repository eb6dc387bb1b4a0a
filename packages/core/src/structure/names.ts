import { wordsOf } from '../likelihood/index.ts'

const secretWords = new Set(
  `password passwords passwd passphrase passcode pass pwd pw secret secrets token tokens key keys apikey
  credential credentials auth authorization signature sig sas pat pin dsn`.split(/\s+/),
)

/** Names of several words that are written as one: `sslpassword`, `accesstoken`, `sharedaccesskey`. */
const secretEnding = /(?:password|passwd|passphrase|secret|token|apikey|accesskey|privatekey|accountkey)s?$/

/** Words after the one that says what it is: `client-key-data`, `TLS_KEY_PEM`. */
const neutralWords = new Set([
  'data',
  'value',
  'pem',
  'base',
  'string',
  'raw',
  'plain',
  'plaintext',
  'hash',
  'digest',
])

/** Whether what bears this name is secret: `clientSecret` and `DB_PASSWORD` are, `token_uri` and `public-key` are not. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name)
  if (words.some((word) => word === 'public' || word === 'publishable')) return false
  while (words.length > 1 && neutralWords.has(words.at(-1)!)) words.pop()
  const last = words.at(-1) ?? ''
  return secretWords.has(last) || secretEnding.test(last)
}

/** Whether what bears this name is public although it may look random: ids, addresses, fingerprints. */
export function isPublicName(name: string): boolean {
  const words = wordsOf(name)
  return words.some((word) => publicWords.has(word))
}

const publicWords = new Set(
  `id ids arn uri url endpoint host hostname email user username name type kid fingerprint thumbprint version
  public publishable cert certificate checksum etag region project created updated expires`.split(/\s+/),
)
