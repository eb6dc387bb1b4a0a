/** A name in a tree. */
export interface TreeName {
  /** Each byte one unit of text. */
  readonly name: string
  readonly tree: string
}

/** Beyond so many names those seen are forgotten, and looked at again when they come again. */
const MOST_SEEN = 1 << 19
const LONGEST_MODE = 8
const LONGEST_ENTRY = 1 << 16
const SPACE = 32
const [ZERO, ONE, FOUR, SEVEN] = Buffer.from('0147') as unknown as [number, number, number, number]
/** Of the hash FNV-1a. */
const SEED = 0x811c9dc5
const PRIME = 0x01000193

/** Collects the names that trees give, each once. A tree may come in pieces of any size. */
export class TreeNames {
  /** Names that are new; take from it as you like. */
  readonly names: TreeName[] = []
  /** Hexadecimal digits in the id of an object. */
  idLength = 40
  /** Whether the tree has one of the names that were marked. */
  hasMarked = false
  /** First hashes of names. */
  readonly #marked = new Set<number>()
  #tree = ''
  #rest: Buffer | undefined
  /** Two hashes of each name that was seen: open addressing, at most half full. A slot of zeros is free. */
  readonly #seen = new Int32Array(4 * MOST_SEEN)
  #size = 0

  start(tree: string): void {
    this.#tree = tree
    this.#rest = undefined
    this.hasMarked = false
  }

  /** Marks a name, to know the trees that have it from now on. */
  mark(name: string): void {
    const bytes = Buffer.from(name, 'latin1')
    let first = SEED
    for (const byte of bytes) first = Math.imul(first ^ byte, PRIME)
    this.#marked.add(first)
  }

  /** Takes a piece of a tree: entries of `MODE NAME`, a zero, and the bytes of an id. */
  push(chunk: Buffer): void {
    const bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk
    let at = 0
    while (at < bytes.length) {
      const space = spaceIn(bytes, at)
      const end = space < 0 ? -1 : this.#name(bytes, space + 1)
      const next = end + 1 + this.idLength / 2
      if (end < 0 || next > bytes.length) break
      at = next
    }
    // What is longer is no entry, and nothing after it can be made out.
    this.#rest = bytes.length - at > LONGEST_ENTRY ? undefined : Buffer.from(bytes.subarray(at))
  }

  end(): void {
    this.#rest = undefined
  }

  /**
   * Takes a whole tree that is made from one that was taken: only names in what is new of it.
   *
   * @param changed - pairs of offsets, as `applyDelta` tells
   */
  pushChanged(bytes: Buffer, changed: readonly number[]): void {
    let next = 0
    for (let at = 0; at < bytes.length; ) {
      while (next < changed.length && changed[next + 1]! < at) next += 2
      if (next >= changed.length) return
      const space = spaceIn(bytes, at)
      // Something was put together that is no list of entries, or not the one that it seems to be.
      if (!isMode(bytes, at, space)) {
        this.push(bytes)
        return
      }
      let end = space + 1
      while (end < bytes.length && bytes[end] !== 0) end++
      if (changed[next]! <= end) this.#name(bytes, space + 1)
      at = end + 1 + this.idLength / 2
    }
  }

  /** Takes a name from elsewhere, each byte one unit of text. */
  add(name: string): void {
    this.#tree = ''
    this.#name(Buffer.from(`${name}\0`, 'latin1'), 0)
  }

  /** Notes the name that starts here. Returns where it ends, or -1 when its end has not come. */
  #name(bytes: Buffer, start: number): number {
    let first = SEED
    let second = 0x1b873593
    let at = start
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (byte === 0) break
      first = Math.imul(first ^ byte, PRIME)
      second = Math.imul(second + byte, 0x5bd1e995) ^ (second >>> 15)
    }
    if (at === bytes.length) return -1
    if (this.#marked.size > 0 && this.#marked.has(first)) this.hasMarked = true
    if (this.#isNew(first, second || 1)) {
      this.names.push({ name: bytes.toString('latin1', start, at), tree: this.#tree })
    }
    return at
  }

  #isNew(first: number, second: number): boolean {
    const seen = this.#seen
    const mask = seen.length / 2 - 1
    for (let slot = (first ^ (first >>> 16)) & mask; ; slot = (slot + 1) & mask) {
      const known = seen[2 * slot + 1]!
      if (known === second && seen[2 * slot] === first) return false
      if (known !== 0) continue
      if (++this.#size >= MOST_SEEN) {
        seen.fill(0)
        this.#size = 0
        return true
      }
      seen[2 * slot] = first
      seen[2 * slot + 1] = second
      return true
    }
  }
}

/** Whether that is a file, a link, a folder or a submodule: `100644`, `120000`, `40000`, `160000`. */
function isMode(bytes: Buffer, from: number, to: number): boolean {
  const isLong = bytes[from] === ONE && to - from === 6
  if (!isLong && !(bytes[from] === FOUR && to - from === 5)) return false
  for (let at = from + 1; at < to; at++) if (bytes[at]! < ZERO || bytes[at]! > SEVEN) return false
  return true
}

/** Where the space after the mode is. */
function spaceIn(bytes: Buffer, at: number): number {
  for (let index = at; index < at + LONGEST_MODE && index < bytes.length; index++) {
    if (bytes[index] === SPACE) return index
  }
  return -1
}
