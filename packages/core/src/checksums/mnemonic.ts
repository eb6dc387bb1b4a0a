import { sha256 } from './sha256.ts'

const WORD_BITS = 11

/**
 * Whether the last bits of a phrase are the first of the SHA-256 of the others, one for every 32 (BIP 39).
 *
 * @param places of the words in their list of 2048; 12 to 24 of them.
 */
export function mnemonicHolds(places: readonly number[]): boolean {
  const bits = places.map((place) => place.toString(2).padStart(WORD_BITS, '0')).join('')
  const checkBits = Math.floor(bits.length / 33)
  const drawn = bits.slice(0, -checkBits)
  let bytes = ''
  for (let at = 0; at < drawn.length; at += 8) {
    bytes += String.fromCharCode(Number.parseInt(drawn.slice(at, at + 8), 2))
  }
  return sha256(bytes)[0]!.toString(2).padStart(8, '0').startsWith(bits.slice(-checkBits))
}
