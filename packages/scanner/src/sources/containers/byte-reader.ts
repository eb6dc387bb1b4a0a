/** Bytes that are not what their format says: `message` says in a few words why. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError'
  readonly code = 'damaged'
}

/** Thrown where a format needs more than there is. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError'
  readonly code = 'unsupported'
}

export const endsEarly = (): DamagedError => new DamagedError('ends early')

const EMPTY = Buffer.alloc(0)

/** Reads a stream of bytes forwards, by number of bytes instead of by the pieces in which they come. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>
  #held: Buffer = EMPTY
  #ended = false
  #failure: { readonly error: unknown } | undefined

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** What is read next, without reading it: `count` bytes, fewer only at the end. */
  async peek(count: number): Promise<Buffer> {
    if (this.#held.length < count) await this.#hold(count)
    return this.#held.subarray(0, count)
  }

  /** The same, but fewer bytes also when the source fails behind them. */
  async peekAhead(count: number): Promise<Buffer> {
    try {
      return await this.peek(count)
    } catch (error) {
      if (this.#held.length === 0) throw error
      return this.#held
    }
  }

  /** The next `count` bytes, fewer only at the end. For small counts: they are held all at once. */
  async read(count: number): Promise<Buffer> {
    const bytes = await this.peek(count)
    this.#held = this.#held.subarray(bytes.length)
    return bytes
  }

  /**
   * The next `count` bytes.
   *
   * @throws DamagedError when there are fewer
   */
  async readAll(count: number): Promise<Buffer> {
    const bytes = await this.read(count)
    if (bytes.length < count) throw endsEarly()
    return bytes
  }

  /** Whatever comes next, at least one byte and at most `most`; empty at the end. */
  async some(most: number): Promise<Buffer> {
    if (this.#held.length === 0) await this.#hold(1)
    const bytes = this.#held.subarray(0, most)
    this.#held = this.#held.subarray(bytes.length)
    return bytes
  }

  /** Puts back what was read last. */
  unread(bytes: Buffer): void {
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([bytes, this.#held])
  }

  /** Reads up to the next place where these bytes stand. Returns whether there is one. */
  async seek(bytes: Buffer): Promise<boolean> {
    for (;;) {
      const at = this.#held.indexOf(bytes)
      if (at >= 0) {
        this.#held = this.#held.subarray(at)
        return true
      }
      // The beginning of it may be the end of what is held.
      this.#held = this.#held.subarray(Math.max(0, this.#held.length - bytes.length + 1))
      const before = this.#held.length
      await this.#hold(before + 1)
      if (this.#held.length === before) return false
    }
  }

  /** All that is left. */
  async *rest(): AsyncGenerator<Buffer, void, undefined> {
    for (;;) {
      const bytes = await this.some(Number.POSITIVE_INFINITY)
      if (bytes.length === 0) return
      yield bytes
    }
  }

  /** Whatever happens, what the source gave is kept. */
  async #hold(count: number): Promise<void> {
    const pieces = [this.#held]
    let length = this.#held.length
    try {
      while (length < count && !this.#ended) {
        const { value, done } = await this.#source.next()
        if (done) this.#ended = true
        else {
          pieces.push(value)
          length += value.length
        }
      }
    } catch (error) {
      this.#failure = { error }
      this.#ended = true
    }
    const filled = pieces.filter((piece) => piece.length > 0)
    this.#held = filled.length === 1 ? filled[0]! : Buffer.concat(filled, length)
    if (length < count && this.#failure) throw this.#failure.error
  }
}

/** @throws DamagedError when the reader ends before there were so many bytes */
export async function* section(reader: ByteReader, length: number): AsyncGenerator<Buffer, void, undefined> {
  for (let left = length; left > 0; ) {
    const bytes = await reader.some(left)
    if (bytes.length === 0) throw endsEarly()
    left -= bytes.length
    yield bytes
  }
}

/** Bytes that must be read to where they end, and of which whoever is given them may leave some. */
export class Body {
  readonly #source: AsyncGenerator<Buffer, void, undefined>

  constructor(source: AsyncGenerator<Buffer, void, undefined>) {
    this.#source = source
  }

  async *bytes(): AsyncGenerator<Buffer, void, undefined> {
    // Not by `for`, which would end the source when the taker stops.
    for (let next = await this.#source.next(); !next.done; next = await this.#source.next()) yield next.value
  }

  /** Reads what was left. */
  async leave(): Promise<void> {
    for await (const _ of this.#source);
  }
}
