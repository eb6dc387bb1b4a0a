import type { Confidence } from '@tacet/rules'
import type { Candidate } from './candidates.ts'

/** From the least to the most. */
export const confidences: readonly Confidence[] = ['low', 'medium', 'high', 'very-high']

/** Whether `confidence` is at least `threshold`. */
export function reaches(confidence: Confidence, threshold: Confidence): boolean {
  return confidences.indexOf(confidence) >= confidences.indexOf(threshold)
}

/**
 * Of candidates that overlap the best one stands: one that knows the kind of credential before one that only saw
 * a name and a value, then the surer, then that of the earlier rule, then the longer.
 *
 * @param candidates - in order of their start
 * @returns those that stand, in order of their start
 */
export function resolve(candidates: readonly Candidate[]): Candidate[] {
  const standing: Candidate[] = []
  let first = 0
  while (first < candidates.length) {
    let end = candidates[first]!.end
    let next = first + 1
    while (next < candidates.length && candidates[next]!.start < end)
      end = Math.max(end, candidates[next++]!.end)
    const cluster = candidates.slice(first, next)
    if (cluster.length > 1) cluster.sort(better)
    for (const candidate of withoutOverlap(cluster)) standing.push(candidate)
    first = next
  }
  return standing
}

/** Takes candidates as they come, and of those that overlap the first. Returns them in order of their start. */
function withoutOverlap(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (const candidate of candidates) {
    let low = 0
    for (let high = kept.length; low < high; ) {
      const middle = (low + high) >> 1
      if (kept[middle]!.start < candidate.start) low = middle + 1
      else high = middle
    }
    const isFree =
      (kept[low - 1]?.end ?? 0) <= candidate.start && (kept[low]?.start ?? candidate.end) >= candidate.end
    if (isFree) kept.splice(low, 0, candidate)
  }
  return kept
}

/**
 * What stands in plain sight, and what is hidden. The hidden makes room for a credential of a known kind, unless that
 * is only a piece of it, and takes the place of one that was known by its name.
 *
 * @param plain - apart from one another, in order of their start
 * @param hidden - in order of their start; several may stand at the same place
 * @returns all that stand, in order of their start
 */
export function withHidden(plain: readonly Candidate[], hidden: readonly Candidate[]): Candidate[] {
  if (hidden.length === 0) return [...plain]
  const standing = new Set(plain)
  let near = 0
  for (const candidate of hidden) {
    while (near < plain.length && plain[near]!.end <= candidate.start) near++
    const overlapping: Candidate[] = []
    for (let at = near; at < plain.length && plain[at]!.start < candidate.end; at++) {
      if (plain[at]!.end > candidate.start) overlapping.push(plain[at]!)
    }
    if (!overlapping.every((other) => isGeneric(other) || isPiece(other, candidate))) continue
    for (const other of overlapping) standing.delete(other)
    standing.add(candidate)
  }
  return [...standing].sort((a, b) => a.start - b.start || a.order - b.order)
}

const isPiece = (piece: Candidate, { rule, start, end }: Candidate): boolean =>
  piece.rule === rule && start <= piece.start && piece.end <= end && end - start > piece.end - piece.start

function better(a: Candidate, b: Candidate): number {
  return (
    Number(isGeneric(a)) - Number(isGeneric(b)) ||
    confidences.indexOf(b.confidence) - confidences.indexOf(a.confidence) ||
    a.order - b.order ||
    b.end - b.start - (a.end - a.start) ||
    a.start - b.start
  )
}

/** Whether it is known by its name alone, or is an identifier: a credential comes before either. */
export const isGeneric = ({ rule }: Candidate): boolean =>
  rule.provider === 'generic' || rule.identifies !== undefined
