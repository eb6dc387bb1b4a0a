import { isAbsolute } from 'node:path'
import { rules as allRules, type Rule } from '@tacet/rules'
import type { Coverage, Skip } from './coverage.ts'
import { createDetector, type Detector } from './detect/detector.ts'
import { confidences } from './detect/resolve.ts'
import type { BlobWindow } from './detect/window.ts'
import { ScanError } from './errors.ts'
import type { Finding } from './finding.ts'
import { fingerprinter } from './fingerprint.ts'
import { Pace } from './pace.ts'
import type { ScanOptions } from './scan.ts'
import type { FileEntry, Listing } from './sources/entry.ts'
import { type OpenFile, openFile } from './sources/file.ts'
import { listPath } from './sources/paths.ts'
import { untilAborted } from './sources/stdin.ts'

const DEEPEST = 8

/** One scan on its way: what it was asked for, and what it has looked at so far. */
export class Run {
  onEnd: (coverage: Coverage) => void = () => {}
  onError: (error: unknown) => void = () => {}
  readonly #options: ScanOptions
  readonly #rules: readonly Rule[]
  readonly #pace: Pace
  readonly #sources: Coverage['sources'][number][] = []
  readonly #skipped: Skip[] = []
  #files = 0
  #bytes = 0
  #found = 0
  #total: number | undefined

  constructor(options: ScanOptions) {
    this.#options = options
    this.#rules = options.rules ?? allRules
    this.#pace = new Pace(options.signal, () => this.#report())
  }

  async *findings(): AsyncGenerator<Finding, void, undefined> {
    const started = performance.now()
    try {
      yield* this.#scan()
    } catch (error) {
      if (!(error instanceof ScanError && error.code === 'aborted')) this.onError(error)
      throw error
    } finally {
      this.onEnd(this.#coverage(performance.now() - started))
    }
  }

  async *#scan(): AsyncGenerator<Finding, void, undefined> {
    const { paths, input, threshold = 'medium', fingerprintKey, showValues = false } = this.#options
    const { decodeDepth = 2 } = this.#options
    checkOptions(this.#options, this.#rules)
    this.#pace.check()
    const fingerprint = fingerprinter(fingerprintKey)
    const detector = createDetector({ rules: this.#rules, threshold, decodeDepth, showValues, fingerprint })
    for (const { entries, source } of await this.#list(paths ?? (input ? [] : ['.']))) {
      for (const entry of entries) {
        const file = this.#open(entry, source.root)
        if (!file) continue
        // Folders above what was given say nothing about the file.
        const blob = detector.blob(entry.path, isAbsolute(entry.path) ? entry.name : entry.path)
        try {
          do {
            const pause = this.#pace.breathe()
            if (pause) await pause
          } while (this.#readOn(file, entry.path, blob))
        } finally {
          file.close()
        }
        for (const finding of this.#take(blob)) yield finding
      }
    }
    if (input) yield* this.#scanInput(input, detector)
    this.#report()
    if (this.#bytes === 0) throw nothingScanned(this.#sources, this.#skipped)
  }

  /** Lists the paths, each file once, in the order of the paths and of the names below them. */
  async #list(paths: readonly string[]): Promise<readonly Listing[]> {
    const { cwd = process.cwd() } = this.#options
    const listings: Listing[] = []
    const seen = new Set<string>()
    for (const path of paths) {
      for (const { source, entries, skipped } of await listPath(path, cwd, this.#pace)) {
        const fresh = entries.filter(({ file }) => {
          const before = seen.size
          return seen.add(typeof file === 'string' ? file : file.toString('latin1')).size > before
        })
        fresh.sort((a, b) => (a.path < b.path ? -1 : 1))
        listings.push({ source, entries: fresh, skipped })
        this.#sources.push(source)
        for (const skip of skipped) this.#skipped.push(skip)
      }
    }
    this.#total = seen.size
    return listings
  }

  #open(entry: FileEntry, root: string): OpenFile | undefined {
    const file = openFile(entry, root, this.#options.maxFileSize ?? Number.POSITIVE_INFINITY)
    if (!file || !('reason' in file)) return file
    this.#skipped.push(file)
    return undefined
  }

  /** Reads and searches the next piece of a file. Returns whether there may be more. */
  #readOn(file: OpenFile, path: string, blob: BlobWindow): boolean {
    let count = 0
    try {
      count = file.read(blob.room())
    } catch (error) {
      this.#skipped.push({ path, reason: 'unreadable', detail: `${(error as NodeJS.ErrnoException).code}` })
    }
    this.#bytes += count
    blob.advance(count)
    if (count > 0 && !file.ended && !blob.compressed) return true
    blob.end()
    this.#settle(blob, path, file.total)
    return false
  }

  /** Counts a blob that is over: as scanned, or as skipped when no text can be in it. */
  #settle(blob: BlobWindow, path: string, bytes: number): void {
    if (blob.compressed) {
      this.#bytes -= bytes
      this.#skipped.push({ path, reason: 'binary' })
    } else this.#files++
  }

  async *#scanInput(
    input: NonNullable<ScanOptions['input']>,
    detector: Detector,
  ): AsyncGenerator<Finding, void, undefined> {
    this.#sources.push({ kind: 'stdin', root: '-' })
    const blob = detector.blob('-', '')
    let bytes = 0
    for await (const chunk of untilAborted(input, this.#options.signal)) {
      blob.push(chunk)
      bytes += chunk.length
      this.#bytes += chunk.length
      if (blob.compressed) break
      yield* this.#take(blob)
      await this.#pace.breathe()
    }
    this.#pace.check()
    blob.end()
    this.#settle(blob, '-', bytes)
    yield* this.#take(blob)
  }

  #take(blob: BlobWindow): readonly Finding[] {
    const findings = blob.findings.splice(0)
    this.#found += findings.length
    return findings
  }

  #report(): void {
    const total = this.#total === undefined ? {} : { total: this.#total }
    this.#options.onProgress?.({ files: this.#files, bytes: this.#bytes, ...total })
  }

  #coverage(duration: number): Coverage {
    return {
      rules: this.#rules.length,
      files: this.#files,
      bytes: this.#bytes,
      findings: this.#found,
      duration,
      skipped: this.#skipped,
      sources: this.#sources,
    }
  }
}

function checkOptions(
  { threshold, maxFileSize, decodeDepth = 0 }: ScanOptions,
  rules: readonly Rule[],
): void {
  if (rules.length === 0) throw new ScanError('no-rules', 'there is no rule to scan with: give at least one')
  if (threshold !== undefined && !confidences.includes(threshold)) {
    throw new ScanError('invalid-option', `threshold must be one of ${confidences.join(', ')}`)
  }
  if (!Number.isInteger(decodeDepth) || decodeDepth < 0 || decodeDepth > DEEPEST) {
    throw new ScanError('invalid-option', `decodeDepth must be a whole number from 0 to ${DEEPEST}`)
  }
  if (maxFileSize !== undefined && !(maxFileSize >= 0)) {
    throw new ScanError('invalid-option', 'maxFileSize must be a number of bytes, 0 or more')
  }
}

/** A scan that looked at nothing proves nothing. */
function nothingScanned(sources: Coverage['sources'], skipped: readonly Skip[]): ScanError {
  const where = sources.map(({ kind, root }) => (kind === 'stdin' ? 'standard input' : root)).join(', ')
  const left = skipped.length === 0 ? '' : ` (${skipped.length} skipped: ${reasons(skipped)})`
  return new ScanError(
    'nothing-scanned',
    `nothing to scan in ${where || 'no path'}${left}: check what was given`,
  )
}

function reasons(skipped: readonly Skip[]): string {
  return [...new Set(skipped.map(({ reason }) => reason))].join(', ')
}
