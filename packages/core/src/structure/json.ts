import { basic } from './credentials.ts'
import { isSecretName } from './names.ts'
import { named } from './pairs.ts'
import type { Candidate } from './types.ts'

/** The private numbers of a JSON Web Key (RFC 7518, section 6). */
const jwkPrivate = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'])

/** Deeper fields are not looked at: nothing nests its secrets so far down. */
const DEEPEST = 8

/**
 * The secret fields of a JSON document: service accounts, JSON Web Keys, Docker's `auths`, database credentials.
 * A field counts when its name says so, or when it looks random and its name does not say that it is public.
 */
export function* json(value: string): Iterable<Candidate> {
  if (!/^[[{]/.test(value)) return
  let document: unknown
  try {
    document = JSON.parse(value)
  } catch {
    return
  }
  yield* fields(document, '', DEEPEST)
}

function* fields(node: unknown, name: string, deeper: number): Iterable<Candidate> {
  if (typeof node === 'string') {
    yield* field(node, name)
  } else if (typeof node === 'number') {
    if (isSecretName(name)) yield* field(String(node), name)
  } else if (Array.isArray(node)) {
    if (deeper > 0) for (const element of node) yield* fields(element, name, deeper - 1)
  } else if (node !== null && typeof node === 'object' && deeper > 0) {
    for (const [key, inner] of Object.entries(node)) {
      yield* fields(inner, 'kty' in node ? jwkName(key) : key, deeper - 1)
    }
  }
}

/** The names in a JWK are single letters: every one that is not private is public. */
function jwkName(name: string): string {
  return jwkPrivate.has(name) ? 'private key' : 'public key'
}

function* field(value: string, name: string): Iterable<Candidate> {
  yield named(name, value)
  // Docker's config.json.
  if (name === 'auth') yield* basic(value)
}
