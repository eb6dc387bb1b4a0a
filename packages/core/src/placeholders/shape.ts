/** `drop`: no secret. `lower`: it may be one, but is rated lower. */
export type Effect = 'drop' | 'lower'

/** One way to recognise what is no secret. */
export interface Shape {
  /** A few words for a reader. */
  readonly reason: string
  readonly effect: Effect
  readonly matches: (value: string) => boolean
  /** It may as well be what somebody chose, and badly. */
  readonly weak?: boolean
}

/** A table of patterns as shapes of one effect. */
export function patterns(
  effect: Effect,
  table: Readonly<Record<string, RegExp>>,
  { weak = false } = {},
): Shape[] {
  return Object.entries(table).map(([reason, pattern]) => ({
    reason,
    effect,
    weak,
    matches: (value) => pattern.test(value),
  }))
}
