import { closeSync, openSync } from 'node:fs'
import { applyDelta, type Change } from './delta.ts'
import { Inflater } from './inflater.ts'
import type { PackTables } from './pack-tables.ts'
import { Window } from './window.ts'

const NONE = -1
/** What is kept of one line of descent at once, in bytes. */
const ROOM = 96 << 20
/** Objects that are larger are left to Git. */
const LARGEST = 24 << 20

/** Looks at the objects of a pack as they are put together. */
export interface FamilyVisitor<State> {
  /**
   * @param bytes - what the object is; holds until the call returns
   * @param change - how it differs from the object that it is made from; undefined where it is made from none; holds
   * until the call returns
   * @param base - what the visit of that object returned
   */
  visit(number: number, bytes: Buffer, change: Change | undefined, base: State | undefined): State
  /** The object is too large, or its pack is not sound. */
  skip(number: number): void
}

/**
 * The objects of a pack by what they are made from: an object that stands in it whole, with all that deltas make of
 * it and of each other. Putting a family together costs one inflating and one copying an object, whatever the depth.
 */
export class Families {
  readonly #tables: PackTables
  readonly #fd: number
  readonly #window: Window
  readonly #inflater = new Inflater()
  readonly #change: Change = { changed: [], resumes: [] }
  #arena = Buffer.alloc(0)
  #delta = Buffer.alloc(0)

  constructor(tables: PackTables) {
    this.#tables = tables
    this.#fd = openSync(tables.file, 'r')
    this.#window = new Window(this.#fd)
  }

  close(): void {
    closeSync(this.#fd)
  }

  /** Visits a family: each object after the one that it is made from. */
  async walk<State>(
    root: number,
    visitor: FamilyVisitor<State>,
    breathe: () => Promise<void> | undefined,
  ): Promise<void> {
    const size = this.#tables.sizes[root]!
    if (size > LARGEST) return this.#skip(root, visitor)
    this.#makeRoom(size)
    if (!this.#inflater.inflate(this.#packed(root), this.#arena, 0, size)) return this.#skip(root, visitor)
    const state = visitor.visit(root, this.#arena.subarray(0, size), undefined, undefined)
    const line = [{ next: this.#tables.first[root]!, from: 0, to: size, state }]
    for (let base = line.at(-1); base; base = line.at(-1)) {
      const { next: number, from, to } = base
      if (number === NONE) {
        line.pop()
        continue
      }
      base.next = this.#tables.next[number]!
      const made = this.#apply(number, from, to)
      if (made < 0) {
        this.#skip(number, visitor)
        continue
      }
      const child = {
        next: this.#tables.first[number]!,
        from: to,
        to: to + made,
        state: visitor.visit(number, this.#arena.subarray(to, to + made), this.#change, base.state),
      }
      const pause = breathe()
      if (pause) await pause
      if (child.next === NONE) continue
      if (base.next === NONE) {
        this.#arena.copyWithin(from, child.from, child.to)
        child.from = from
        child.to = from + made
        line.pop()
      }
      line.push(child)
    }
  }

  /** Puts an object behind the one that it is made from. Returns its size, or -1. */
  #apply(number: number, from: number, to: number): number {
    const length = this.#tables.sizes[number]!
    if (length > LARGEST) return NONE
    if (this.#delta.length < length) this.#delta = Buffer.allocUnsafeSlow(2 * length)
    if (!this.#inflater.inflate(this.#packed(number), this.#delta, 0, length)) return NONE
    const delta = this.#delta.subarray(0, length)
    const [baseSize, afterBase] = readSize(delta, 0)
    const [size, start] = readSize(delta, afterBase)
    if (baseSize !== to - from || size > LARGEST || to + size > ROOM) return NONE
    this.#makeRoom(to + size)
    const base = this.#arena.subarray(from, to)
    return applyDelta(base, delta.subarray(start), this.#arena, to, size, this.#change) ? size : NONE
  }

  /** The deflated bytes of an object or its delta. They hold until the next call. */
  #packed(number: number): Buffer {
    const { offsets, heads } = this.#tables
    const start = offsets[number]! + heads[number]!
    return this.#window.read(start, offsets[number + 1]! - start)
  }

  #makeRoom(size: number): void {
    if (this.#arena.length >= size) return
    const larger = Buffer.allocUnsafeSlow(Math.max(1 << 20, 2 * size))
    this.#arena.copy(larger)
    this.#arena = larger
  }

  #skip<State>(root: number, visitor: FamilyVisitor<State>): void {
    const { first, next } = this.#tables
    const left = [root]
    for (let number = left.pop(); number !== undefined; number = left.pop()) {
      visitor.skip(number)
      for (let child = first[number]!; child !== NONE; child = next[child]!) left.push(child)
    }
  }
}

function readSize(delta: Buffer, start: number): readonly [size: number, next: number] {
  let size = 0
  let at = start
  for (let scale = 1; at < delta.length; scale *= 0x80) {
    const byte = delta[at++]!
    size += (byte & 0x7f) * scale
    if (byte < 0x80) break
  }
  return [size, at]
}
