const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/**
 * Marvin32, the keyed hash of Microsoft's identifiable secrets (Niels Ferguson; US patent 20130262421; open in the
 * .NET runtime), both halves folded into an unsigned 32-bit number.
 *
 * @param seed its high and its low 32 bits.
 */
export function marvin32(bytes: Uint8Array, [high, low]: readonly [number, number]): number {
  let a = low
  let b = high
  const mix = (word: number): void => {
    a = (a + word) | 0
    b ^= a
    a = (rotate(a, 20) + b) | 0
    b = rotate(b, 9) ^ a
    a = (rotate(a, 27) + b) | 0
    b = rotate(b, 19)
  }
  // The end is marked by a byte of 0x80 and filled with zeros.
  const whole = bytes.length & ~3
  const padded = new DataView(new ArrayBuffer(whole + 4))
  for (const [i, byte] of bytes.entries()) padded.setUint8(i, byte)
  padded.setUint8(bytes.length, 0x80)
  for (let at = 0; at <= whole; at += 4) mix(padded.getUint32(at, true))
  mix(0)
  return (a ^ b) >>> 0
}
