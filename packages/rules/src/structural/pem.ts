import { entropy, randomness } from '@tacet/core'
import { dismissed } from '../define-rule.ts'
import type { Judgement } from '../rule.ts'
import { decodeBase64 } from './base64.ts'

// A key of the smallest kind, Ed25519 in PKCS#8, takes 64 characters of base64.
const shortestBody = 64

/** What stands between the labels of a PEM block: base64, without headers and without what the place added. */
function pemData(body: string): string {
  const pieces = body
    .replace(/^[\w-]{1,40}: .{0,200}$/gm, '')
    .split(/\\+[rnt]|[\s"'`,<>&;]+/)
    .filter((piece) => /^[A-Za-z0-9+/]{4,}={0,2}$|^=[A-Za-z0-9+/]{4}$/.test(piece))
  // Words before the first full line are of a comment.
  return pieces.slice(pieces.findIndex((piece) => piece.length >= 16)).join('')
}

/**
 * Judges a PEM block of a private key: RFC 7468 around PKCS#1, PKCS#8 or SEC1 (all one ASN.1 sequence), OpenSSH's
 * own format (PROTOCOL.key in its sources) or OpenPGP packets (RFC 9580).
 *
 * @param label what stands before PRIVATE KEY, with its space.
 */
export function judgePem(label: string, body: string): Judgement {
  if (/\b(?:EXAMPLE|SAMPLE|DUMMY|FAKE)\b/.test(label)) return dismissed('its label says example')
  const data = pemData(body)
  const [first = '', padding] = data.split('=', 1)
  const bytes =
    padding === undefined ? decodeBase64(first.slice(0, first.length - (first.length % 4))) : undefined
  if (first.length < shortestBody || bytes === undefined) return dismissed('no key inside')
  if (entropy(first) < 4) return dismissed('too regular to be a key')
  const encrypted = /^ENCRYPTED /.test(label) || /\bENCRYPTED\b/.test(body)
  if (encrypted) return { confidence: 'medium', reasons: ['a private key under a passphrase'] }
  if (bytes.startsWith('openssh-key-v1\0')) return judgeOpenSsh(bytes) ?? unread(first)
  if (label === 'PGP ') {
    return /^[\x94-\x97\xc5]/.test(bytes)
      ? { confidence: 'high', reasons: ['a secret key packet'] }
      : unread(first)
  }
  const { type, whole } = outermost(bytes)
  if (type !== SEQUENCE) return unread(first)
  return whole
    ? { confidence: 'very-high', reasons: ['a private key without a passphrase'] }
    : { confidence: 'medium', reasons: ['a part of a private key'] }
}

/** What is drawn at random between such labels is a key that was mangled, or one of a kind that is not known here. */
function unread(data: string): Judgement {
  const reasons = ['its body does not read as a key']
  return { confidence: entropy(data) > 4.5 && randomness(data) > 0.95 ? 'medium' : 'low', reasons }
}

function judgeOpenSsh(bytes: string): Judgement | undefined {
  const cipher = /^openssh-key-v1\0\0\0\0[\s\S]([a-z0-9@.-]{4,40})\0/.exec(bytes)?.[1]
  if (cipher === undefined) return undefined
  return cipher === 'none'
    ? { confidence: 'very-high', reasons: ['a private key without a passphrase'] }
    : { confidence: 'medium', reasons: ['a private key under a passphrase'] }
}

const SEQUENCE = 0x30

/** The type of the outermost DER element, and whether it ends where the bytes end: the cut to quads can take two. */
function outermost(bytes: string): { type: number; whole: boolean } {
  const head = bytes.charCodeAt(1)
  const octets = head > 0x80 ? head - 0x80 : 0
  let length = octets ? 0 : head
  for (let i = 0; i < octets; i++) length = length * 256 + bytes.charCodeAt(2 + i)
  return { type: bytes.charCodeAt(0), whole: Math.abs(2 + octets + length - bytes.length) <= 3 }
}
