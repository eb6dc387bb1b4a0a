import { tokenSource } from './boundary.ts'
import type { Part } from './parts.ts'

/** Makes from a sample a text that is no such credential. */
export type NearMiss = (sample: string) => string

/** The sample with one literal in place of another: a public sibling, another vendor's prefix. */
export const replacing =
  (from: string, to: string): NearMiss =>
  (sample) =>
    sample.replace(from, to)

/** Rewrites the token inside a sample and leaves the context as it is. */
function onToken(part: Part, change: (token: string) => string): NearMiss {
  const pattern = new RegExp(tokenSource(part))
  return (sample) => sample.replace(pattern, change)
}

/** What no token of these parts can be: too short, part of a longer word, cut by a foreign sign, nothing but filler. */
export function derivedNearMisses(part: Part): readonly NearMiss[] {
  // Each piece between two foreign signs is shorter than the shortest token.
  const pieces = new RegExp(`[^]{${part.min - 1}}`, 'g')
  // Without a literal to begin with, a token a little longer may be one too.
  const longerWord = 'zq'.repeat(part.anchor ? 1 : part.max)
  const body = new RegExp(`^${part.capturing}$`, 'd')
  return [
    onToken(part, (token) => token.slice(0, part.min - 1)),
    onToken(part, (token) => `${longerWord}${token}`),
    onToken(part, (token) => token.replace(pieces, (piece) => `${piece.slice(0, -1)}*`)),
    onToken(part, (token) => filled(token, body.exec(token)?.indices?.slice(1) ?? [])),
  ]
}

/** Every random run turned into its first character repeated. */
function filled(token: string, runs: readonly ([number, number] | undefined)[]): string {
  const units = [...token]
  for (const [start, end] of runs.filter((run) => run !== undefined)) units.fill(units[start]!, start, end)
  return units.join('')
}
