const FIRST_CAPACITY = 1 << 10

/**
 * A set of object ids, numbered from 0 in the order in which they came. It takes their bytes and at most 16 more each:
 * ten million ids as text would take a gigabyte.
 */
export class IdTable {
  readonly #bytes: number
  #ids: Buffer
  /** Open addressing: the number of an id plus 1, or 0. At most half full. */
  #slots = new Int32Array(2 * FIRST_CAPACITY)
  readonly #probe: Buffer
  #size = 0

  /** @param idLength - hexadecimal digits of an id */
  constructor(idLength: number) {
    this.#bytes = idLength / 2
    this.#ids = Buffer.alloc(FIRST_CAPACITY * this.#bytes)
    this.#probe = Buffer.alloc(this.#bytes)
  }

  get size(): number {
    return this.#size
  }

  /** The ids, one after the other. */
  get bytes(): Buffer {
    return this.#ids.subarray(0, this.#size * this.#bytes)
  }

  /** The number of an id, or -1. */
  find(id: string): number {
    this.#probe.write(id, 'hex')
    return this.#slots[this.#slot()]! - 1
  }

  /** The number of an id, which is new when it is the size before. */
  add(id: string): number {
    this.#probe.write(id, 'hex')
    return this.#addProbe()
  }

  #addProbe(): number {
    const slot = this.#slot()
    const known = this.#slots[slot]!
    if (known > 0) return known - 1
    this.#probe.copy(this.#ids, this.#size * this.#bytes)
    this.#slots[slot] = ++this.#size
    if (this.#size * this.#bytes === this.#ids.length) this.#grow()
    return this.#size - 1
  }

  /** @param bytes - ids, one after the other; what is left at the end is none */
  addAll(bytes: Buffer): void {
    for (let end = this.#bytes; end <= bytes.length; end += this.#bytes) {
      bytes.copy(this.#probe, 0, end - this.#bytes, end)
      this.#addProbe()
    }
  }

  at(index: number): string {
    return this.#ids.toString('hex', index * this.#bytes, (index + 1) * this.#bytes)
  }

  /** Where the id is that is asked for, or else would be. */
  #slot(): number {
    const mask = this.#slots.length - 1
    for (let slot = this.#probe.readUInt32LE(0) & mask; ; slot = (slot + 1) & mask) {
      const known = this.#slots[slot]!
      if (known === 0) return slot
      const start = (known - 1) * this.#bytes
      if (this.#probe.compare(this.#ids, start, start + this.#bytes) === 0) return slot
    }
  }

  #grow(): void {
    const ids = Buffer.alloc(2 * this.#ids.length)
    this.#ids.copy(ids)
    this.#ids = ids
    this.#slots = new Int32Array(2 * this.#slots.length)
    const mask = this.#slots.length - 1
    for (let index = 0; index < this.#size; index++) {
      let slot = ids.readUInt32LE(index * this.#bytes) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = index + 1
    }
  }
}

/** Hexadecimal digits by which ids are told apart at first sight. */
const FIRST_DIGITS = 5

/** Tells of most ids that they are none of a few, by their first digits. */
export class IdFilter {
  readonly #firsts = new Uint8Array(16 ** FIRST_DIGITS)

  constructor(ids: Iterable<string>) {
    for (const id of ids) this.#firsts[firstOf(Buffer.from(id, 'latin1'), 0)] = 1
  }

  /** @param at - where the hexadecimal digits of an id begin */
  mayHave(bytes: Buffer, at: number): boolean {
    return this.#firsts[firstOf(bytes, at)] === 1
  }
}

function firstOf(digits: Buffer, at: number): number {
  let first = 0
  for (let index = at; index < at + FIRST_DIGITS; index++) {
    const digit = digits[index]!
    // `0` is 0x30, and `a` is 0x61.
    first = (first << 4) | ((digit & 0xf) + 9 * (digit >> 6))
  }
  return first
}
