import { basename, isAbsolute } from 'node:path'
import type { Confidence, Rule } from '@tacet/rules'
import type { PartsRule } from './config/parts-rule.ts'
import type { ValueShape } from './config/value-shapes.ts'
import type { CustomRule } from './custom/custom-rule.ts'
import { createDetector, type Detector } from './detect/detector.ts'
import type { BlobWindow } from './detect/window.ts'
import type { Finding } from './finding.ts'
import { fingerprinter } from './fingerprint.ts'
import type { ForeignSettings } from './foreign/foreign-settings.ts'
import { ObjectScanner } from './history/scan-objects.ts'
import { PackedScanner } from './history/scan-packed.ts'
import type { Prepared } from './prepare.ts'
import { type ContainerResult, ContainerScanner } from './scan-container.ts'
import { foundInParts } from './scan-document.ts'
import { emptyResult, type Result } from './scan-result.ts'
import { ByteReader } from './sources/containers/byte-reader.ts'
import { HEAD } from './sources/containers/kinds.ts'
import { LONGEST, mayBeDocument, readDocument } from './sources/documents/document.ts'
import { type FileUnit, type OpenUnit, openUnit, type Unit } from './sources/unit.ts'
import { blankEntries } from './suppress/baseline/blank.ts'
import { BASELINE_NAME } from './suppress/baseline/file.ts'
import { type SuppressSettings, suppressors } from './suppress/suppressors.ts'
import { unusedAllows } from './suppress/unused.ts'
import { firstOf } from './suppression.ts'

/** How units are scanned: plain data, the same for every thread. */
export interface ScanSettings {
  readonly threshold: Confidence
  readonly decodeDepth: number
  readonly showValues: boolean
  readonly maxFileSize: number
  readonly archiveDepth: number
  readonly fingerprintKey: string | Uint8Array | undefined
  /** Rules of the user's own. */
  readonly custom?: readonly CustomRule[] | undefined
  readonly parts?: readonly PartsRule[] | undefined
  /** Shapes of values that findings are to tell of. */
  readonly values?: readonly ValueShape[] | undefined
  /** What of other scanners hides findings. */
  readonly foreign?: ForeignSettings | undefined
  /** What hides findings. Left out: nothing does. */
  readonly suppress?: SuppressSettings | undefined
}

/** Where the numbers of files and of bytes stand in what tells how far a thread has come. */
export const FILES = 0
export const BYTES = 1

/** Bytes of a container read at a time. */
const PIECE = 65_536

/** Scans one unit after the other, on the thread that it was made on. */
export class UnitScanner {
  readonly #settings: ScanSettings
  readonly #breathe: () => Promise<void> | undefined
  readonly #seen: Float64Array
  readonly #detector: Detector
  readonly #containers: ContainerScanner
  readonly #isRule: (id: string) => boolean
  #objects: ObjectScanner | undefined
  #packed: PackedScanner | undefined

  /**
   * @param breathe - called every few milliseconds, and waited for; what it throws stops the scan
   * @param seen - told how many files and bytes were looked at
   * @param prepared - what `prepare` made of the settings
   */
  constructor(
    settings: ScanSettings,
    rules: readonly Rule[],
    breathe: () => Promise<void> | undefined,
    seen: Float64Array,
    prepared: Prepared = {},
  ) {
    this.#settings = settings
    this.#breathe = breathe
    this.#seen = seen
    const fingerprint = fingerprinter(settings.fingerprintKey)
    const own = settings.suppress ? suppressors(settings.suppress) : []
    const suppress = firstOf([...own, ...(prepared.suppressors ?? [])])
    const { extra, shapes, rules: parts = [] } = prepared
    const all = parts.length > 0 ? [...parts, ...rules] : rules
    const ids = new Set([...all, ...(settings.custom ?? [])].map(({ id }) => id))
    this.#isRule = (id) => ids.has(id)
    this.#detector = createDetector({ ...settings, rules: all, fingerprint, suppress, extra, shapes })
    this.#containers = new ContainerScanner(settings, this.#detector, breathe)
  }

  /** Scans a unit, and adds what came of it to `result`, at once what is found before it is read to its end. */
  async scan(unit: Unit, result: Result): Promise<void> {
    if (unit.kind === 'packed') {
      await this.#packedScanner().scan(unit, result)
      return
    }
    if (unit.kind === 'objects') {
      await this.#objectScanner().scan(unit, result)
      return
    }
    const opened = openUnit(unit, this.#settings.maxFileSize)
    if (!opened) return
    if ('reason' in opened) {
      result.skipped.push(opened)
      return
    }
    // Folders above what was given say nothing about the file.
    const name = isAbsolute(unit.path) ? unit.name : unit.path
    const blob = this.#detector.blob(unit.path, name)
    const isBaseline = basename(unit.name) === BASELINE_NAME
    try {
      for (;;) {
        const pause = this.#breathe()
        if (pause) await pause
        const count = this.#read(opened, blob.room(), unit.path, result)
        const isFirst = opened.total === count
        if (isFirst && this.#containers.opens(blob.room().subarray(0, count), unit.name)) {
          const head = Buffer.from(blob.room().subarray(0, count))
          await this.#scanContainer(unit, this.#rest(head, opened, unit.path, result), result)
          return
        }
        this.#took(count, result)
        if (isBaseline) blankEntries(blob.room().subarray(0, count), this.#isRule)
        blob.advance(count)
        if (count === 0 || opened.ended || blob.compressed) break
      }
      blob.end()
      this.#settle(blob, unit.path, opened.total, result)
      if (this.#settings.suppress?.tellsUnused) await this.#noteUnused(unit, blob.findings, result)
      if (blob.findings.length > 0 && mayBeDocument(name)) {
        const bytes = await this.#whole(unit)
        const found = blob.findings.splice(0)
        const placed = bytes ? foundInParts(this.#detector, unit.path, name, bytes, found) : found
        for (const finding of placed) blob.findings.push(finding)
      }
    } finally {
      opened.close()
      taking(blob, result)
    }
  }

  /** Scans what comes as a stream. Yields what came of each piece, and at last of its end. */
  async *scanInput(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Result, void, undefined> {
    const path = '-'
    const reader = new ByteReader(buffers(chunks))
    if (this.#containers.opens(await reader.peek(HEAD), '')) {
      for await (const part of this.#containers.scan(path, '', reader.rest())) {
        const result = emptyResult()
        this.#add(part, result)
        yield result
      }
      await this.#breathe()
      return
    }
    const blob = this.#detector.blob(path, '')
    let bytes = 0
    let result = emptyResult()
    for await (const chunk of reader.rest()) {
      blob.push(chunk)
      bytes += chunk.length
      this.#took(chunk.length, result)
      if (blob.compressed) break
      yield taking(blob, result)
      result = emptyResult()
      await this.#breathe()
    }
    // The stream also ends when the scan is stopped, which this tells.
    await this.#breathe()
    blob.end()
    this.#settle(blob, path, bytes, result)
    yield taking(blob, result)
  }

  async #noteUnused(unit: FileUnit, findings: readonly Finding[], result: Result): Promise<void> {
    const bytes = await this.#whole(unit)
    if (!bytes) return
    const { today = '' } = this.#settings.suppress ?? {}
    const unused = unusedAllows(unit.path, bytes, findings, today)
    // In a document, a comment may stand beside a secret only in the part that both are in.
    if (unused.length === 0 || readDocument(unit.path, bytes)) return
    for (const each of unused) result.unused.push(each)
  }

  /** All of what a unit holds; none when it is too long, or not there any more. */
  async #whole(unit: Parameters<typeof openUnit>[0]): Promise<Buffer | undefined> {
    const opened = openUnit(unit, LONGEST)
    if (!opened || 'reason' in opened) return undefined
    try {
      const pieces: Buffer[] = []
      for await (const piece of this.#rest(Buffer.alloc(0), opened, unit.path, emptyResult()))
        pieces.push(piece)
      return Buffer.concat(pieces)
    } finally {
      opened.close()
    }
  }

  async #scanContainer(
    { path, name }: { readonly path: string; readonly name: string },
    chunks: AsyncIterable<Buffer>,
    result: Result,
  ): Promise<void> {
    for await (const part of this.#containers.scan(path, name, chunks)) this.#add(part, result)
    // How many files there are is told without those in archives.
    this.#seen[FILES]!++
  }

  #add({ findings, skipped, files, bytes }: ContainerResult, result: Result): void {
    for (const finding of findings) result.findings.push(finding)
    for (const skip of skipped) result.skipped.push(skip)
    result.files += files
    this.#took(bytes, result)
  }

  #objectScanner(): ObjectScanner {
    this.#objects ??= new ObjectScanner(
      this.#detector,
      this.#containers,
      this.#settings.maxFileSize,
      this.#breathe,
      this.#count,
    )
    return this.#objects
  }

  #packedScanner(): PackedScanner {
    this.#packed ??= new PackedScanner(this.#detector, this.#settings.maxFileSize, this.#breathe, this.#count)
    return this.#packed
  }

  /** Reads the next piece. Returns its length, 0 when there is no more, or none that can be read. */
  #read(opened: OpenUnit, into: Buffer, path: string, result: Result): number {
    try {
      return opened.read(into)
    } catch (error) {
      result.skipped.push({ path, reason: 'unreadable', detail: `${(error as NodeJS.ErrnoException).code}` })
      return 0
    }
  }

  /** What was read first, and then what is left, in pieces that stay as they are. */
  async *#rest(
    head: Buffer,
    opened: OpenUnit,
    path: string,
    result: Result,
  ): AsyncGenerator<Buffer, void, undefined> {
    yield head
    while (!opened.ended) {
      const piece = Buffer.allocUnsafe(PIECE)
      const count = this.#read(opened, piece, path, result)
      if (count === 0) return
      yield piece.subarray(0, count)
    }
  }

  readonly #count = (bytes: number, files: number): void => {
    this.#seen[BYTES]! += bytes
    this.#seen[FILES]! += files
  }

  #took(count: number, result: Result): void {
    result.bytes += count
    this.#seen[BYTES]! += count
  }

  /** Counts a blob that is over: as scanned, or as skipped when no text can be in it. */
  #settle(blob: BlobWindow, path: string, bytes: number, result: Result): void {
    if (blob.compressed) {
      this.#took(-bytes, result)
      result.skipped.push({ path, reason: 'binary' })
    } else {
      result.files++
      this.#seen[FILES]!++
    }
  }
}

async function* buffers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, undefined> {
  for await (const { buffer, byteOffset, length } of chunks) yield Buffer.from(buffer, byteOffset, length)
}

/** Moves what was found so far to the result. */
function taking(blob: BlobWindow, result: Result): Result {
  for (const finding of blob.findings.splice(0)) result.findings.push(finding)
  return result
}
