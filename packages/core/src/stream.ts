import type { Match, Matcher } from './matcher/types.ts'

/**
 * Redacts a stream piece by piece. The joined output does not depend on how the input was cut: what could be the
 * beginning of a match is held until the next piece tells, everything else leaves at once.
 */
export interface StreamRedactor<T> {
  /** Takes the next piece and returns what can leave now, which may be empty. */
  push(chunk: T): T
  /** Whether anything is held. */
  readonly isHolding: boolean
  /**
   * Returns the beginning of what is held, at most so many units of it, for somebody who waits for it. Should it turn
   * out to be that of a match, the rest of that is replaced as ever.
   */
  release(most: number): T
  /** Returns what is still held: the input is over. */
  end(): T
}

/** What a stream redactor asks: the matcher in force (asked again for each piece), and what to write for a match. */
export interface Redaction<T> {
  readonly matcher: () => Matcher
  /** Called once for each match, in order, with the index of its pattern. */
  readonly replace: (pattern: number) => T
}

/** What differs between strings and bytes. */
interface Kind<T> {
  readonly empty: T
  find(matcher: Matcher, input: T): readonly Match[]
  livePrefix(matcher: Matcher, input: T): number
  slice(input: T, start: number, end: number): T
  join(pieces: readonly T[]): T
}

const text: Kind<string> = {
  empty: '',
  find: (matcher, input) => matcher.find(input),
  livePrefix: (matcher, input) => matcher.livePrefix(input),
  slice: (input, start, end) => input.slice(start, end),
  join: (pieces) => pieces.join(''),
}

const bytes: Kind<Uint8Array> = {
  empty: Buffer.alloc(0),
  find: (matcher, input) => matcher.findBytes(input),
  livePrefix: (matcher, input) => matcher.livePrefixBytes(input),
  slice: (input, start, end) => input.subarray(start, end),
  join: (pieces) => Buffer.concat(pieces),
}

/** Redacts strings. A surrogate pair may be cut in two. */
export function textRedactor(redaction: Redaction<string>): StreamRedactor<string> {
  return streamRedactor(text, redaction)
}

/**
 * Redacts bytes. What comes back may share memory with the chunk that was pushed, and the redactor may keep a view
 * of it: the caller must not write to it any more.
 */
export function byteRedactor(redaction: Redaction<Uint8Array>): StreamRedactor<Uint8Array> {
  return streamRedactor(bytes, redaction)
}

function streamRedactor<T extends { readonly length: number }>(
  kind: Kind<T>,
  { matcher, replace }: Redaction<T>,
): StreamRedactor<T> {
  let held = kind.empty
  /** How much of the start of `held` stands in the output already, as part of a replacement or as it is. */
  let covered = 0
  /** Whether the last thing in the output is a replacement: a match that touches it belongs to it. */
  let replaced = false

  /** Redacts `input`, of which what starts at `limit` or later is not decided yet. */
  const advance = (current: Matcher, input: T, limit: number): T => {
    const pieces: T[] = []
    let at = covered
    for (const { start, end, pattern } of kind.find(current, input)) {
      if (start >= limit && !(replaced && start <= at)) break
      if (!(replaced && start <= at)) {
        if (start > at) pieces.push(kind.slice(input, at, start))
        pieces.push(replace(pattern))
      }
      at = Math.max(at, end)
      replaced = true
    }
    if (at < limit) {
      pieces.push(kind.slice(input, at, limit))
      replaced = false
    }
    covered = Math.max(0, at - limit)
    held = kind.slice(input, limit, input.length)
    return pieces.length === 1 ? pieces[0]! : kind.join(pieces)
  }

  return {
    push(chunk) {
      if (chunk.length === 0) return kind.empty
      const current = matcher()
      const input = held.length === 0 ? chunk : kind.join([held, chunk])
      return advance(current, input, kind.livePrefix(current, input))
    },
    get isHolding() {
      return covered < held.length
    },
    release(most) {
      const from = Math.min(covered, most)
      const released = kind.slice(held, from, Math.min(most, held.length))
      if (released.length > 0) {
        covered = from + released.length
        replaced = false
      }
      return released
    },
    end() {
      if (held.length === 0) return kind.empty
      return advance(matcher(), held, held.length)
    },
  }
}
