import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { rules as allRules, type Rule } from '@tacet/rules'
import { Batches, type BatchSizes } from './batches.ts'
import { checkOptions } from './check-options.ts'
import type { Coverage, Skip } from './coverage.ts'
import { Crew } from './crew.ts'
import { ScanError } from './errors.ts'
import type { Finding } from './finding.ts'
import { scanRepositories } from './history/run-history.ts'
import { isLargeRepository, isMuch, listUnits } from './list-units.ts'
import { mayBeNothing, nothingScanned } from './nothing-scanned.ts'
import { Pace } from './pace.ts'
import type { ScanOptions } from './scan.ts'
import { BYTES, FILES, type Result, type ScanSettings, UnitScanner } from './scan-unit.ts'
import { settingsText } from './settings-text.ts'
import { Shard, type ShardRecord } from './shard.ts'
import { untilAborted } from './sources/stdin.ts'
import type { HistoryUnit, Unit } from './sources/unit.ts'

/** Milliseconds between two reports of progress. */
const PROGRESS_INTERVAL = 100
/** More threads than these are seldom faster, and each takes memory. */
const MOST_THREADS = 8
/** A unit of objects is large, and is read by a process of its own. */
const OBJECT_SIZES: BatchSizes = { units: 1, waiting: 16 }
const ENOUGH_OBJECTS = 10_000

/** One scan on its way: what it was asked for, and what it has looked at so far. */
export class Run {
  onEnd: (coverage: Coverage) => void = () => {}
  onError: (error: unknown) => void = () => {}
  readonly #options: ScanOptions
  readonly #rules: readonly Rule[]
  readonly #pace: Pace
  readonly #shard: Shard | undefined
  readonly #sources: Coverage['sources'][number][] = []
  readonly #skipped: Skip[] = []
  /** How far this thread has come. */
  readonly #seen = new Float64Array(2)
  #crew: Crew | undefined
  #scanner: UnitScanner | undefined
  #objects = 0
  #commits = 0
  #known = 0
  #files = 0
  #bytes = 0
  #found = 0
  #total: number | undefined

  constructor(options: ScanOptions) {
    this.#options = options
    this.#rules = options.rules ?? allRules
    this.#pace = new Pace(options.signal)
    this.#shard = options.shard && new Shard(options.shard)
  }

  async *findings(): AsyncGenerator<Finding, void, undefined> {
    const started = performance.now()
    const timer = this.#options.onProgress && setInterval(() => this.#report(), PROGRESS_INTERVAL).unref()
    try {
      yield* this.#scan()
    } catch (error) {
      if (!(error instanceof ScanError && error.code === 'aborted')) this.onError(error)
      throw error
    } finally {
      clearInterval(timer)
      this.onEnd(this.#coverage(performance.now() - started))
    }
  }

  async *#scan(): AsyncGenerator<Finding, void, undefined> {
    checkOptions(this.#options, this.#rules)
    this.#pace.check()
    if (this.#options.history || this.#options.staged) yield* this.#scanRepositories()
    else yield* this.#scanFiles()
    this.#report()
    // What there is may all be in other shards.
    const isPart = (this.#options.shard?.count ?? 1) > 1 && this.#shard!.listed > 0
    if (this.#bytes + this.#known === 0 && !isPart && !mayBeNothing(this.#options))
      throw nothingScanned(this.#sources, this.#skipped)
  }

  async *#scanFiles(): AsyncGenerator<Finding, void, undefined> {
    const { input, signal } = this.#options
    const crew = this.#newCrew(this.#units())
    // Made while Git lists.
    const scanner = this.#newScanner()
    for await (const result of crew.scan(scanner)) yield* this.#take(result)
    if (input) {
      this.#sources.push({ kind: 'stdin', root: '-' })
      for await (const result of scanner.scanInput(untilAborted(input, signal))) yield* this.#take(result)
    }
  }

  async *#scanRepositories(): AsyncGenerator<Finding, void, undefined> {
    const { paths = ['.'], cwd = process.cwd(), history, signal } = this.#options
    const found = scanRepositories(paths, cwd, history === true ? {} : history || undefined, {
      signal,
      breathe: () => this.#pace.breathe(),
      source: (source) => this.#sources.push(source),
      shard: this.#shard,
      skip: (skip) => this.#skipped.push(skip),
      scan: (units, counted) => this.#scanObjects(units, counted),
      expect: (objects) => this.#expect(objects),
      known: (count) => {
        this.#known += count
      },
      settings: () => (this.#rules === allRules ? settingsText(this.#settings, this.#rules) : undefined),
    })
    for await (const finding of found) {
      this.#found++
      yield finding
    }
  }

  async *#scanObjects(
    lists: AsyncIterable<readonly HistoryUnit[]>,
    counted: boolean,
  ): AsyncGenerator<Result, void, undefined> {
    const hiring = async function* (this: Run) {
      let objects = 0
      for await (const list of lists) {
        for (const unit of list) objects += unit.kind === 'objects' ? unit.objects.length : 0
        this.#expect(objects)
        yield list
      }
    }
    const crew = this.#newCrew(hiring.call(this), OBJECT_SIZES)
    this.#scanner ??= this.#newScanner()
    for await (const result of crew.scan(this.#scanner)) {
      if (counted) this.#count(result)
      yield result
    }
  }

  #newCrew(lists: AsyncIterable<readonly Unit[]>, sizes?: BatchSizes): Crew {
    const batches = new Batches(sizes)
    const crew = new Crew(batches, this.#pace)
    this.#crew = crew
    // It starts at once, and may know at once that there is work for many.
    void batches.collect(lists, () => crew.wake())
    return crew
  }

  #newScanner(): UnitScanner {
    return new UnitScanner(this.#settings, this.#rules, () => this.#pace.breathe(), this.#seen)
  }

  get #settings(): ScanSettings {
    const { threshold = 'medium', decodeDepth = 2, showValues = false, fingerprintKey } = this.#options
    const { maxFileSize = Number.POSITIVE_INFINITY, archiveDepth = 5 } = this.#options
    return { threshold, decodeDepth, showValues, maxFileSize, archiveDepth, fingerprintKey }
  }

  /** What there is to scan: all paths are listed before any of it, so that one that is not there stops the scan. */
  async *#units(): AsyncGenerator<readonly Unit[], void, undefined> {
    const { input, filesFrom, cwd = process.cwd() } = this.#options
    const { paths = input || filesFrom ? [] : ['.'] } = this.#options
    if (!this.#shard && paths.some((path) => isLargeRepository(resolve(cwd, path)))) this.#hire()
    const listed = await listUnits({ paths, filesFrom, cwd, shard: this.#shard }, this.#pace)
    for (const source of listed.sources) this.#sources.push(source)
    for (const skip of listed.skipped) this.#skipped.push(skip)
    this.#total = listed.lists.reduce((sum, { length }) => sum + length, 0)
    this.#report()
    if (isMuch(listed.lists)) this.#hire()
    yield* listed.lists
  }

  #expect(objects: number): void {
    if (objects >= ENOUGH_OBJECTS) this.#hire()
  }

  /** Starts workers, unless only one thread is wanted or possible. */
  #hire(): void {
    const { threads = Math.min(availableParallelism(), MOST_THREADS) } = this.#options
    const known = new Set(allRules)
    if (!this.#rules.every((rule) => known.has(rule))) return
    const ruleIds = this.#rules.map(({ id }) => id)
    this.#crew?.hire(threads - 1, { settings: this.#settings, ruleIds })
  }

  #count({ skipped, files, bytes, objects, commits }: Result): void {
    this.#files += files
    this.#bytes += bytes
    this.#objects += objects
    this.#commits += commits
    for (const skip of skipped) this.#skipped.push(skip)
  }

  *#take(result: Result): Generator<Finding, void, undefined> {
    this.#count(result)
    for (const finding of result.findings) {
      this.#found++
      yield this.#shard?.placed(finding) ?? finding
    }
  }

  #report(): void {
    const seen = [this.#seen, ...(this.#crew?.seen ?? [])]
    const sum = (which: number): number => seen.reduce((all, counts) => all + counts[which]!, 0)
    const [files, bytes] = [sum(FILES), sum(BYTES)]
    if (this.#total !== undefined) this.#options.onProgress?.({ files, bytes, total: this.#total })
    else if (bytes > 0) this.#options.onProgress?.({ files, bytes })
  }

  #coverage(duration: number): Coverage {
    return {
      rules: this.#rules.length,
      files: this.#files,
      bytes: this.#bytes,
      findings: this.#found,
      duration,
      ...(this.#objects > 0 ? { commits: this.#commits, objects: this.#objects } : {}),
      ...(this.#known > 0 ? { known: this.#known } : {}),
      ...(this.#shard ? { shard: this.#record(this.#shard) } : {}),
      skipped: this.#skipped,
      sources: this.#sources,
    }
  }

  #record(shard: Shard): ShardRecord {
    const { history, staged = false } = this.#options
    // Where to remember what was clean, and who reads packs, change nothing that is found.
    const { cache, reader, ...selection } = typeof history === 'object' ? history : {}
    const how = [settingsText(this.#settings, this.#rules), Boolean(history), selection, staged]
    return shard.record(JSON.stringify(how), mayBeNothing(this.#options))
  }
}
