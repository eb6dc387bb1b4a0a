/** The class of a byte that may be one of what `marksIn` looks for; 0 for most. */
export const QUOTE = 1
export const ESCAPE = 2
export const BRACE = 3
export const signs = new Uint8Array(256)
for (const char of `"'\``) signs[char.charCodeAt(0)] = QUOTE
for (const char of '%\\&') signs[char.charCodeAt(0)] = ESCAPE
signs[0x7b] = BRACE

const telling = /^(?:["'`][\s+.&<\\"'`}\]]|\{["'`]|%[\da-f]|\\[ux/]|&[#a-z])$/i

/** A bit for each pair of bytes, the first being the low one: most signs are told by the next byte to be of no interest. */
export const tellingPairs = new Uint8Array((1 << 16) / 8)
for (let first = 0; first < 128; first++) {
  if (signs[first] === 0) continue
  for (let second = 0; second < 128; second++) {
    const pair = first | (second << 8)
    if (telling.test(String.fromCharCode(first, second))) tellingPairs[pair >> 3]! |= 1 << (pair & 7)
  }
}

/** Where signs stand, in order. @param all - also those that their neighbour tells to be of no interest */
export function signsIn(bytes: Buffer, all: boolean): number[] {
  const found: number[] = []
  for (let at = 0; at < bytes.length; at++) {
    if (signs[bytes[at]!] === 0) continue
    const pair = bytes[at]! | ((bytes[at + 1] ?? 0) << 8)
    if (all || ((tellingPairs[pair >> 3]! >> (pair & 7)) & 1) !== 0) found.push(at)
  }
  return found
}
