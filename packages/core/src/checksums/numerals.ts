import { alphabets } from '../alphabets.ts'

/** A number in the digits of `alphabet`, most significant first, padded on the left with its zero to `width`. */
export function numeral(value: number, alphabet: string, width: number): string {
  let digits = ''
  for (let rest = value; rest > 0; rest = Math.floor(rest / alphabet.length)) {
    digits = alphabet.charAt(rest % alphabet.length) + digits
  }
  return digits.padStart(width, alphabet.charAt(0))
}

/** Bytes as digits of `bits` bits each, first byte first, the last digit filled with zero bits (RFC 4648). */
function encodeBits(bytes: Uint8Array, alphabet: string, bits: number): string {
  let digits = ''
  let held = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    for (held += 8; held >= bits; held -= bits) {
      digits += alphabet.charAt((value >> (held - bits)) & ((1 << bits) - 1))
    }
  }
  return held ? digits + alphabet.charAt((value << (bits - held)) & ((1 << bits) - 1)) : digits
}

/** The four bytes of an unsigned 32-bit number, least significant first. */
export function littleEndian(value: number): Uint8Array {
  return Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24)
}

export const base32 = (bytes: Uint8Array): string => encodeBits(bytes, alphabets.base32, 5)
export const base64 = (bytes: Uint8Array): string => encodeBits(bytes, alphabets.base64, 6)
export const hex = (bytes: Uint8Array): string => encodeBits(bytes, alphabets.hex, 4)
