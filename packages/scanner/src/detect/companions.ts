import type { Rule } from '@tacet/rules'
import type { Candidate } from './candidates.ts'

/** A secret and the id that goes with it are not farther apart, in bytes and in lines. */
export const COMPANION_REACH = 512
const MOST_LINES = 10

/**
 * For each secret that has companions, the nearest of them; what belongs to a secret is no finding of its own.
 * It depends on nothing farther away than twice the reach.
 *
 * @param candidates - in order of their start
 * @param isReported - whether it may have a companion: one that is left out takes nothing with it
 */
export function companions(
  bytes: Buffer,
  candidates: readonly Candidate[],
  isReported: (candidate: Candidate) => boolean,
): ReadonlyMap<Candidate, Candidate> {
  const pairs = new Map<Candidate, Candidate>()
  candidates.forEach((candidate, index) => {
    if (!isReported(candidate)) return
    let nearest: Candidate | undefined
    let least = COMPANION_REACH
    for (const step of [-1, 1]) {
      for (let at = index + step; at >= 0 && at < candidates.length; at += step) {
        const other = candidates[at]!
        const distance = Math.max(other.start - candidate.end, candidate.start - other.end, 0)
        if (distance > COMPANION_REACH) break
        if (distance >= least || !goesWith(other.rule, candidate.rule)) continue
        const between = bytes.subarray(
          Math.min(candidate.end, other.end),
          Math.max(candidate.start, other.start),
        )
        if (linesIn(between) > MOST_LINES) continue
        nearest = other
        least = distance
      }
    }
    if (nearest) pairs.set(candidate, nearest)
  })
  return pairs
}

/** Whether what one rule finds belongs to the secrets of another: either may say so. */
const goesWith = ({ id, identifies }: Rule, { id: secret, companions = [] }: Rule): boolean =>
  companions.includes(id) || identifies?.test(secret) === true

function linesIn(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++
  return count
}
