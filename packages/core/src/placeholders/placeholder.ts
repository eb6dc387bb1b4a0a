import { randomness } from '../likelihood/index.ts'
import { filler } from './filler.ts'
import { references } from './references.ts'
import { samples } from './samples.ts'
import type { Effect, Shape } from './shape.ts'
import { placeOf, type Surroundings } from './surroundings.ts'
import { wording } from './wording.ts'

// A long random text holds some short word by chance: there, words mean nothing.
const CHANCE_LENGTH = 16
const CHANCE_RANDOMNESS = 0.97

export interface Placeholder {
  readonly effect: Effect
  /** A few words for a reader; never holds the value. */
  readonly reason: string
}

const shapes: readonly Shape[] = [...samples, ...references, ...filler]
const worded: readonly Shape[] = [...shapes, ...wording]

const squash = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** `API_KEY=api-key`, `password: password1`: the value repeats its name, at most with a few characters more. */
function repeatsName(value: string, name: string): boolean {
  const [short, long] = [squash(name), squash(value)].sort((a, b) => a.length - b.length) as [string, string]
  return short.length > 2 && long.includes(short) && long.length - short.length <= 4
}

/**
 * Whether a value is a placeholder, a documentation example or a reference, rather than a secret.
 *
 * `drop` means that it is none; `lower` that it may be one, but is to be rated lower; `undefined` that nothing
 * speaks against it. A drop is preferred to a lower.
 *
 * @param value without quotes, and without the vendor's prefix where only the rest is chosen at random.
 * @param surroundings what is known of where the value stands.
 */
export function placeholder(value: string, surroundings: Surroundings = {}): Placeholder | undefined {
  const place = placeOf(surroundings)
  if (place?.effect === 'drop') return place
  const { kept = false } = surroundings
  if (!kept && surroundings.name && repeatsName(value, surroundings.name))
    return { effect: 'drop', reason: 'repeats its name' }
  const byChance = value.length >= CHANCE_LENGTH && randomness(value) > CHANCE_RANDOMNESS
  let shape: Shape | undefined
  for (const candidate of byChance ? shapes : worded) {
    if ((shape && candidate.effect === 'lower') || (kept && candidate.weak)) continue
    if (!candidate.matches(value)) continue
    shape = candidate
    if (shape.effect === 'drop') break
  }
  if (shape) return { effect: shape.effect, reason: shape.reason }
  return place
}
