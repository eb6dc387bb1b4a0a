import { constants, createInflate, type Inflate, inflateSync } from 'node:zlib'

/** What Node's own inflate functions are made of. It is not documented, so it may be missing. */
interface Handle {
  reset(): void
  writeSync(
    flush: number,
    input: Uint8Array,
    inputAt: number,
    inputLength: number,
    output: Uint8Array,
    outputAt: number,
    outputLength: number,
  ): void
}

interface Inside {
  readonly _handle?: Handle
  /** Bytes left of the output and of the input. */
  readonly _writeState?: Uint32Array
}

/**
 * Inflates one small piece after the other into memory that is at hand. `inflateSync` makes its state and its output
 * anew for each piece, which takes four times as long as inflating an average object of a pack; where Node lacks what
 * is asked for here, it is used all the same.
 */
export class Inflater {
  #inflate = newInflate()

  /**
   * @param size - in bytes, what has to come out
   * @returns whether it did; what stands behind the deflated bytes is not looked at
   */
  inflate(input: Buffer, output: Buffer, outputAt: number, size: number): boolean {
    if (size === 0) return true
    const { _handle: handle, _writeState: state } = this.#inflate as Inflate & Inside
    if (!handle?.writeSync || !handle.reset || !state) return inflateApart(input, output, outputAt, size)
    handle.reset()
    handle.writeSync(constants.Z_SYNC_FLUSH, input, 0, input.length, output, outputAt, size)
    if (!this.#inflate.destroyed) return state[0] === 0
    this.#inflate = newInflate()
    return false
  }
}

/** What is wrong is seen at once; the event that tells it later is of no use. */
function newInflate(): Inflate {
  return createInflate().on('error', () => {})
}

function inflateApart(input: Buffer, output: Buffer, outputAt: number, size: number): boolean {
  try {
    return (
      inflateSync(input, { maxOutputLength: size, chunkSize: Math.max(64, size) }).copy(output, outputAt) ===
      size
    )
  } catch {
    return false
  }
}
