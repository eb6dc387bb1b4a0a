import { utf8 } from '../encodings/index.ts'
import type { Candidate } from './types.ts'

/** Shorter text decodes to something by chance; fewer bytes are no key. */
const SHORTEST_TEXT = 24
const FEWEST_BYTES = 16

/**
 * What a value decodes to, since the service does decode it: base64 of text, base64 of a key (only with its padding,
 * as any word of the right length is base64), a key in hex.
 */
export function* encoded(value: string): Iterable<Candidate> {
  const text = value
    .split('\n')
    .map((line) => line.trim())
    .join('')
  if (text.length < SHORTEST_TEXT) return
  if (/^(?:[0-9a-f]{2})+$|^(?:[0-9A-F]{2})+$/.test(value)) {
    const bytes = Buffer.from(value, 'hex')
    if (bytes.length >= FEWEST_BYTES)
      yield { kind: 'decoded', value: readable(bytes) ?? bytes, declared: true }
  } else if (/^[\w+/-]+={0,2}$/.test(text)) {
    const bytes = Buffer.from(text, 'base64')
    const read = readable(bytes)
    if (read !== undefined) yield { kind: 'decoded', value: read, declared: true }
    else if (text.endsWith('=') && bytes.length >= FEWEST_BYTES)
      yield { kind: 'decoded', value: bytes, declared: true }
  }
}

/** The bytes as text, when they are text of no other controls than white space. */
function readable(bytes: Uint8Array): string | undefined {
  const text = utf8(bytes)
  return text !== undefined && !/[^\P{C}\s]/u.test(text) ? text : undefined
}
