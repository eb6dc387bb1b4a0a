import { readFileSync } from 'node:fs'

const MAGIC = 0xff744f63
const VERSION = 2
const HEADER = 8
const FANOUT = 256 * 4
const LARGE = 0x80000000

/**
 * Where the objects of a pack stand in it: its index, version 2. Objects are numbered from 0 in the order in which
 * they stand in the pack. Source: https://git-scm.com/docs/pack-format
 */
export class PackIndex {
  readonly count: number
  /** Bytes of an id. */
  readonly idBytes: number
  /** Where each object begins, ascending; the last is where the last object ends. */
  readonly offsets: Float64Array
  readonly #ids: Buffer
  /** The place among the sorted ids of each object, and the other way round. */
  readonly #sortedOf: Uint32Array
  readonly #numberOf: Uint32Array
  readonly #fanout: Uint32Array
  /** The first four bytes of each sorted id. */
  readonly #starts: Uint32Array

  /**
   * @param idBytes - 20, or 32 with SHA-256
   * @param packSize - in bytes
   * @throws RangeError for what is no index of such a pack
   */
  constructor(file: string, idBytes: number, packSize: number) {
    const bytes = readFileSync(file)
    if (
      bytes.length < HEADER + FANOUT ||
      bytes.readUInt32BE(0) !== MAGIC ||
      bytes.readUInt32BE(4) !== VERSION
    ) {
      throw new RangeError('not a pack index of version 2')
    }
    this.#fanout = Uint32Array.from({ length: 256 }, (_, byte) => bytes.readUInt32BE(HEADER + 4 * byte))
    this.count = this.#fanout[255]!
    this.idBytes = idBytes
    const ids = HEADER + FANOUT
    const short = ids + this.count * (idBytes + 4)
    const large = short + 4 * this.count
    if (
      bytes.length < large + 2 * idBytes ||
      this.#fanout.some((end, byte, all) => byte > 0 && end < all[byte - 1]!)
    ) {
      throw new RangeError('a pack index that is cut off')
    }
    this.#ids = bytes.subarray(ids, ids + this.count * idBytes)
    this.#starts = Uint32Array.from({ length: this.count }, (_, place) =>
      this.#ids.readUInt32BE(place * idBytes),
    )
    const sorted = new Float64Array(this.count)
    for (let place = 0; place < this.count; place++) {
      const offset = bytes.readUInt32BE(short + 4 * place)
      sorted[place] = offset < LARGE ? offset : Number(bytes.readBigUInt64BE(large + 8 * (offset - LARGE)))
    }
    this.offsets = new Float64Array(new SharedArrayBuffer(8 * (this.count + 1)))
    this.offsets.set(sorted)
    this.offsets[this.count] = packSize - idBytes
    this.offsets.subarray(0, this.count).sort()
    if (this.count > 0 && this.offsets[this.count - 1]! >= this.offsets[this.count]!) {
      throw new RangeError('a pack index that points out of its pack')
    }
    this.#sortedOf = new Uint32Array(this.count)
    this.#numberOf = new Uint32Array(this.count)
    sorted.forEach((offset, place) => {
      const number = this.numberAt(offset)
      this.#sortedOf[number] = place
      this.#numberOf[place] = number
    })
  }

  /** The object that begins at an offset, or -1. */
  numberAt(offset: number): number {
    let low = 0
    let high = this.count - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const at = this.offsets[middle]!
      if (at === offset) return middle
      if (at < offset) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  /** The object whose id stands in `bytes` at `at`, or -1. */
  find(bytes: Buffer, at: number): number {
    const start = bytes.readUInt32BE(at)
    const first = start >>> 24
    let low = first === 0 ? 0 : this.#fanout[first - 1]!
    let high = this.#fanout[first]!
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#starts[middle]! < start) low = middle + 1
      else high = middle
    }
    for (; low < this.count && this.#starts[low] === start; low++) {
      const id = low * this.idBytes
      if (this.#ids.compare(bytes, at, at + this.idBytes, id, id + this.idBytes) === 0)
        return this.#numberOf[low]!
    }
    return -1
  }

  /** Its id, in hexadecimal digits. */
  id(number: number): string {
    const start = this.#sortedOf[number]! * this.idBytes
    return this.#ids.toString('hex', start, start + this.idBytes)
  }
}
