import type { Skip } from './coverage.ts'
import type { Detector } from './detect/detector.ts'
import type { Finding } from './finding.ts'
import { foundInParts } from './scan-document.ts'
import { expand, type Nested } from './sources/containers/expand.ts'
import { containerKind, HEAD } from './sources/containers/kinds.ts'
import { LONGEST, mayBeDocument } from './sources/documents/document.ts'

/** What came of scanning a part of a container. */
export interface ContainerResult {
  readonly findings: readonly Finding[]
  readonly skipped: readonly Skip[]
  readonly files: number
  readonly bytes: number
}

const NOTHING: ContainerResult = { findings: [], skipped: [], files: 0, bytes: 0 }

export interface ContainerSettings {
  /** How often one container may be within another; 0 when none is to be looked into. */
  readonly archiveDepth: number
  /** In bytes; larger files are skipped. */
  readonly maxFileSize: number
}

/** Scans the files in archives and other containers, one after the other. */
export class ContainerScanner {
  readonly #settings: ContainerSettings
  readonly #detector: Detector
  readonly #breathe: () => Promise<void> | undefined

  /**
   * @param detector - must have no blob in progress when a scan begins
   * @param breathe - called every few milliseconds, and waited for; what it throws stops the scan
   */
  constructor(settings: ContainerSettings, detector: Detector, breathe: () => Promise<void> | undefined) {
    this.#settings = settings
    this.#detector = detector
    this.#breathe = breathe
  }

  /** Whether a file is to be looked into. The bytes are its beginning. */
  opens(head: Buffer, name: string): boolean {
    return this.#settings.archiveDepth > 0 && containerKind(head.subarray(0, HEAD), name) !== undefined
  }

  /**
   * Scans what a container holds, and yields what came of each part of it.
   *
   * @param chunks - the bytes of the container; what this throws comes out unchanged
   */
  async *scan(
    path: string,
    name: string,
    chunks: AsyncIterable<Buffer>,
  ): AsyncGenerator<ContainerResult, void, undefined> {
    const { archiveDepth: depth, maxFileSize } = this.#settings
    for await (const part of expand(path, name, chunks, { depth, maxFileSize })) {
      if ('reason' in part) yield { ...NOTHING, skipped: [part] }
      else yield* this.#scanFile(part)
    }
  }

  async *#scanFile({ path, name, content }: Nested): AsyncGenerator<ContainerResult, void, undefined> {
    const blob = this.#detector.blob(path, name)
    const kept: Buffer[] = []
    const isKept = mayBeDocument(name)
    let bytes = 0
    for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
      const pause = this.#breathe()
      if (pause) await pause
      blob.push(chunk)
      bytes += chunk.length
      if (blob.compressed || bytes > this.#settings.maxFileSize) break
      if (isKept && bytes <= LONGEST) {
        kept.push(chunk)
        continue
      }
      kept.length = 0
      if (blob.findings.length > 0) yield { ...NOTHING, findings: blob.findings.splice(0) }
    }
    blob.end()
    if (blob.compressed) {
      yield { ...NOTHING, skipped: [{ path, reason: 'binary' }] }
      return
    }
    // Compressed, a file may be too large without telling so before: then it was scanned so far.
    const skipped: Skip[] = bytes > this.#settings.maxFileSize ? [{ path, reason: 'too-large' }] : []
    const findings =
      kept.length > 0 && blob.findings.length > 0
        ? foundInParts(this.#detector, path, name, Buffer.concat(kept), blob.findings)
        : blob.findings
    yield { findings, skipped, files: 1, bytes }
  }
}
