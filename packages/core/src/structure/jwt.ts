import type { Candidate } from './types.ts'

/** The signature of a JWT or the tag of an encrypted one (RFC 7515, RFC 7516): what makes the rest worth stealing. */
export function* jwt(value: string): Iterable<Candidate> {
  const [, signature] = /^(?:[\w-]+\.){2,4}([\w-]+)$/.exec(value) ?? []
  if (signature && value.startsWith('eyJ')) yield { kind: 'jwt signature', value: signature, declared: true }
}
