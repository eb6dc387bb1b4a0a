import { readSync } from 'node:fs'

/** Bytes that are read at once: from a multiple of `STEP` on, and so many more that small pieces are whole. */
const STEP = 128 << 10
const MORE = 16 << 10
const LENGTH = STEP + MORE
const KEPT = 32

interface Kept {
  at: number
  readonly buffer: Buffer
  filled: Buffer
}

/** Pieces of a file, most of them near one of those before, with few calls to the system. */
export class Window {
  readonly #fd: number
  readonly #kept: Kept[] = []
  #large = Buffer.alloc(0)

  constructor(fd: number) {
    this.#fd = fd
  }

  /** Bytes of the file, fewer at its end. They hold until the next call. */
  read(offset: number, length: number): Buffer {
    if (length > MORE) return this.#readLarge(offset, length)
    const step = Math.floor(offset / STEP)
    const at = step * STEP
    let kept = this.#kept[step % KEPT]
    if (kept?.at !== at) {
      kept ??= { at, buffer: Buffer.allocUnsafeSlow(LENGTH), filled: this.#large }
      kept.at = at
      kept.filled = kept.buffer.subarray(0, readSync(this.#fd, kept.buffer, 0, LENGTH, at))
      this.#kept[step % KEPT] = kept
    }
    return kept.filled.subarray(offset - at, offset - at + length)
  }

  #readLarge(offset: number, length: number): Buffer {
    if (this.#large.length < length) this.#large = Buffer.allocUnsafeSlow(length)
    return this.#large.subarray(0, readSync(this.#fd, this.#large, 0, length, offset))
  }
}
