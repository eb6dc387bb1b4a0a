import { createHash } from 'node:crypto'

/** A value that looks like a secret and is none: the same for the same seed, made when a test runs. */
export function fakeSecret(seed: string, length = 32): string {
  let text = ''
  for (let block = 0; text.length < length; block++) {
    text += createHash('sha256').update(`${seed} ${block}`).digest('base64url').replace(/[-_]/g, '')
  }
  return text.slice(0, length)
}

/** Digits only, the first of them not 0, and few enough to be exact as a number. */
export function fakeNumber(seed: string): number {
  return 10 ** 14 + (createHash('sha256').update(seed).digest().readUIntBE(0, 6) % (8 * 10 ** 14))
}
