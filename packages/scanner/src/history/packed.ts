import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ListedObject } from '../sources/git/listing.ts'
import type { Repository } from '../sources/git/repository.ts'
import { BLOB, type Pack, readPack } from '../sources/packs/pack-tables.ts'
import { type PackedObject, type PackedUnit, pathAt, type SharedPaths } from '../sources/packs/packed-unit.ts'

/** Bytes of a pack that one thread looks at at a stretch. */
const UNIT_BYTES = 1 << 20
/** Bytes of an index besides those of its objects, and of each object besides its id. */
const INDEX_FRAME = 8 + 4 * 256 + 2 * 20
const INDEX_ENTRY = 8

/** So many objects may stand in no pack for each that does, and what kind they are does not matter much. */
const MOST_OTHERS = 0.01

interface WantedPack extends Pack {
  readonly wanted: Int32Array
}

/** The objects that are to be looked at and stand in a pack of the repository. */
export class PackedObjects {
  /** How many objects stand in packs, whether they are to be looked at or not; about that. */
  readonly count: number
  readonly #files: readonly string[]
  readonly #packs: WantedPack[] = []
  readonly #id: Buffer
  readonly #paths = new Map<string, number>()
  #shared: SharedPaths | undefined
  #others = 0

  constructor({ commonDir, idLength }: Repository) {
    this.#id = Buffer.alloc(idLength / 2)
    this.#files = packFiles(join(commonDir, 'objects', 'pack'))
    this.count = this.#files.reduce((sum, file) => sum + entries(file, this.#id.length), 0)
  }

  /** Opens the packs. One that cannot be read is left to Git, which can say what is wrong with it. */
  open(): void {
    for (const file of this.#files) {
      try {
        const pack = readPack(file, this.#id.length)
        const wanted = new Int32Array(new SharedArrayBuffer(4 * pack.index.count))
        this.#packs.push({ ...pack, wanted })
      } catch {}
    }
  }

  /** Notes objects that stand in a pack, and lets the others through. */
  async *others(
    listing: AsyncIterable<readonly ListedObject[]>,
  ): AsyncGenerator<readonly ListedObject[], void, undefined> {
    for await (const batch of listing) {
      const others = batch.filter((object) => !this.#note(object))
      this.#others += others.length
      yield others
    }
  }

  /** About how many files there are to look at; undefined when too little of it is packed to tell. */
  get files(): number | undefined {
    let [noted, files] = [0, 0]
    for (const { tables, wanted } of this.#packs) {
      for (let number = 0; number < wanted.length; number++) {
        if (wanted[number] === 0) continue
        noted++
        if (tables.types[tables.roots[number]!] === BLOB) files++
      }
    }
    return this.#others > MOST_OTHERS * noted ? undefined : files + this.#others
  }

  /** What was noted, in parts that different threads can look at. To be asked for once the listing is over. */
  *units(): Generator<readonly PackedUnit[], void, undefined> {
    const paths = this.#sharedPaths()
    for (const { index, tables, wanted } of this.#packs) {
      const hasWanted = new Uint8Array(new SharedArrayBuffer(index.count))
      for (let number = 0; number < index.count; number++) {
        if (wanted[number] !== 0) hasWanted[tables.roots[number]!] = 1
      }
      for (let from = 0; from < index.count; ) {
        const end = index.offsets[from]! + UNIT_BYTES
        let to = from
        let any = 0
        for (; to < index.count && index.offsets[to]! < end; to++) any |= hasWanted[to]!
        if (any !== 0) yield [{ kind: 'packed', tables, from, to, wanted, hasWanted, paths }]
        from = to
      }
    }
  }

  /** An object of a unit, as it was listed. */
  listed({ file, number }: PackedObject): ListedObject {
    const { index, wanted } = this.#packs.find(({ tables }) => tables.file === file)!
    return { id: index.id(number), path: pathAt(this.#sharedPaths(), wanted[number]! - 1) }
  }

  /** What was noted, but for what is unclear. */
  *clean(unclear: readonly PackedObject[]): Generator<ListedObject, void, undefined> {
    for (const { index, tables, wanted } of this.#packs) {
      const { file } = tables
      const left = new Set(unclear.flatMap((each) => (each.file === file ? [each.number] : [])))
      for (let number = 0; number < index.count; number++) {
        if (wanted[number] !== 0 && !left.has(number)) yield this.listed({ file, number })
      }
    }
  }

  #note({ id, path }: ListedObject): boolean {
    this.#id.write(id, 'hex')
    for (const { index, tables, wanted } of this.#packs) {
      const number = index.find(this.#id, 0)
      if (number < 0 || tables.roots[number]! < 0) continue
      if (wanted[number] === 0) wanted[number] = this.#pathNumber(path) + 1
      return true
    }
    return false
  }

  #pathNumber(path: string): number {
    const known = this.#paths.get(path)
    if (known !== undefined) return known
    this.#paths.set(path, this.#paths.size)
    return this.#paths.size - 1
  }

  #sharedPaths(): SharedPaths {
    if (this.#shared) return this.#shared
    const all = [...this.#paths.keys()]
    const bytes = Buffer.from(new SharedArrayBuffer(all.reduce((sum, { length }) => sum + length, 0)))
    const starts = new Uint32Array(new SharedArrayBuffer(4 * (all.length + 1)))
    all.forEach((path, index) => {
      starts[index + 1] = starts[index]! + bytes.write(path, starts[index]!, 'latin1')
    })
    this.#shared = { bytes, starts }
    return this.#shared
  }
}

/** How many objects the index of a pack has, by its size. */
function entries(file: string, idBytes: number): number {
  const stats = lstatSync(file.replace(/pack$/, 'idx'), { throwIfNoEntry: false })
  return Math.max(0, Math.floor(((stats?.size ?? 0) - INDEX_FRAME) / (idBytes + INDEX_ENTRY)))
}

function packFiles(directory: string): readonly string[] {
  try {
    const files = readdirSync(directory).filter((name) => name.endsWith('.pack'))
    return files
      .sort()
      .map((name) => join(directory, name))
      .filter((file) => lstatSync(file).isFile())
  } catch {
    // There is none, or it cannot be read: Git will tell.
    return []
  }
}
