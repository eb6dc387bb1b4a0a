import { type LeftOut, utf8 } from '../encodings/index.ts'
import { authorization, userAndPassword } from './credentials.ts'
import { encoded } from './encoded.ts'
import { json } from './json.ts'
import { jwt } from './jwt.ts'
import { credentialLine, lines } from './lines.ts'
import { pairs } from './pairs.ts'
import { pem, withoutPem } from './pem.ts'
import { collision } from './score.ts'
import type { Candidate, Part, PartKind, Reader } from './types.ts'
import { driverAddress, url } from './url.ts'

/** A key in a JSON in base64 in JSON is three deep; nobody goes further. */
const DEEPEST = 4

/** Nothing in it separates one part from another. */
const WORD = /^[A-Za-z0-9]*$/

/** What reads a value of one line. */
const lineReaders: readonly Reader[] = [
  authorization,
  jwt,
  url,
  driverAddress,
  pairs,
  userAndPassword,
  credentialLine,
  encoded,
]

/** What is looked into although it is no secret as a whole: the address of a database holds its password. */
const address = /:\/\/|;/

/** Parts that are not themselves structured. */
const flat: ReadonlySet<PartKind> = new Set([
  'pem body',
  'pem line',
  'basic',
  'jwt signature',
  'line',
  'user',
])

/** Parts that are mostly no secret, so that nobody has to be told when they are none. */
const guesses: ReadonlySet<PartKind> = new Set(['user', 'path'])

/**
 * The parts of a structured value that are secret by themselves and long and odd enough to be looked for: of
 * connection strings and URLs, JSON, PEM, JWT, `user:password`, configuration files, base64 of any of these.
 *
 * @returns also what was left out, and why, in words that never tell the value
 */
export function parts(value: string | Uint8Array): { parts: Part[]; leftOut: LeftOut[] } {
  const found = new Map<string, Part>()
  const leftOut = new Map<string, LeftOut>()
  const text = typeof value === 'string' ? value : utf8(value)
  if (text !== undefined) collect(text.trim(), DEEPEST)
  return { parts: [...found.values()], leftOut: [...leftOut.values()] }

  function collect(whole: string, deeper: number): void {
    for (const candidate of read(whole)) {
      const part = trimmed(candidate)
      if (part.value === whole) continue
      const reason = refusal(part)
      if (!reason) keep(part)
      else if (!guesses.has(part.kind)) leftOut.set(`${part.kind}: ${reason}`, { part: part.kind, reason })
      if (typeof part.value !== 'string' || flat.has(part.kind) || deeper === 0) continue
      if (!reason || address.test(part.value)) collect(part.value, deeper - 1)
    }
  }

  function keep({ kind, value }: Candidate): void {
    const key = typeof value === 'string' ? `text ${value}` : `bytes ${Buffer.from(value).toString('latin1')}`
    if (!found.has(key)) found.set(key, { kind, value })
  }
}

function trimmed(candidate: Candidate): Candidate {
  return typeof candidate.value === 'string' ? { ...candidate, value: candidate.value.trim() } : candidate
}

function* read(value: string): Iterable<Candidate> {
  if (WORD.test(value)) return yield* encoded(value)
  const fields = [...json(value)]
  if (fields.length > 0) return yield* fields
  yield* pem(value)
  const rest = withoutPem(value).trim()
  if (!rest.includes('\n')) for (const reader of lineReaders) yield* reader(rest)
  else {
    yield* encoded(rest)
    yield* lines(rest)
  }
}

function refusal({ value, declared, refused }: Candidate): string | undefined {
  if (refused) return refused
  if (typeof value === 'string') return collision(value, declared === true)
  return new Set(value).size < 4 ? 'it repeats a few bytes' : undefined
}
