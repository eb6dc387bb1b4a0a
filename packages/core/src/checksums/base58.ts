import { alphabets } from '../alphabets.ts'
import { sha256 } from './sha256.ts'

const digits = alphabets.base58
const CHECK_BYTES = 4

/** The bytes of a base58 numeral as text, a unit a byte; undefined when it has another character. */
function decode(text: string): string | undefined {
  let value = 0n
  for (const character of text) {
    const digit = digits.indexOf(character)
    if (digit < 0) return undefined
    value = value * 58n + BigInt(digit)
  }
  let bytes = ''
  for (; value > 0n; value >>= 8n) bytes = String.fromCharCode(Number(value & 255n)) + bytes
  return bytes
}

function encode(bytes: string): string {
  let value = 0n
  for (let i = 0; i < bytes.length; i++) value = (value << 8n) | BigInt(bytes.charCodeAt(i))
  let text = ''
  for (; value > 0n; value /= 58n) text = digits.charAt(Number(value % 58n)) + text
  return text
}

/** The first four bytes of SHA-256, twice. */
function check(payload: string): string {
  const twice = sha256(String.fromCharCode(...sha256(payload)))
  return String.fromCharCode(...twice.subarray(0, CHECK_BYTES))
}

/**
 * Whether the last four bytes of a base58 numeral are the check of the others, as in Bitcoin's Base58Check
 * (https://en.bitcoin.it/wiki/Base58Check_encoding); undefined for what is no such numeral. For keys, whose first byte
 * is not zero.
 */
export function base58Holds(token: string): boolean | undefined {
  const bytes = decode(token)
  if (bytes === undefined || bytes.length <= CHECK_BYTES) return undefined
  return check(bytes.slice(0, -CHECK_BYTES)) === bytes.slice(-CHECK_BYTES)
}

/** The numeral nearest to a token of which the check holds: its last characters are others. */
export function base58Checked(token: string): string {
  const payload = decode(token)?.slice(0, -CHECK_BYTES) ?? ''
  return encode(payload + check(payload))
}
