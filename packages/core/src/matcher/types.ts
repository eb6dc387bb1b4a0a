/**
 * A literal to find. `text` is searched in strings, and as UTF-8 in bytes. `bytes` is searched in bytes only.
 *
 * A `wrapped` literal also matches when line breaks were put into it: see `breakLength` for what counts as one,
 * and `WRAP_SPACING` for how far apart they have to be. Only literals of at least `WRAP_SHORTEST` units of printable
 * ASCII, without spaces and backslashes (base64, hex), can be wrapped.
 */
export type Pattern = { readonly text: string; readonly wrapped?: boolean } | { readonly bytes: Uint8Array }

/**
 * A stretch of the input covered by one or more occurrences that overlap or touch.
 * `pattern` is the index, in the list that the matcher was made from, of the occurrence that starts first; of
 * those that start together the longest; of equals the first in the list.
 */
export interface Match {
  readonly start: number
  readonly end: number
  readonly pattern: number
}

/** Finds many literals at once. Offsets are UTF-16 units for text, bytes for bytes. */
export interface Matcher {
  /** No occurrence is longer than this, in units of text or in bytes, whichever is more. */
  readonly longest: number
  /** Every stretch covered by occurrences, in order. Never touching, never overlapping. */
  find(text: string): readonly Match[]
  findBytes(bytes: Uint8Array): readonly Match[]
  /**
   * Whether there is any occurrence. With `linesApart`, which is faster, a wrapped one need not be seen that goes on
   * over a line break, other than over the escape of one.
   */
  test(text: string, linesApart?: boolean): boolean
  testBytes(bytes: Uint8Array): boolean
  /**
   * Where the first live prefix starts: the smallest offset from which the rest of the input is the beginning,
   * and not the whole, of what some pattern matches. The length of the input when there is none.
   */
  livePrefix(text: string): number
  livePrefixBytes(bytes: Uint8Array): number
}

/** A matcher that takes more patterns, at the cost of those alone. */
export interface GrowingMatcher extends Matcher {
  /**
   * Finds these too from now on; their indices go on from the last one.
   *
   * @throws RangeError as `matcher` does, and then nothing was added
   */
  add(patterns: readonly Pattern[]): void
}
