import { parts } from '@tacet/core'

/** The parts of a value: bytes are given in hex. */
export function foundParts(value: string): [kind: string, value: string][] {
  return parts(value).parts.map(({ kind, value: part }) => [
    kind,
    typeof part === 'string' ? part : Buffer.from(part).toString('hex'),
  ])
}

/** `user:password` in base64, up to the last character that they alone decide. */
export function basicPair(user: string, password: string): string {
  const pair = Buffer.from(`${user}:${password}`)
  return pair.toString('base64').slice(0, Math.floor((pair.length * 8) / 6))
}
