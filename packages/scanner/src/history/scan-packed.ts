import { isAscii } from 'node:buffer'
import { NEAR } from '../detect/candidates.ts'
import { firstFrom } from '../detect/carried-hits.ts'
import { type Content, sniff } from '../detect/content.ts'
import type { Detector } from '../detect/detector.ts'
import type { Known } from '../detect/focus.ts'
import type { BlobWindow } from '../detect/window.ts'
import { containerKind, HEAD } from '../sources/containers/kinds.ts'
import { objectPath } from '../sources/git/object-path.ts'
import type { ObjectType } from '../sources/git/object-reader.ts'
import { TreeNames } from '../sources/git/tree-names.ts'
import type { Change } from '../sources/packs/delta.ts'
import { Families, type FamilyVisitor } from '../sources/packs/families.ts'
import { BLOB, COMMIT, type PackTables, TAG, TREE } from '../sources/packs/pack-tables.ts'
import { type PackedObject, type PackedUnit, pathAt, type SharedPaths } from '../sources/packs/packed-unit.ts'
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
  /** The number of its path plus 1; 0 when it is not to be looked at. */
  readonly path: number
  /** What rules see of the path. */
  readonly name: string
  /** What the path ends in. */
  readonly ending: string
  /** The keywords in it; undefined when they were not looked for. */
  readonly hits: readonly number[] | undefined
  /** Whether there is something in it whose whole surroundings count. */
  readonly far: boolean
  /** Whether there is something in it that was taken for a secret, if only for an unlikely one. */
  readonly candidate: boolean
  /** Whether something in it was judged by the path. */
  readonly judgedByPath: boolean
}

const NONE = -1

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
      if (type === 'tree') {
        await families.walk(root, { visit: this.#treeVisit(unit, result), skip }, this.#breathe)
        continue
      }
      const visit = (number: number, bytes: Buffer, change: Change | undefined, base: Clean | undefined) =>
        this.#visit(unit, result, type ?? 'blob', number, bytes, change, base)
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
    change: Change | undefined,
    base: Clean | undefined,
  ): Clean | undefined {
    const path = wanted[number]!
    const isWanted = path !== 0
    const content = sniff(bytes)
    const name = base?.path === path ? base.name : nameOf(path, type, paths)
    const judged =
      (content === 'text' || content === 'binary') &&
      !isLfsPointer(bytes) &&
      containerKind(bytes.subarray(0, HEAD), name) === undefined &&
      bytes.length <= this.#maxSize
    const ending = endingOf(name)
    const like = base && this.#isLike(base, content, path, ending, name) ? base : undefined
    const { met } = this.#detector
    met.forget()
    const isAlike = change !== undefined && like !== undefined
    const hits = judged ? this.#hits(tables, number, bytes, isAlike ? change : undefined, like) : undefined
    const isClean =
      judged &&
      (isAlike ? this.#isCleanWhere(bytes, change, like, name, hits) : this.#isClean(bytes, name, hits))
    if (!isClean) {
      if (isWanted) result.unclear.push({ file: tables.file, number })
      return undefined
    }
    if (isWanted) this.#count(result, type, bytes.length)
    return {
      content,
      path,
      name,
      ending,
      hits,
      far: met.far,
      candidate: met.candidate,
      judgedByPath: met.path,
    }
  }

  /** Whether what is the same in an object and in the one that it is made from would be judged the same. */
  #isLike(base: Clean, content: Content, path: number, ending: string, name: string): boolean {
    if (base.content !== content || base.far) return false
    if (this.#detector.carried && !base.hits) return false
    return (
      base.path === path || (base.ending === ending && !base.judgedByPath && !this.#detector.isNamed(name))
    )
  }

  /** The keywords in an object that others are made from, or that is made from one in which they are known. */
  #hits(
    { first }: PackTables,
    number: number,
    bytes: Buffer,
    change: Change | undefined,
    base: Clean | undefined,
  ): readonly number[] | undefined {
    const { carried } = this.#detector
    if (change && base?.hits) return carried?.made(base.hits, bytes, change)
    return first[number] === NONE ? undefined : carried?.whole(bytes)
  }

  #isCleanWhere(
    bytes: Buffer,
    { changed }: Change,
    base: Clean,
    name: string,
    hits: readonly number[] | undefined,
  ): boolean {
    const { met, reachesFar } = this.#detector
    const parts = stretches(bytes, changed, nearness(bytes))
    let lookedAt: readonly number[] = changed
    // Only what was known to be no candidate can be passed over: another one may have stood in its place.
    const isKnown = !base.candidate && this.#areClean(bytes, parts, base.content, name, hits, changed)
    if (!isKnown || met.candidate) {
      met.candidate = true
      if (!this.#areClean(bytes, parts, base.content, name, hits)) return false
      lookedAt = parts
    }
    met.path ||= base.judgedByPath
    const isFar = met.far || (hits !== undefined && reachesFar(bytes, hits, lookedAt))
    return !isFar || this.#isClean(bytes, name, hits)
  }

  #areClean(
    bytes: Buffer,
    parts: readonly number[],
    content: Content,
    name: string,
    hits: readonly number[] | undefined,
    changed?: readonly number[],
  ): boolean {
    const count = this.#detector.carried?.count ?? 0
    let next = 0
    for (let index = 0; index < parts.length; index += 2) {
      const [from, to] = [parts[index]!, parts[index + 1]!]
      const focus: number[] | undefined = changed && []
      for (; focus && changed && next < changed.length && changed[next]! <= to; next++)
        focus.push(changed[next]! - from)
      const there = hits
        ?.slice(firstFrom(hits, from * count), firstFrom(hits, to * count))
        .map((hit) => hit - from * count)
      const part = this.#search(bytes.subarray(from, to), name, { length: to - from, focus, hits: there })
      // A part that is taken for something else than the whole was looked at differently.
      if (part.content !== content && part.content !== 'text') return false
      if (part.findings.length > 0) return false
    }
    return true
  }

  #isClean(bytes: Buffer, name: string, hits?: readonly number[]): boolean {
    return this.#search(bytes, name, { length: bytes.length, hits }).findings.length === 0
  }

  #search(bytes: Buffer, name: string, known: Known): BlobWindow {
    const blob = this.#detector.blob(name, name, known)
    blob.push(bytes)
    blob.end()
    return blob
  }

  /** Takes note of names. What is passed on is whether those of the tree were. */
  #treeVisit({ wanted }: PackedUnit, result: PackedResult): FamilyVisitor<boolean>['visit'] {
    return (number, bytes, change, isNoted) => {
      if (wanted[number] === 0) return false
      this.#names.start(`${number}`)
      if (change && isNoted) this.#names.pushChanged(bytes, change.changed)
      else this.#names.push(bytes)
      this.#names.end()
      this.#count(result, 'tree', 0)
      return true
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

const nameOf = (path: number, type: ObjectType, paths: SharedPaths): string =>
  path !== 0 && type === 'blob' ? objectPath({ id: '', path: pathAt(paths, path - 1) }, type) : ''

/** Of a name what follows its first dot, or all of it. */
function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.slice(Math.max(0, name.indexOf('.')))
}

/** Rules count in units of UTF-16, none of which takes more than three bytes. */
const nearness = (bytes: Buffer): number => (isAscii(bytes) ? NEAR : 3 * NEAR)
