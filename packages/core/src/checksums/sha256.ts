/** The first 32 bits of the fractional part of a root of each of the first primes: SHA-256's constants. */
function rootsOfPrimes(count: number, root: (prime: number) => number): Uint32Array {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  return Uint32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32)
}

const initial = rootsOfPrimes(8, Math.sqrt)
const round = rootsOfPrimes(64, Math.cbrt)

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** SHA-256 (FIPS 180-4) of the low bytes of a text's units: 32 bytes. Here because core imports nothing. */
export function sha256(text: string): Uint8Array {
  const padded = new DataView(new ArrayBuffer(((text.length + 8) >> 6) * 64 + 64))
  for (let i = 0; i < text.length; i++) padded.setUint8(i, text.charCodeAt(i))
  padded.setUint8(text.length, 0x80)
  padded.setUint32(padded.byteLength - 4, text.length * 8)
  const state = initial.slice()
  const w = new Uint32Array(64)
  for (let at = 0; at < padded.byteLength; at += 64) {
    for (let i = 0; i < 64; i++) {
      if (i < 16) w[i] = padded.getUint32(at + i * 4)
      else {
        const [x, y] = [w[i - 15]!, w[i - 2]!]
        const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3)
        const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10)
        w[i] = w[i - 16]! + s0 + w[i - 7]! + s1
      }
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    for (let i = 0; i < 64; i++) {
      const t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + round[i]! + w[i]!
      const t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i]! += word
  }
  const digest = new DataView(new ArrayBuffer(32))
  for (const [i, word] of state.entries()) digest.setUint32(i * 4, word)
  return new Uint8Array(digest.buffer)
}
