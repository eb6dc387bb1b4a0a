import { custom } from '../define-rule.ts'
import type { Rule } from '../rule.ts'
import { judgeValue } from './judge.ts'
import { sampleSecret } from './values.ts'

const raw = String.raw

/** Functions that take a key in quotes behind what they sign, check or encrypt. */
const calls = [
  ...['jwt.sign', 'jwt.verify', 'jwt.encode', 'jwt.decode', 'jsonwebtoken.sign', 'jsonwebtoken.verify'],
  ...[
    'createHmac',
    'createCipher',
    'createDecipher',
    'hash_hmac',
    'Hmac.new',
    'HMAC.hexdigest',
    'HMAC.digest',
  ],
  ...['AES.encrypt', 'AES.decrypt', 'HmacSHA256', 'HmacSHA512', 'HmacSHA1'],
]
/** Those that take the key first. */
const keyFirst = [
  'hmac.new',
  'Algorithm.HMAC256',
  'Algorithm.HMAC384',
  'Algorithm.HMAC512',
  'new Fernet',
  'Fernet',
]

const escaped = (names: readonly string[]): string => names.map((name) => name.replace('.', '\\.')).join('|')

const OPEN = raw`["'\x60]`
// A variable, a call, an object or a literal, as it may come before the key.
const ARGUMENT = raw`(?:${OPEN}[^"'\x60\r\n]{0,120}${OPEN}|\{[^{}]{0,200}\}|[\w.$[\]:]{1,80}(?:\([^()\r\n]{0,80}\)){0,2}),\s{0,24}`

/** A key that is written into a call that signs: `jwt.sign(payload, '…')`. */
export const signingKey: Rule = custom({
  id: 'signing-call-key',
  title: 'Key in a call that signs or encrypts',
  provider: 'generic',
  severity: 'high',
  keywords: [...new Set([...calls, ...keyFirst].map((call) => `${call.toLowerCase()}(`))],
  pattern: new RegExp(
    raw`(?:(?:${escaped(calls)})\(\s{0,24}(?:${ARGUMENT}){1,2}?|(?:${escaped(keyFirst)})\(\s{0,24})[bB]?(?:Buffer\.from\()?${OPEN}(?<secret>[^\s"'\x60\\]{8,256})${OPEN}(?=\s{0,24}[,)])`,
  ),
  longest: 1000,
  before: 0,
  contextReach: 240,
  judge: (candidate) => judgeValue({ kind: 'secret', because: 'key of a call that signs' }, candidate),
  sample: (random) =>
    `const session = jwt.sign({ id: user.id }, '${sampleSecret(random)}', { expiresIn: '1h' })`,
  nearMisses: [
    (line) => line.replace(/, '[^']*',/, ', process.env.JWT_SECRET,'),
    (line) => line.replace(/, '[^']*',/, ", 'secret',"),
    (line) => line.replace('jwt.sign', 'label.join'),
  ],
})
