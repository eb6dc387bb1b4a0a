// The digits of BIP 173, in the order of their values.
const digits = 'qpzry9x8' + 'gf2tvdw0' + 's3jn54kh' + 'ce6mua7l'

function polymod(values: readonly number[]): number {
  let check = 1
  for (const value of values) {
    const top = check >>> 25
    check = ((check & 0x1ffffff) << 5) ^ value
    for (const [bit, generator] of [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].entries()) {
      if ((top >>> bit) & 1) check ^= generator
    }
  }
  return check
}

/**
 * The six checksum characters of Bech32 (BIP 173) that follow `head`: a human-readable part, `1`, and data, in
 * one case. Gives an empty string when there is no `1` or a character that is no digit.
 */
export function bech32Checksum(head: string): string {
  const lower = head.toLowerCase()
  const split = lower.lastIndexOf('1')
  const prefix = [...lower.slice(0, split)].map((character) => character.charCodeAt(0))
  const data = [...lower.slice(split + 1)].map((character) => digits.indexOf(character))
  if (split < 1 || data.includes(-1)) return ''
  const expanded = [...prefix.map((unit) => unit >> 5), 0, ...prefix.map((unit) => unit & 31)]
  const check = polymod([...expanded, ...data, 0, 0, 0, 0, 0, 0]) ^ 1
  const text = [25, 20, 15, 10, 5, 0].map((shift) => digits.charAt((check >>> shift) & 31)).join('')
  return head === lower ? text : text.toUpperCase()
}
