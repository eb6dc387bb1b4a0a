import type { Candidate, CandidateFinder } from './candidates.ts'

/** What the bytes are: those that a file starts with, others of it, or what something in it says once it is decoded. */
export type Whereabouts = 'start' | 'middle' | 'decoded'

/** Finds candidates besides those of the rules, in bytes that are searched anyway. */
export interface ExtraFinder {
  /** Every candidate in `bytes`, in order of its start. */
  find(bytes: Buffer, path: string, where: Whereabouts): Candidate[]
  /** A candidate can be told by so many bytes on either side of its start. */
  readonly reach: number
}

/** A finder together with another one: for bytes as they stand, and for what they are decoded to. */
export function withExtra(
  own: CandidateFinder,
  extra: ExtraFinder | undefined,
): { readonly finder: CandidateFinder; readonly decoded: CandidateFinder } {
  if (!extra) return { finder: own, decoded: own }
  const joined = (isDecoded: boolean): CandidateFinder => ({
    find(bytes, path, isStart = false) {
      const found = own.find(bytes, path, isStart)
      // What an expression matches may be of any length.
      own.met.far = true
      const more = extra.find(bytes, path, isDecoded ? 'decoded' : isStart ? 'start' : 'middle')
      if (more.length === 0) return found
      own.met.candidate = true
      return [...found, ...more].sort((a, b) => a.start - b.start || a.order - b.order)
    },
    reach: Math.max(own.reach, extra.reach),
    met: own.met,
    carried: own.carried,
    reachesFar: own.reachesFar,
    isNamed: () => true,
  })
  return { finder: joined(false), decoded: joined(true) }
}
