import { alphabets } from '@tacet/core'
import { startOfToken } from '../boundary.ts'
import { custom, dismissed } from '../define-rule.ts'
import { integer, pick } from '../random.ts'
import type { Candidate, Judgement, Random, Rule } from '../rule.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'

const KEY_BYTES = 32

/** Of a private key of Curve25519, five bits are always the same (RFC 7748, section 5). */
function isClamped(key: string): boolean {
  return (key.charCodeAt(0) & 7) === 0 && (key.charCodeAt(KEY_BYTES - 1) & 0xc0) === 0x40
}

function judgeKey({ secret, groups }: Candidate): Judgement {
  const key = decodeBase64(secret)
  if (key?.length !== KEY_BYTES || new Set(key).size < 16) return dismissed('no key inside')
  if (/^pre/i.test(groups.name ?? ''))
    return { confidence: 'high', reasons: ['a key before the first handshake'] }
  return isClamped(key)
    ? { confidence: 'very-high', reasons: ['a private key of Curve25519'] }
    : { confidence: 'medium', reasons: ['the form of a private key'] }
}

function sampleKey(random: Random): string {
  const bytes = Array.from({ length: KEY_BYTES }, () => integer(random, 0, 255))
  bytes[0]! &= 0xf8
  bytes[KEY_BYTES - 1] = (bytes[KEY_BYTES - 1]! & 0x7f) | 0x40
  return encodeBase64(String.fromCharCode(...bytes))
}

/** Private and preshared keys of WireGuard. */
export const wireguard: readonly Rule[] = [
  custom({
    id: 'wireguard-key',
    title: 'WireGuard private or preshared key',
    provider: 'WireGuard',
    severity: 'critical',
    keywords: ['privatekey = ', 'privatekey=', 'presharedkey = ', 'presharedkey='],
    pattern: new RegExp(
      String.raw`${startOfToken('_-')}(?<name>[Pp]rivate[Kk]ey|[Pp]re[Ss]hared[Kk]ey)[ \t]{0,4}=[ \t]{0,4}(?<secret>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)(?![\w+/=])`,
    ),
    longest: 80,
    before: 0,
    judge: judgeKey,
    sample: (random) => `${pick(random, ['PrivateKey', 'PresharedKey'])} = ${sampleKey(random)}`,
    nearMisses: [
      (line) => line.replace(/^\w+/, 'PublicKey'),
      (line) => line.replace(/= .*/, `= ${alphabets.upper.charAt(0).repeat(43)}=`),
      (line) => line.slice(0, -2),
    ],
    reference: 'https://www.wireguard.com/quickstart/',
  }),
]
