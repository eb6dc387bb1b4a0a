import { closeSync, fstatSync, openSync } from 'node:fs'
import { PackIndex } from './pack-index.ts'
import { Window } from './window.ts'

export const COMMIT = 1
export const TREE = 2
export const BLOB = 3
export const TAG = 4
const OFFSET_DELTA = 6
const ID_DELTA = 7

const SIGNATURE = 0x5041434b
/** The longest head of an object: its size, and an id or an offset. */
const LONGEST_HEAD = 64
const NONE = -1

/** What the objects of a pack are made from. Any thread can work with it: none of it is copied when it is sent. */
export interface PackTables {
  readonly file: string
  readonly idBytes: number
  /** Where each object begins, ascending; the last is where the last object ends. */
  readonly offsets: Float64Array
  /** Bytes before the deflated ones. */
  readonly heads: Uint8Array
  /** Bytes of each object, or of the delta that makes it. */
  readonly sizes: Float64Array
  /** The object that a delta is applied to, or -1; of a delta whose object is not there, itself. */
  readonly bases: Int32Array
  /** What an object is in the end made from; -1 where that does not end. */
  readonly roots: Int32Array
  /** Of a whole object its type, of a delta 0. */
  readonly types: Uint8Array
  /** Of those that are made from an object, the first; and of each, the next that is made from the same. */
  readonly first: Int32Array
  readonly next: Int32Array
}

/** A pack of Git. Its objects are numbered as they stand in it. Source: https://git-scm.com/docs/pack-format */
export interface Pack {
  readonly index: PackIndex
  readonly tables: PackTables
}

/**
 * Reads what there is in a pack, but for the objects themselves.
 *
 * @param file - ends in `.pack`; its index is beside it
 * @param idBytes - 20, or 32 with SHA-256
 * @throws RangeError for what is no pack, and the error of the system for what cannot be read
 */
export function readPack(file: string, idBytes: number): Pack {
  const fd = openSync(file, 'r')
  try {
    const { size } = fstatSync(fd)
    const index = new PackIndex(file.replace(/pack$/, 'idx'), idBytes, size)
    const window = new Window(fd)
    const { count, offsets } = index
    const start = window.read(0, 12)
    if (start.length < 12 || start.readUInt32BE(0) !== SIGNATURE || start.readUInt32BE(8) !== count) {
      throw new RangeError('not a pack, or not the one that its index is of')
    }
    const tables = {
      file,
      idBytes,
      offsets,
      heads: new Uint8Array(new SharedArrayBuffer(count)),
      sizes: new Float64Array(new SharedArrayBuffer(8 * count)),
      bases: numbers(count).fill(NONE),
      roots: numbers(count).fill(NONE),
      types: new Uint8Array(new SharedArrayBuffer(count)),
      first: numbers(count).fill(NONE),
      next: numbers(count).fill(NONE),
    }
    for (let number = 0; number < count; number++) {
      const length = Math.min(LONGEST_HEAD, offsets[number + 1]! - offsets[number]!)
      readHead(window.read(offsets[number]!, length), number, index, tables)
    }
    findRoots(tables)
    linkFamilies(tables)
    return { index, tables }
  } finally {
    closeSync(fd)
  }
}

const numbers = (count: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * count))

function readHead(bytes: Buffer, number: number, index: PackIndex, tables: PackTables): void {
  let at = 0
  let byte = bytes[at++] ?? 0
  const type = (byte >> 4) & 7
  let size = byte & 15
  for (let scale = 16; byte & 0x80 && at < bytes.length; scale *= 0x80) {
    byte = bytes[at++]!
    size += (byte & 0x7f) * scale
  }
  if (type === OFFSET_DELTA) {
    byte = bytes[at++] ?? 0
    let back = byte & 0x7f
    while (byte & 0x80 && at < bytes.length) {
      byte = bytes[at++]!
      back = (back + 1) * 0x80 + (byte & 0x7f)
    }
    const base = index.numberAt(index.offsets[number]! - back)
    tables.bases[number] = base < 0 ? number : base
  } else if (type === ID_DELTA) {
    const base = at + tables.idBytes > bytes.length ? NONE : index.find(bytes, at)
    tables.bases[number] = base < 0 ? number : base
    at += tables.idBytes
  } else tables.types[number] = type
  tables.sizes[number] = size
  tables.heads[number] = Math.min(at, bytes.length)
}

function findRoots({ bases, roots }: PackTables): void {
  const { length } = bases
  for (let number = 0; number < length; number++) {
    let root = number
    // What stands before is known; a loop of deltas is longer than there are objects.
    for (let steps = 0; bases[root]! >= 0 && steps <= length; steps++) {
      root = bases[root]!
      if (root < number) {
        root = roots[root]!
        break
      }
    }
    roots[number] = root >= 0 && bases[root]! < 0 ? root : NONE
  }
}

function linkFamilies({ bases, first, next }: PackTables): void {
  const descendants = new Uint32Array(bases.length)
  // A base stands before what is made from it, mostly: then this counts all of a family.
  for (let number = bases.length - 1; number >= 0; number--) {
    const base = bases[number]!
    if (base >= 0) descendants[base]! += descendants[number]! + 1
  }
  const made = Int32Array.from(bases.keys()).filter((number) => bases[number]! >= 0)
  // The largest family comes last: by then, what it was made from need not be kept.
  made.sort((a, b) => descendants[b]! - descendants[a]!)
  for (const number of made) {
    const base = bases[number]!
    next[number] = first[base]!
    first[base] = number
  }
}
