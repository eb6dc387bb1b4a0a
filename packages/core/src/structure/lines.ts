import { credentials } from './credentials.ts'
import { linePairs, named } from './pairs.ts'
import type { Candidate } from './types.ts'

/** The lines of a value of several: the values of a configuration file, a netrc or a pgpass; else the line itself. */
export function* lines(value: string): Iterable<Candidate> {
  for (const untrimmed of value.split(/\r?\n/)) {
    const line = untrimmed.trim()
    if (line !== '' && !/^(?:#|\/\/\s|;)/.test(line)) yield* fromLine(line)
  }
}

function* fromLine(line: string): Iterable<Candidate> {
  const found = [...credentialLine(line), ...linePairs(line).map((pair) => named(...pair))]
  if (found.length > 0) return yield* found
  const entry = /^([^\s:]+):([^\s:]+)$/.exec(line)
  // A user and the hash of a password, as in an htpasswd.
  if (entry) return yield { kind: 'line', value: entry[2]! }
  yield { kind: 'line', value: line }
}

/** A line of a pgpass or of a netrc. */
export function* credentialLine(line: string): Iterable<Candidate> {
  const pgpass = /^(?:[^:]+):(?:\d+|\*):[^:]+:([^:]+):(.+)$/.exec(line)
  if (pgpass) return yield* credentials(pgpass[1]!, pgpass[2]!)
  const netrc =
    /^(?:(?:machine|default|login|account)\s.*\s)?password\s+(?![=:])(\S+)(?:\s+(?:login|account)\s+\S+)*$/.exec(
      line,
    )
  if (netrc) yield { kind: 'password', value: netrc[1]!, declared: true }
}
