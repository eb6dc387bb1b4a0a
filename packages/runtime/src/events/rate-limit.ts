import type { RedactionEvent, WithheldEvent } from '../registry.ts'

export interface RateLimitOptions {
  /** How long the same is not told again, in milliseconds. A minute unless given. */
  readonly interval?: number
  /** How many different ones are remembered; beyond, those told longest ago are forgotten. 1,000 unless given. */
  readonly limit?: number
  /** The time, in milliseconds from any fixed moment. */
  readonly now?: () => number
}

/** An event, and how many like it came since the last that was told. */
export type Repeated<E> = E & { readonly repeated: number }

const MINUTE = 60_000

/**
 * A listener that is told at most once in a while of events that are alike: of the same secret, form, sink and place.
 * For `registry.on`, when what listens writes a log line or sends a message.
 *
 * No timer runs: what was not told by the end is in `registry.counts()`.
 */
export function rateLimited<E extends RedactionEvent | WithheldEvent>(
  listener: (event: Repeated<E>) => void,
  options: RateLimitOptions = {},
): (event: E) => void {
  const { interval = MINUTE, limit = 1000, now = () => performance.now() } = options
  const told = new Map<string, { readonly time: number; repeated: number }>()
  return (event) => {
    const kind = JSON.stringify(event)
    const before = told.get(kind)
    const time = now()
    if (before && time - before.time < interval) {
      before.repeated++
      return
    }
    // Put in again, it is the last to be forgotten.
    told.delete(kind)
    if (told.size >= limit) told.delete(told.keys().next().value!)
    told.set(kind, { time, repeated: 0 })
    listener({ ...event, repeated: before?.repeated ?? 0 })
  }
}
