import type { Candidate } from './types.ts'

const block = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g

/** Line breaks as such, as escapes in a string, or the spaces that a shell made of them. */
const lineBreak = /(?:\\r|\\n|\s)+/

/** A header as in RFC 1421, or the checksum of OpenPGP armour (RFC 9580). */
const noBody = /^(?:[\w-]+:|=)/

/**
 * A shorter last line is found only with the rest: it holds a checksum, padding or the end of a number that tells
 * nothing, and the matcher is the slower the shorter the shortest form is.
 */
const SHORTEST_LINE = 16

const opensshMagic = 'openssh-key-v1\0'

/**
 * The private keys among PEM blocks (RFC 7468, RFC 4716, OpenPGP armour): the base64 body without its line breaks,
 * each line of it, and the key with its line breaks when they are written as escapes. Certificates and public keys
 * are no secret.
 */
export function* pem(value: string): Iterable<Candidate> {
  for (const [whole, label, inside] of value.matchAll(block)) {
    if (!/\bPRIVATE KEY\b/.test(label!)) {
      yield {
        kind: 'pem body',
        value: '',
        refused: `${/CERTIFICATE/.test(label!) ? 'a certificate' : 'what it holds'} is public`,
      }
      continue
    }
    // Such a key came through an environment variable, and is put right before use.
    const unescaped = whole.replace(/(?:\\r)?\\n/g, '\n')
    if (unescaped !== whole) yield { kind: 'decoded', value: unescaped, declared: true }
    const lines = bodyLines(inside!)
    const body = lines.join('')
    yield { kind: 'pem body', value: body.replace(/=+$/, ''), declared: true }
    const publicLength = opensshPublicLength(body)
    let end = 0
    for (const line of lines) {
      end += line.length
      const part = { kind: 'pem line', value: line.replace(/=+$/, ''), declared: true } as const
      if (end <= publicLength) yield { ...part, refused: 'it holds only the public key' }
      else if (part.value.length < SHORTEST_LINE) yield { ...part, refused: 'it is a short last line' }
      else yield part
    }
  }
}

function bodyLines(inside: string): string[] {
  // Headers end with an empty line, and continue on lines that start with white space.
  const body = inside.replace(/^\s*(?:[\w-]+:.*(?:\r?\n[ \t]+.*)*\r?\n)+\r?\n/, '')
  return body.split(lineBreak).filter((line) => line && !noBody.test(line))
}

/** How many base64 characters of an OpenSSH private key (PROTOCOL.key) stand before its private part. */
function opensshPublicLength(body: string): number {
  const bytes = Buffer.from(body, 'base64')
  if (bytes.toString('latin1', 0, opensshMagic.length) !== opensshMagic) return 0
  let at = opensshMagic.length
  // Cipher, key derivation and its options; the number of keys; the public key.
  for (const skip of [0, 0, 4, 0]) {
    if (at + 4 > bytes.length) return 0
    at += 4 + bytes.readUInt32BE(at) + skip
  }
  return Math.floor((at * 8) / 6)
}

/** What stands around the PEM blocks. */
export function withoutPem(value: string): string {
  return value.replace(block, '')
}
