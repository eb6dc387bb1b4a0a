import { createHmac, hkdfSync, scryptSync } from 'node:crypto'

/** Nobody can try out all values so long, in characters: they need no slow hash. */
const UNGUESSABLE = 32
const LENGTH = 16
/** About four milliseconds a guess. */
const COST = { N: 2048, r: 8, p: 1 }

/**
 * Makes the function that tells a value by 32 hexadecimal digits.
 *
 * With a key that is HMAC-SHA-256 by the key and the salt: without the key nobody can test a guess. Else the salt
 * alone has to do, which stands in the file: for values of less than 32 characters the hash is scrypt with a cost of
 * 2048, so that guesses are slow; for longer ones HMAC-SHA-256.
 *
 * @param salt - of the file, in hexadecimal
 */
export function baselineHash(salt: string, key: string | undefined): (value: string) => string {
  const known = new Map<string, string>()
  const mac = (by: string | Uint8Array, value: string): string =>
    createHmac('sha256', by)
      .update(value)
      .digest('hex')
      .slice(0, 2 * LENGTH)
  const keyed = key === undefined ? undefined : derived(key, `tacet baseline ${salt}`)
  const hash = (text: string): string => {
    // The same secret may be checked out with other line ends.
    const value = text.replace(/\r\n?/g, '\n')
    if (keyed !== undefined) return mac(keyed, value)
    if (value.length >= UNGUESSABLE) return mac(salt, value)
    return scryptSync(value, salt, LENGTH, COST).toString('hex')
  }
  return (value) => {
    let text = known.get(value)
    if (text === undefined) {
      text = hash(value)
      known.set(value, text)
    }
    return text
  }
}

/** Tells whether two keys are the same without telling the key. */
export const keyCheck = (key: string): string =>
  Buffer.from(derived(key, 'tacet baseline key check')).subarray(0, LENGTH).toString('hex')

const derived = (key: string, use: string): Uint8Array => new Uint8Array(hkdfSync('sha256', key, '', use, 32))
