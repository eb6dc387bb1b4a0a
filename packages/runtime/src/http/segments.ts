import type { Matcher } from '@tacet/core'

/** What a stream of bytes consists of, in order. */
export interface SegmentSink {
  /** Bytes that belong to no match. */
  plain(bytes: Uint8Array): void
  /** Bytes of a match. `begins` is false for the rest of a match whose beginning was given before. */
  secret(bytes: Uint8Array, pattern: number, begins: boolean): void
}

/**
 * Tells the secret bytes of a stream from the others, wherever the stream was cut: what could be the beginning of a
 * match is held until the next chunk tells, everything else is given to the sink at once. Core's `byteRedactor` does
 * the same, but its replacements do not know how long the match was nor what stood before it; a body whose length is
 * promised, or that must stay valid JSON, has to.
 *
 * @param matcher asked again for each chunk, so that a secret added meanwhile counts.
 */
export class Segments {
  #held: Uint8Array = Buffer.alloc(0)
  /** How much of the beginning of `#held` was given to the sink already, as part of a match. */
  #given = 0
  /** Whether the last that the sink got is a match: one that touches it is the same. */
  #inSecret = false
  readonly #matcher: () => Matcher
  readonly #sink: SegmentSink

  constructor(matcher: () => Matcher, sink: SegmentSink) {
    this.#matcher = matcher
    this.#sink = sink
  }

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return
    const input = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    const matcher = this.#matcher()
    this.#advance(matcher, input, matcher.livePrefixBytes(input))
  }

  end(): void {
    this.#advance(this.#matcher(), this.#held, this.#held.length)
  }

  /** Gives the sink all of `input` that is decided: a match that starts at `limit` or later is not. */
  #advance(matcher: Matcher, input: Uint8Array, limit: number): void {
    let at = this.#given
    for (const { start, end, pattern } of matcher.findBytes(input)) {
      const continues = this.#inSecret && start <= at
      if (start >= limit && !continues) break
      if (start > at) this.#sink.plain(input.subarray(at, start))
      if (end > at) this.#sink.secret(input.subarray(Math.max(at, start), end), pattern, !continues)
      at = Math.max(at, end)
      this.#inSecret = true
    }
    if (at < limit) {
      this.#sink.plain(input.subarray(at, limit))
      this.#inSecret = false
    }
    this.#given = Math.max(0, at - limit)
    this.#held = input.subarray(limit)
  }
}
