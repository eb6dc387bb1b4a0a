import { randomness } from './randomness.ts'
import { wordCover } from './words.ts'

const TLD =
  'com|org|net|io|dev|app|co|ai|edu|gov|me|info|biz|cloud|de|uk|fr|jp|cn|ru|eu|nl|ch|be|in|br|local|internal'
const EXTENSION =
  'js|mjs|cjs|ts|tsx|jsx|json|ya?ml|toml|xml|html?|css|scss|less|md|txt|py|rb|go|rs|java|kt|php|cs|cpp|hpp?|sh|bat|ps1|sql|pem|crt|cer|key|pub|p12|pfx|jks|png|jpe?g|gif|svg|ico|webp|woff2?|ttf|pdf|zip|gz|tgz|tar|log|cfg|conf|ini|env|lock|csv|vue|svelte|ejs|erb|j2|tf|properties|gpg|asc|db|sqlite'

/** Whether every piece of a text that signs divide reads like a word or a number. */
function readsLikeWords(text: string): boolean {
  const pieces = text.split(/[^A-Za-z0-9]+/).filter(Boolean)
  return pieces.every(
    (piece) => /^\d{1,4}$/.test(piece) || (/[a-z]/i.test(piece) && randomness(piece) < 0.55),
  )
}

interface Kind {
  readonly name: string
  readonly pattern: RegExp
  /** When the pattern alone is too wide. */
  readonly also?: (text: string) => boolean
}

const kinds = [
  { name: 'uuid', pattern: /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i },
  { name: 'number', pattern: /^[-+]?(?:\d[\d_,.]*|0x[0-9a-f]{1,8})(?:e[-+]?\d+)?(?:n|[a-z]{1,2}|%)?$/i },
  {
    name: 'date',
    pattern:
      /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ][\d:.]+(?:Z|[-+]\d\d:?\d\d)?)?$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/,
  },
  { name: 'version', pattern: /^[v^~<>=]{0,3}(?:\d:)?\d+\.\d+(?:\.\d+)*(?:[-+.][\w.-]{1,16})?$/i },
  { name: 'colour', pattern: /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i },
  { name: 'data URI', pattern: /^data:[\w/+.-]+[;,]/i },
  {
    name: 'image or font',
    pattern: /^(?:iVBORw0K|R0lGOD|\/9j\/4|d09GMg|d09GRg|AGFzbQ|PHN2Zy|UklGR|AAEAAAA|T1RUTw|PD94bWw|JVBERi)/,
  },
  {
    name: 'integrity hash',
    pattern:
      /^sha(?:1|256|384|512)[-:]|^h1:|^\$(?:2[abxy]?|5|6|argon2\w{0,2}|pbkdf2[\w-]*|scrypt)\$|^\{S?SHA\d*\}|^pbkdf2[_:]/i,
  },
  {
    name: 'public key',
    pattern:
      /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2|AAAA[BEC]3NzaC1|age1[02-9ac-hj-np-z]{20,}|MII[BC]Ij|MIGfMA0|MFkwEwYH|MCowBQYDK2V|-----BEGIN (?:PUBLIC|CERT|RSA PUBLIC|X509))/,
  },
  { name: 'web address', pattern: /^(?:[a-z][a-z0-9+.-]{1,20}:)?\/\/[^:@\s]*(?::\d+)?(?:[/?#].*)?$/i },
  { name: 'host name', pattern: new RegExp(`^(?:[\\w-]+\\.)+(?:${TLD})(?::\\d+)?(?:/.*)?$`, 'i') },
  { name: 'e-mail address', pattern: /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/ },
  {
    name: 'IP address',
    pattern:
      /^(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d+)?$|^(?=.*::|(?:[\da-f]{1,4}:){7})(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?:\/\d{1,3})?$/i,
  },
  { name: 'fingerprint', pattern: /^(?:[\da-f]{2}[:-]){5,}[\da-f]{2}$/i },
  {
    name: 'media type',
    pattern: /^(?:application|audio|font|image|message|multipart|text|video)\/[\w.+-]+(?:;.*)?$/,
  },
  { name: 'file name', pattern: new RegExp(`^[\\w@.\\-/\\\\: ~]*\\.(?:${EXTENSION})$`, 'i') },
  {
    name: 'path',
    pattern: /^(?:~|\.{1,2}|[A-Za-z]:)?[\\/](?:[\w.@ -]+[\\/])*[\w.@ -]*[\\/]?$/,
    also: (text) => text.length < 20 || readsLikeWords(text),
  },
  { name: 'path', pattern: /^[\w.@-]+(?:[\\/][\w.@*{}-]+)+[\\/]?$/, also: readsLikeWords },
  {
    name: 'regular expression',
    pattern: /^\^.*\$$|\(\?[:=!<]|\[\^?[^[\]\s]{1,20}-[^[\]\s]{0,20}\][*+?{[]|\\[dwsb][+*{]|\.\*/,
  },
  { name: 'escape sequence', pattern: /\\(?:x1b|033|e\[|u001b)/i },
  {
    name: 'selector',
    pattern:
      /^[.#]?[a-z][\w-]*(?:[ >+~]+[.#]?[a-z][\w-]*)+$|^[a-z]*\[[\w-]+[~|^$*]?=|^[.#][a-z]+(?:[-_][a-z]+)*$/i,
    also: readsLikeWords,
  },
  {
    name: 'sentence',
    pattern: /[^\s]\s+[^\s]+\s+[^\s]/,
    // Keys that are drawn from all that can be typed hold blanks as well, and far more signs.
    also: (text) => text.length < 40 || text.replace(/[A-Za-z\s]/g, '').length < 0.3 * text.length,
  },
  {
    name: 'words',
    pattern: /^[A-Za-z][a-z]*[ ,:!?.'’-]+[A-Za-z][a-z]*[.!?:]?$/,
    also: (text) => wordCover(text) > 0.4 || readsLikeWords(text),
  },
  { name: 'text in another script', pattern: /[^\0-\u024f\u2000-\u206f£€]|^\D*[\u00c0-\u024f]\D*$/ },
  {
    name: 'identifier',
    pattern: /^[$_@#]{0,2}[A-Za-z][A-Za-z0-9]*(?:[-_.:/]+[A-Za-z0-9]+)*$/,
    also: readsLikeIdentifier,
  },
] as const satisfies readonly Kind[]

/** Whether a text is put together of words as a name in code is: `maxRetries`, `MAX_RETRIES`, `max-retries`. */
function readsLikeIdentifier(text: string): boolean {
  if (/\d.*[a-z].*\d/i.test(text)) return false
  if (randomness(text) < 0.2 || wordCover(text) > 0.5) return true
  return /[-_. ]|[a-z][A-Z]/.test(text) && wordCover(text) > 0.25 && readsLikeWords(text)
}

export type TextShape = (typeof kinds)[number]['name']

/**
 * What a value evidently is, when it is something that has a shape of its own and is no secret in itself: a UUID, a
 * date, a path, a hash with its name, an identifier. `undefined` when it could be anything. Takes linear time.
 */
export function textShape(text: string): TextShape | undefined {
  return kinds.find((kind: Kind) => kind.pattern.test(text) && (kind.also?.(text) ?? true))?.name
}
