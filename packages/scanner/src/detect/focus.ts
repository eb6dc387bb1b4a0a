/**
 * What is new in bytes: offsets in turn, `[from, to)`, ascending and apart; where both are the same, something was taken
 * out. All that depends on none of it is known to be no candidate.
 */
export type Focus = readonly number[]

/** What is known of bytes before they are looked at. */
export interface Known {
  /** How many bytes there are. */
  readonly length: number
  /** What is new in them, when nothing is a candidate that does not depend on that. */
  readonly focus?: Focus | undefined
  /** The keywords in them, as `CarriedHits` finds them. */
  readonly hits?: readonly number[] | undefined
}

/** What a finder has met since it was last told to forget. */
export class Met {
  /**
   * What may be the beginning of what goes on, or is judged by what stands, further than `NEAR` from any of it; but for
   * keywords that were known.
   */
  far = false
  /** A candidate, however little is thought of it. */
  candidate = false
  /** Something that is judged by the path. */
  path = false

  forget(): void {
    this.far = false
    this.candidate = false
    this.path = false
  }
}

/** Whether something in `bytes[from, to]` is new. */
export function isTouched(focus: Focus, from: number, to: number): boolean {
  let low = 0
  for (let high = focus.length >> 1; low < high; ) {
    const middle = (low + high) >> 1
    if (focus[2 * middle + 1]! < from) low = middle + 1
    else high = middle
  }
  return 2 * low < focus.length && focus[2 * low]! <= to
}
