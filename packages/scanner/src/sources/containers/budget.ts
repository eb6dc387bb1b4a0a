/** What one file may expand to, with all that is nested in it. */
export interface Limits {
  /** How often one container may be within another. */
  readonly depth: number
  /** Entries of all containers together. */
  readonly entries: number
  /** Bytes that come out of all containers together. */
  readonly total: number
  /** More than `free` bytes may come out only while they are at most so many times what was read of the file. */
  readonly ratio: number
  readonly free: number
}

/** Deflate gives at most 1,032 times what it is given; a log file of identical lines about 200 times. */
export const LIMITS: Limits = {
  depth: 5,
  entries: 1_000_000,
  total: 64 * 2 ** 30,
  ratio: 200,
  free: 256 * 2 ** 20,
}

/** More came out of a file than it may expand to: `message` says of what. */
export class LimitError extends Error {
  override readonly name = 'LimitError'
  readonly code = 'limit'
}

/** Counts what one file expands to, and stops it at the limits. */
export class Budget {
  readonly limits: Limits
  #entries = 0
  #read = 0
  #out = 0

  constructor(limits: Limits) {
    this.limits = limits
  }

  /** @throws LimitError */
  addEntry(): void {
    this.#entries++
    if (this.#entries > this.limits.entries) {
      throw new LimitError(`holds more than ${this.limits.entries} entries`)
    }
  }

  /** Counts what is read of the file itself. */
  async *reading(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
    for await (const chunk of chunks) {
      this.#read += chunk.length
      yield chunk
    }
  }

  /**
   * Counts bytes that come out of a container.
   *
   * @throws LimitError
   */
  expand(bytes: number): void {
    const { total, ratio, free } = this.limits
    this.#out += bytes
    if (this.#out > total) throw new LimitError(`expands to more than ${total} bytes`)
    if (this.#out > free + ratio * this.#read) {
      throw new LimitError(`expands to more than ${ratio} times its size`)
    }
  }

  /**
   * Counts what comes out piece by piece.
   *
   * @throws LimitError
   */
  async *expanding(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
    for await (const chunk of chunks) {
      this.expand(chunk.length)
      yield chunk
    }
  }
}
