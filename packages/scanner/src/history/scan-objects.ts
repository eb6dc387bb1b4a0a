import type { Skip } from '../coverage.ts'
import type { Detector } from '../detect/detector.ts'
import type { Finding } from '../finding.ts'
import type { ContainerScanner } from '../scan-container.ts'
import { foundInParts } from '../scan-document.ts'
import { LONGEST } from '../sources/documents/document.ts'
import type { ListedObject } from '../sources/git/listing.ts'
import { objectPath } from '../sources/git/object-path.ts'
import { blobBytes, type ObjectTaker, type ObjectType, readObjects } from '../sources/git/object-reader.ts'
import type { ObjectsUnit } from '../sources/git/objects-unit.ts'
import type { Repository } from '../sources/git/repository.ts'
import { TreeNames } from '../sources/git/tree-names.ts'
import { cleanKey } from './clean-objects.ts'
import { type FoundDocument, ObjectTake } from './object-take.ts'

/** A finding, and what holds it. */
export interface Held {
  readonly finding: Finding
  /** The object; of a name, the tree that has it. */
  readonly id: string
  readonly type: ObjectType
  /** Of a file, each byte one unit of text. */
  readonly path: string
  /** What findings show after the path of the file, when it is in a part of it: `!/` and a name. */
  readonly within: string
  /** The name that holds it, each byte one unit of text, when it is a name. */
  readonly name?: string
}

/** What came of scanning objects. */
export interface ObjectsResult {
  readonly held: Held[]
  readonly skipped: Skip[]
  files: number
  bytes: number
  objects: number
  commits: number
  /** Keys of objects in which nothing was found, when they were asked for. */
  readonly clean: string[]
}

/** Scans objects of repositories, on the thread that it was made on. */
export class ObjectScanner {
  readonly #detector: Detector
  readonly #containers: ContainerScanner
  readonly #maxSize: number
  readonly #breathe: () => Promise<void> | undefined
  readonly #took: (bytes: number, files: number) => void
  readonly #names = new TreeNames()

  /**
   * @param maxSize - in bytes; larger files are skipped
   * @param breathe - called every few milliseconds, and waited for; what it throws stops the scan
   * @param took - told of bytes and files that were looked at
   */
  constructor(
    detector: Detector,
    containers: ContainerScanner,
    maxSize: number,
    breathe: () => Promise<void> | undefined,
    took: (bytes: number, files: number) => void,
  ) {
    this.#detector = detector
    this.#containers = containers
    this.#maxSize = maxSize
    this.#breathe = breathe
    this.#took = took
  }

  /** Scans objects, and adds what came of each to `result` at once. */
  async scan(unit: ObjectsUnit, result: ObjectsResult): Promise<void> {
    const { repository, objects, names = [], tellsClean = false } = unit
    this.#names.idLength = repository.idLength
    for (const name of names) this.#names.add(name)
    const take = new ObjectTake(
      {
        detector: this.#detector,
        containers: this.#containers,
        names: this.#names,
        maxSize: this.#maxSize,
        tellsClean,
        took: this.#took,
      },
      result,
    )
    try {
      await readObjects(repository, [objects], take, { breathe: this.#breathe })
    } finally {
      // Which of its trees have a name that holds something is not known.
      if (!this.#scanNames(result)) for (const key of take.trees) result.clean.push(key)
    }
    if (take.documents.length > 0) await this.#placeFound(repository, take.documents, result)
    for (const object of take.containers) {
      if (await this.#scanContainer(repository, object, result)) {
        if (tellsClean) result.clean.push(cleanKey(object))
      }
    }
  }

  /** Returns whether a name holds something. */
  #scanNames(result: ObjectsResult): boolean {
    const { names } = this.#names
    if (names.length === 0) return false
    const blob = this.#detector.blob('', '')
    // An empty line between them: none belongs to the next.
    for (const { name } of names) blob.push(Buffer.from(`${name.replaceAll('\n', ' ')}\n\n`, 'latin1'))
    blob.end()
    for (const finding of blob.findings) {
      const { name, tree } = names[(finding.location.line - 1) >> 1]!
      this.#names.mark(name)
      result.held.push({ finding, id: tree, type: 'tree', path: '', within: '', name })
    }
    names.length = 0
    return blob.findings.length > 0
  }

  /** Places findings in the parts of documents, where they are such. */
  async #placeFound(
    repository: Repository,
    documents: readonly FoundDocument[],
    result: ObjectsResult,
  ): Promise<void> {
    let pieces: Buffer[] = []
    let size = 0
    let document = documents[0]!
    const hold = (path: string, findings: readonly Finding[]): void =>
      this.#hold(document, path, findings, result)
    const taker: ObjectTaker<FoundDocument> = {
      start: (item) => {
        document = item
        pieces = []
        size = 0
      },
      data: (bytes) => {
        size += bytes.length
        if (size <= LONGEST) pieces.push(Buffer.from(bytes))
      },
      end: () => {
        const path = objectPath(document, 'blob')
        const whole = Buffer.concat(pieces)
        const { found } = document
        hold(path, size > LONGEST ? found : foundInParts(this.#detector, path, path, whole, found))
      },
      failed: (item) => {
        document = item
        hold(objectPath(item, 'blob'), item.found)
      },
    }
    await readObjects(repository, [documents], taker, { breathe: this.#breathe })
  }

  /** Returns whether nothing was found in a file that holds others, and all of them were looked at. */
  async #scanContainer(
    repository: Repository,
    object: ListedObject,
    result: ObjectsResult,
  ): Promise<boolean> {
    const path = objectPath(object, 'blob')
    let isClean = true
    for await (const part of this.#containers.scan(path, path, blobBytes(repository, object.id))) {
      if (part.findings.length + part.skipped.length > 0) isClean = false
      this.#hold(object, path, part.findings, result)
      for (const skip of part.skipped) result.skipped.push(skip)
      result.files += part.files
      result.bytes += part.bytes
      this.#took(part.bytes, part.files)
    }
    return isClean
  }

  #hold(
    { id, path }: ListedObject,
    shown: string,
    findings: readonly Finding[],
    result: ObjectsResult,
  ): void {
    for (const finding of findings) {
      const within = finding.location.path.slice(shown.length)
      result.held.push({ finding, id, type: 'blob', path, within })
    }
  }
}
