import { isAscii } from 'node:buffer'
import { NEAR } from '../detect/candidates.ts'
import { type Content, sniff } from '../detect/content.ts'
import type { Detector } from '../detect/detector.ts'
import { containerKind, HEAD } from '../sources/containers/kinds.ts'
import { objectPath } from '../sources/git/object-path.ts'
import type { ObjectType } from '../sources/git/object-reader.ts'
import { TreeNames } from '../sources/git/tree-names.ts'
import { Families } from '../sources/packs/families.ts'
import { BLOB, COMMIT, TAG, TREE } from '../sources/packs/pack-tables.ts'
import { type PackedObject, type PackedUnit, pathAt } from '../sources/packs/packed-unit.ts'
import { stretches } from '../sources/packs/stretches.ts'
import { isLfsPointer } from './lfs.ts'

/** What came of looking at objects of a pack. */
export interface PackedResult {
  /** Those in which there may be something, or which cannot be judged here. */
  readonly unclear: PackedObject[]
  files: number
  bytes: number
  objects: number
  commits: number
}

/** What is known of an object when it is looked at what others make of it: nothing unless nothing was found. */
interface Clean {
  readonly content: Content
  readonly path: number
  /** Whether there is something in it whose whole surroundings count. */
  readonly far: boolean
}

const TYPES: Readonly<Record<number, ObjectType>> = {
  [COMMIT]: 'commit',
  [TREE]: 'tree',
  [BLOB]: 'blob',
  [TAG]: 'tag',
}

/**
 * Tells in which objects of a pack nothing is found, without looking at all of each: where one is made from another
 * in which nothing was found, only what differs is looked at, with the lines around it. What is left is to be scanned
 * as ever, so whatever is reported does not depend on this.
 */
export class PackedScanner {
  readonly #detector: Detector
  readonly #maxSize: number
  readonly #breathe: () => Promise<void> | undefined
  readonly #took: (bytes: number, files: number) => void
  readonly #names = new TreeNames()
  #families: Families | undefined
  #file = ''

  /**
   * @param maxSize - in bytes; larger files are skipped
   * @param breathe - called every few milliseconds, and waited for; what it throws stops the scan
   * @param took - told of bytes and files that were looked at
   */
  constructor(
    detector: Detector,
    maxSize: number,
    breathe: () => Promise<void> | undefined,
    took: (bytes: number, files: number) => void,
  ) {
    this.#detector = detector
    this.#maxSize = maxSize
    this.#breathe = breathe
    this.#took = took
  }

  async scan(unit: PackedUnit, result: PackedResult): Promise<void> {
    const { tables, from, to, wanted, hasWanted } = unit
    const families = this.#familiesOf(unit)
    this.#names.idLength = 2 * tables.idBytes
    const skip = (number: number): void => {
      if (wanted[number] !== 0) result.unclear.push({ file: tables.file, number })
    }
    for (let root = from; root < to; root++) {
      if (tables.bases[root]! >= 0 || hasWanted[root] === 0) continue
      const type = TYPES[tables.types[root]!]
      const visit =
        type === 'tree'
          ? this.#treeVisit(unit, result)
          : (
              number: number,
              bytes: Buffer,
              changed: readonly number[] | undefined,
              base: Clean | undefined,
            ) => this.#visit(unit, result, type ?? 'blob', number, bytes, changed, base)
      await families.walk<Clean | undefined>(root, { visit, skip }, this.#breathe)
    }
    this.#scanNames(unit, result)
  }

  #familiesOf({ tables }: PackedUnit): Families {
    if (this.#families && this.#file === tables.file) return this.#families
    this.#families?.close()
    this.#families = new Families(tables)
    this.#file = tables.file
    return this.#families
  }

  #visit(
    { tables, wanted, paths }: PackedUnit,
    result: PackedResult,
    type: ObjectType,
    number: number,
    bytes: Buffer,
    changed: readonly number[] | undefined,
    base: Clean | undefined,
  ): Clean | undefined {
    const path = wanted[number]!
    const isWanted = path !== 0
    const content = sniff(bytes)
    const name =
      isWanted && type === 'blob' ? objectPath({ id: '', path: pathAt(paths, path - 1) }, type) : ''
    const judged =
      (content === 'text' || content === 'binary') &&
      !isLfsPointer(bytes) &&
      containerKind(bytes.subarray(0, HEAD), name) === undefined &&
      bytes.length <= this.#maxSize
    const isLike = base?.content === content && base.path === path && !base.far
    this.#detector.metFar = base?.far ?? false
    const isClean =
      judged &&
      (changed !== undefined && isLike
        ? this.#isCleanWhere(bytes, content, stretches(bytes, changed, nearness(bytes)), name)
        : this.#isClean(bytes, name))
    if (!isClean) {
      if (isWanted) result.unclear.push({ file: tables.file, number })
      return undefined
    }
    if (isWanted) this.#count(result, type, bytes.length)
    return { content, path, far: this.#detector.metFar }
  }

  #isCleanWhere(bytes: Buffer, content: Content, parts: readonly number[], name: string): boolean {
    for (let index = 0; index < parts.length; index += 2) {
      const part = bytes.subarray(parts[index], parts[index + 1])
      // A part that would be taken for something else than the whole would be looked at differently.
      if (content === 'text' && sniff(part) !== 'text') return false
      if (!this.#isClean(part, name)) return false
    }
    return !this.#detector.metFar || this.#isClean(bytes, name)
  }

  #isClean(bytes: Buffer, name: string): boolean {
    const blob = this.#detector.blob(name, name)
    blob.push(bytes)
    blob.end()
    return blob.findings.length === 0
  }

  #treeVisit({ wanted }: PackedUnit, result: PackedResult): (number: number, bytes: Buffer) => undefined {
    return (number, bytes) => {
      if (wanted[number] === 0) return
      this.#names.start(`${number}`)
      this.#names.push(bytes)
      this.#names.end()
      this.#count(result, 'tree', 0)
    }
  }

  /** Looks at the names that are new: all at once, and one by one when there is something in them. */
  #scanNames({ tables }: PackedUnit, result: PackedResult): void {
    const names = this.#names.names.splice(0)
    const text = (of: readonly { readonly name: string }[]): Buffer =>
      Buffer.from(of.map(({ name }) => `${name.replaceAll('\n', ' ')}\n\n`).join(''), 'latin1')
    const all = text(names)
    if (this.#isClean(all, '')) return
    const unclear = new Set<string>()
    for (const each of names) {
      if (!this.#isClean(text([each]), '')) unclear.add(each.tree)
    }
    // They will be counted with the rest.
    result.objects -= unclear.size
    for (const tree of unclear) result.unclear.push({ file: tables.file, number: Number(tree) })
  }

  #count(result: PackedResult, type: ObjectType, bytes: number): void {
    result.objects++
    if (type === 'commit') result.commits++
    const files = type === 'blob' ? 1 : 0
    result.files += files
    result.bytes += bytes
    this.#took(bytes, files)
  }
}

/** Rules count in units of UTF-16, none of which takes more than three bytes. */
const nearness = (bytes: Buffer): number => (isAscii(bytes) ? NEAR : 3 * NEAR)
