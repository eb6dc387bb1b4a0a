import type { Candidate } from './types.ts'

/**
 * A user name and a password: the password, the two as Basic authorization (RFC 7617), and the user, who may be a
 * token too (`https://<token>:x-oauth-basic@…`).
 *
 * @param around what else stands there: a password that is also the name of a host or database is no secret word
 */
export function* credentials(user: string, password: string, around = ''): Iterable<Candidate> {
  const pair = Buffer.from(`${user}:${password}`)
  if (user.includes(password) || around.includes(password)) {
    yield { kind: 'password', value: password, refused: 'it also stands where nothing is secret' }
  } else {
    yield { kind: 'password', value: password, declared: true }
    // Without the padding and the character before it, which other bytes would change.
    const text = pair.toString('base64').slice(0, Math.floor((pair.length * 8) / 6))
    yield { kind: 'basic', value: text, declared: true }
  }
  if (user) yield { kind: 'user', value: user }
}

/** A value that is `user:password` and nothing else. */
export function* userAndPassword(value: string): Iterable<Candidate> {
  const [, user, password] = /^([^\s:/@]+):(?!\/\/)([^\s:]+)$/.exec(value) ?? []
  if (user && password) yield* credentials(user, password)
}

/** A header value: `Bearer …`, `Basic …`. */
export function* authorization(value: string): Iterable<Candidate> {
  const [, scheme, rest] = /^(Basic|Bearer|Token|ApiKey|Bot|SSWS|GenieKey) +(\S+)$/i.exec(value) ?? []
  if (!scheme || !rest) return
  yield { kind: 'authorization', value: rest, declared: true }
  if (/^basic$/i.test(scheme)) yield* basic(rest)
}

/** Base64 of `user:password`, as in a Basic authorization and in Docker's config.json. */
export function* basic(text: string): Iterable<Candidate> {
  const [, user, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(text, 'base64').toString()) ?? []
  if (user !== undefined && password) yield* credentials(user, password)
}
