import type { ByteSearch } from './byte-search.ts'
import type { Candidate, CandidateFinder } from './candidates.ts'
import type { Derived } from './derived.ts'
import { decodedEscapes, type Family } from './escapes.ts'
import { joinedLists } from './joined-lists.ts'
import { JOINED, joinedStrings } from './joints.ts'
import { type Marks, marksIn } from './marks.ts'
import { isGeneric, resolve, withHidden } from './resolve.ts'
import { type Budget, budgetFor, decodedRuns, runsIn } from './runs.ts'

/** More tell nothing new to whoever looks there. */
const MOST_AT_ONE_PLACE = 100
/** A longer value, in bytes, is rather a file in a file: in it, one wants to know where the secret stands. */
export const LONGEST_WHOLE = 1 << 12
const families: readonly Family[] = ['percent', 'backslash', 'html']
const shell = /(?:^|[/.])(?:sh|bash|zsh|ksh|fish|env|ya?ml|Dockerfile|Makefile|profile|\w*rc)$/i

/** Finds what stands in bytes encoded, escaped, or in pieces that the program puts together. */
export interface HiddenFinder {
  /** What stands, in order of its start, located at the bytes that stand for it. */
  find(bytes: Buffer, path: string): Candidate[]
}

/**
 * @param finder - finds them once they are read; what it takes for a secret by its name alone is left out, for
 *   any encoded text has such names and values
 * @param depth - how often one way of writing may be within another
 */
export function hiddenFinder(finder: CandidateFinder, depth: number, search: ByteSearch): HiddenFinder {
  /** Every other reading of the bytes; of those within a reading, only what the outer one brought to light. */
  function* derivations(bytes: Buffer, path: string, budget: Budget, within?: Derived): Generator<Derived> {
    for (const derived of readings(bytes, path, budget, search)) {
      const { start, end } = derived.sourceOf(derived.from, derived.to)
      if (!within || (start < within.to && end > within.from)) yield derived
    }
  }

  function below(bytes: Buffer, path: string, left: number, budget: Budget, within?: Derived): Candidate[] {
    const found: Candidate[] = []
    for (const derived of derivations(bytes, path, budget, within)) {
      budget.read -= derived.bytes.length
      if (budget.read < 0) break
      const own = finder
        .find(derived.bytes, path)
        .filter((candidate) => !isGeneric(candidate) && derived.touches(candidate.start, candidate.end))
      const deeper = left > 1 ? below(derived.bytes, path, left - 1, budget, derived) : []
      for (const candidate of withHidden(resolve(own), deeper)) found.push(located(candidate, derived))
    }
    return distinct(found)
  }

  return {
    find: (bytes, path) => (depth > 0 ? below(bytes, path, depth, budgetFor(bytes.length)) : []),
  }
}

/** Every other reading of the bytes. */
function readings(bytes: Buffer, path: string, budget: Budget, search: ByteSearch): Iterable<Derived> {
  const runs = runsIn(bytes, search)
  const marks = marksIn(bytes, shell.test(path), search)
  // Most bytes have none, and are many.
  return runs.length === 0 && marks.areNone ? [] : readingsOf(bytes, budget, runs, marks)
}

function* readingsOf(
  bytes: Buffer,
  budget: Budget,
  runs: ArrayLike<number>,
  { escapes, joints, calls }: Marks,
): Generator<Derived> {
  yield* decodedRuns(bytes, budget, runs)
  for (const family of families) yield* decodedEscapes(bytes, family, escapes[family])
  yield* joinedStrings(bytes, joints)
  yield* joinedLists(bytes, calls)
}

function located({ partOf: _, ...candidate }: Candidate, derived: Derived): Candidate {
  const reason = derived.via === JOINED ? 'joined from pieces of strings' : `decoded from ${derived.via}`
  const place = derived.sourceOf(candidate.start, candidate.end)
  const { whole } = derived
  // Who replaces it has to encode the whole anew.
  const isPart =
    whole && whole.start <= place.start && place.end <= whole.end && whole.end - whole.start <= LONGEST_WHOLE
  return {
    ...candidate,
    ...place,
    ...(isPart ? { partOf: whole } : {}),
    reasons: [...candidate.reasons, reason],
    via: [derived.via, ...(candidate.via ?? [])],
  }
}

/** Readings may share some of their text, and one compressed value is one place for all that it holds. */
function distinct(found: Candidate[]): Candidate[] {
  if (found.length === 0) return found
  const kept: Candidate[] = []
  const seen = new Map<string, Set<string>>()
  for (const candidate of found) {
    const place = `${candidate.start} ${candidate.end}`
    const there = seen.get(place) ?? new Set()
    const size = there.size
    if (size === MOST_AT_ONE_PLACE || there.add(`${candidate.rule.id} ${candidate.secret}`).size === size)
      continue
    seen.set(place, there)
    kept.push(candidate)
  }
  return kept.sort((a, b) => a.start - b.start || a.order - b.order)
}
