import type { Skip } from '../coverage.ts'
import type { Detector } from '../detect/detector.ts'
import type { BlobWindow } from '../detect/window.ts'
import type { Finding } from '../finding.ts'
import type { ContainerScanner } from '../scan-container.ts'
import { mayBeDocument } from '../sources/documents/document.ts'
import type { ListedObject } from '../sources/git/listing.ts'
import { objectPath } from '../sources/git/object-path.ts'
import type { ObjectTaker, ObjectType } from '../sources/git/object-reader.ts'
import type { TreeNames } from '../sources/git/tree-names.ts'
import { cleanKey } from './clean-objects.ts'
import { isLfsPointer } from './lfs.ts'
import type { ObjectsResult } from './scan-objects.ts'

export interface ObjectTakeOptions {
  readonly detector: Detector
  readonly containers: ContainerScanner
  readonly names: TreeNames
  /** In bytes; larger files are skipped. */
  readonly maxSize: number
  readonly tellsClean: boolean
  /** Told of bytes and files that were looked at. */
  readonly took: (bytes: number, files: number) => void
}

/** A file with findings, whose places depend on what it is as a whole. */
export interface FoundDocument extends ListedObject {
  readonly found: readonly Finding[]
}

/** Looks at objects as they are read, one after the other, and puts some by that need another look. */
export class ObjectTake implements ObjectTaker<ListedObject> {
  /** Files that hold others. */
  readonly containers: ListedObject[] = []
  readonly documents: FoundDocument[] = []
  /** Keys of trees, which are clean if their names are. */
  readonly trees: string[] = []
  readonly #options: ObjectTakeOptions
  readonly #result: ObjectsResult
  #object: ListedObject = { id: '', path: '' }
  #type: ObjectType = 'blob'
  #blob: BlobWindow | undefined
  #bytes = 0
  #isClean = true
  #isDocument = false

  constructor(options: ObjectTakeOptions, result: ObjectsResult) {
    this.#options = options
    this.#result = result
  }

  start(object: ListedObject, type: ObjectType, size: number): void {
    const { detector, names, maxSize } = this.#options
    this.#object = object
    this.#type = type
    this.#bytes = 0
    this.#blob = undefined
    this.#isClean = true
    this.#result.objects++
    if (type === 'commit') this.#result.commits++
    if (type === 'tree') {
      names.start(object.id)
      return
    }
    if (size > maxSize) {
      this.#skip('too-large', `${size} bytes`)
      return
    }
    const path = objectPath(object, type)
    this.#isDocument = type === 'blob' && mayBeDocument(path)
    this.#blob = detector.blob(path, type === 'blob' ? path : '')
  }

  data(chunk: Buffer): void {
    if (this.#type === 'tree') this.#options.names.push(chunk)
    const isFirst = this.#bytes === 0
    this.#bytes += chunk.length
    if (!this.#blob || this.#blob.compressed) return
    if (isFirst && this.#type === 'blob') {
      if (this.#options.containers.opens(chunk, this.#object.path)) {
        this.containers.push(this.#object)
        this.#blob = undefined
        return
      }
      if (isLfsPointer(chunk)) this.#skip('lfs')
    }
    this.#blob.push(chunk)
    if (!this.#isDocument) this.#take(this.#blob)
  }

  end(): void {
    const { names, tellsClean, took } = this.#options
    if (this.#type === 'tree') {
      names.end()
      if (tellsClean && !names.hasMarked) this.trees.push(cleanKey(this.#object))
    }
    const blob = this.#blob
    if (!blob) return
    blob.end()
    if (this.#isDocument && blob.findings.length > 0) {
      this.#isClean = false
      this.documents.push({ ...this.#object, found: blob.findings.splice(0) })
    }
    this.#take(blob)
    if (blob.compressed) {
      this.#skip('binary')
      return
    }
    const files = this.#type === 'blob' ? 1 : 0
    this.#result.files += files
    this.#result.bytes += this.#bytes
    took(this.#bytes, files)
    if (tellsClean && this.#isClean) this.#result.clean.push(cleanKey(this.#object))
  }

  failed(object: ListedObject, why: string): void {
    // It may have been read in part.
    for (const keys of [this.#result.clean, this.trees]) if (keys.at(-1) === cleanKey(object)) keys.pop()
    if (this.containers.at(-1) === object) this.containers.pop()
    this.#object = object
    this.#type = 'blob'
    this.#skip('unreadable', why)
  }

  #take({ findings }: BlobWindow): void {
    if (findings.length === 0) return
    this.#isClean = false
    const { id, path } = this.#object
    for (const finding of findings.splice(0)) {
      this.#result.held.push({ finding, id, type: this.#type, path, within: '' })
    }
  }

  #skip(reason: Skip['reason'], detail?: string): void {
    this.#isClean = false
    const path = objectPath(this.#object, this.#type)
    this.#result.skipped.push(detail === undefined ? { path, reason } : { path, reason, detail })
  }
}
