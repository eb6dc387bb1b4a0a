import { statSync } from 'node:fs'
import type { ProblemKind } from './definition.ts'
import { problemText } from './errors.ts'
import { expiryOf } from './expiry.ts'
import { type Definitions, type Reading, readSecrets } from './read.ts'
import type { ReadOptions } from './sources/surroundings.ts'

/** `absent`: optional, and nowhere. `default`: nowhere, but there is a default. */
export type SecretState = 'present' | 'absent' | 'default' | 'expired' | ProblemKind

/** What can be told of one declared secret: names, places and dates, never a value. */
export interface SecretStatus {
  readonly key: string
  readonly name: string
  readonly state: SecretState
  /** Whether a service could start with it. */
  readonly ok: boolean
  /** `the environment`, the path of a file, or the name of a source. */
  readonly origin?: string
  /** When the certificate or token ends. */
  readonly expires?: Date
  /** What to know, or what to do about it. */
  readonly notes: readonly string[]
}

export interface CheckOptions extends ReadOptions {
  /** How many days before its end a certificate or token is noted. 30 unless given. */
  readonly expiresWithin?: number
  /** The present. Now, unless given. */
  readonly now?: Date
}

const DAY = 24 * 60 * 60 * 1000

/**
 * Looks at each declared secret, and registers nothing. To be run where the service runs: on a laptop, or in an init
 * container.
 *
 * @param definitions what `loadSecrets` takes
 * @throws {SecretsUsageError} for a key that is taken
 */
export function checkSecrets(definitions: Definitions, options: CheckOptions = {}): SecretStatus[] {
  const now = options.now ?? new Date()
  const soon = new Date(now.getTime() + (options.expiresWithin ?? 30) * DAY)
  return readSecrets(definitions, options).readings.map((reading) => statusOf(reading, now, soon))
}

function statusOf({ key, definition, outcome, conflicts }: Reading, now: Date, soon: Date): SecretStatus {
  const { name } = definition
  if (outcome.status === 'absent' || outcome.status === 'default')
    return { key, name, state: outcome.status, ok: true, notes: [] }
  const { found } = outcome
  const origin = found && { origin: found.origin }
  const notes = [
    ...conflicts.map((other) => `another value is in ${other}, and not used`),
    ...(found?.path === undefined ? [] : readableBy(found.path)),
  ]
  if (outcome.status === 'failed') {
    const { problem } = outcome
    return { key, name, state: problem.kind, ok: false, ...origin, notes: [problemText(problem), ...notes] }
  }
  const expires = expiryOf(outcome.found.raw)
  if (!expires) return { key, name, state: 'present', ok: true, ...origin, notes }
  const isOver = expires <= now
  if (isOver || expires <= soon)
    notes.unshift(isOver ? `ended on ${day(expires)}` : `ends on ${day(expires)}`)
  return { key, name, state: isOver ? 'expired' : 'present', ok: !isOver, ...origin, expires, notes }
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** Who else than its owner can read a file. Windows has no such modes. */
function readableBy(path: string): string[] {
  if (process.platform === 'win32') return []
  try {
    const { mode } = statSync(path)
    return mode & 0o004
      ? [`every user can read it (mode ${(mode & 0o777).toString(8).padStart(4, '0')})`]
      : []
  } catch {
    return []
  }
}
