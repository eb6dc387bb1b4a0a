import { resolve } from 'node:path'
import { rules as allRules, type Rule } from '@tacet/rules'
import { Batches, type BatchSizes } from './batches.ts'
import { checkOptions, checkScanNames } from './check-options.ts'
import { Configured } from './configured.ts'
import type { Coverage } from './coverage.ts'
import { Crew } from './crew.ts'
import { ScanError } from './errors.ts'
import type { Finding } from './finding.ts'
import { isLargeRepository, usualThreads } from './head-start.ts'
import { scanRepositories } from './history/run-history.ts'
import { isMuch, listUnits } from './list-units.ts'
import { LookedAt } from './looked-at.ts'
import { mayBeNothing, nothingScanned } from './nothing-scanned.ts'
import { Pace } from './pace.ts'
import { type Plan, planOf, prepare } from './prepare.ts'
import type { ScanOptions } from './scan.ts'
import type { Result } from './scan-result.ts'
import { scanSettings } from './scan-settings.ts'
import { BYTES, FILES, type ScanSettings, UnitScanner } from './scan-unit.ts'
import { settingsText } from './settings-text.ts'
import { Shard, type ShardRecord } from './shard.ts'
import { untilAborted } from './sources/stdin.ts'
import type { HistoryUnit, Unit } from './sources/unit.ts'
import { suppressSettings, suppressText } from './suppress/settings.ts'
import type { SuppressSettings } from './suppress/suppressors.ts'
import { Suppressed } from './suppressed.ts'

/** Milliseconds between two reports of progress. */
const PROGRESS_INTERVAL = 100
/** A unit of objects is large, and is read by a process of its own. */
const OBJECT_SIZES: BatchSizes = { units: 1, waiting: 16 }
const ENOUGH_OBJECTS = 10_000

const known = new Set(allRules)
/** Whether each thread has the rules of its own accord. */
const areKnown = (rules: readonly Rule[]): boolean => rules.every((rule) => known.has(rule))

/** One scan on its way: what it was asked for, and what it has looked at so far. */
export class Run {
  onEnd: (coverage: Coverage) => void = () => {}
  onError: (error: unknown) => void = () => {}
  readonly #options: ScanOptions
  #rules: readonly Rule[]
  readonly #pace: Pace
  readonly #shard: Shard | undefined
  readonly #sources: Coverage['sources'][number][] = []
  readonly #lookedAt = new LookedAt()
  /** How far this thread has come. */
  readonly #seen = new Float64Array(2)
  readonly #suppressed = new Suppressed()
  #suppress: SuppressSettings | undefined
  #plan: Plan | undefined
  #configured: Configured | undefined
  #crew: Crew | undefined
  #scanner: Promise<UnitScanner> | undefined
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

  /** Of a scan that nobody began, nothing was looked at. */
  end(): void {
    this.onEnd(this.#coverage(0))
  }

  async *#scan(): AsyncGenerator<Finding, void, undefined> {
    checkScanNames(this.#options)
    checkOptions(this.#options, this.#rules)
    this.#suppress = suppressSettings(this.#options)
    this.#plan = await planOf(this.#options, this.#rules)
    this.#configured = new Configured(this.#options, this.#plan.rules)
    await this.#configured.load()
    this.#rules = this.#configured.rules
    this.#pace.check()
    if (this.#options.history || this.#options.staged) yield* this.#scanRepositories()
    else yield* this.#scanFiles()
    this.#report()
    // What there is may all be in other shards.
    const isPart = (this.#options.shard?.count ?? 1) > 1 && this.#shard!.listed > 0
    const { isNothing, skipped } = this.#lookedAt
    if (isNothing && !isPart && !mayBeNothing(this.#options)) throw nothingScanned(this.#sources, skipped)
    this.#suppressed.end(this.#options, this.#rules, this.#suppress, skipped)
  }

  async *#scanFiles(): AsyncGenerator<Finding, void, undefined> {
    const { input, signal } = this.#options
    const crew = this.#newCrew(this.#units())
    // Made while Git lists.
    await this.#renew()
    const scan: UnitScanner['scan'] = async (unit, result) => (await this.#scanner!).scan(unit, result)
    for await (const result of crew.scan({ scan })) yield* this.#take(result)
    if (input) {
      this.#sources.push({ kind: 'stdin', root: '-' })
      const scanner = await this.#scanner!
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
      opened: async (repositories) => {
        await this.#configured!.opened(repositories)
        this.#rules = this.#configured!.rules
      },
      skip: (skip) => this.#lookedAt.skipped.push(skip),
      scan: (units, counted) => this.#scanObjects(units, counted),
      expect: (objects) => this.#expect(objects),
      total: (files) => {
        this.#total = (this.#total ?? 0) + files
      },
      known: (count) => {
        this.#lookedAt.known += count
      },
      settings: () => (areKnown(this.#rules) ? settingsText(this.#settings, this.#rules) : undefined),
    })
    for await (const finding of found) {
      const told = this.#told(finding)
      if (told) yield told
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
    const scanner = await (this.#scanner ?? this.#renew())
    for await (const result of crew.scan(scanner)) {
      if (counted) this.#lookedAt.add(result)
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

  /** Makes the scanner of this thread by the settings as they are now. */
  #renew(): Promise<UnitScanner> {
    this.#scanner = this.#newScanner()
    return this.#scanner
  }

  async #newScanner(): Promise<UnitScanner> {
    const settings = this.#settings
    const breathe = () => this.#pace.breathe()
    return new UnitScanner(settings, this.#rules, breathe, this.#seen, await prepare(settings))
  }

  get #settings(): ScanSettings {
    const settings = scanSettings(this.#options, this.#plan, this.#suppress)
    return this.#configured?.settings(settings) ?? settings
  }

  /** What there is to scan: all paths are listed before any of it, so that one that is not there stops the scan. */
  async *#units(): AsyncGenerator<readonly Unit[], void, undefined> {
    const { input, filesFrom, cwd = process.cwd() } = this.#options
    const { paths = input || filesFrom ? [] : ['.'] } = this.#options
    const isSure = (root: string): boolean => isLargeRepository(root) && !this.#configured!.mayGrow(root)
    const isEarly = !this.#shard && paths.some((path) => isSure(resolve(cwd, path)))
    if (isEarly) this.#hire()
    const listing = await listUnits({ paths, filesFrom, cwd, shard: this.#shard }, this.#pace)
    const listed = await this.#configured!.heed(listing, isEarly)
    if (listed.changed) {
      this.#rules = this.#configured!.rules
      await this.#renew()
    }
    for (const source of listed.sources) this.#sources.push(source)
    for (const skip of listed.skipped) this.#lookedAt.skipped.push(skip)
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
    const { threads = usualThreads() } = this.#options
    if (!areKnown(this.#rules)) return
    const ruleIds = this.#rules.map(({ id }) => id)
    this.#crew?.hire(threads - 1, { settings: this.#settings, ruleIds })
  }

  *#take(result: Result): Generator<Finding, void, undefined> {
    this.#lookedAt.add(result)
    this.#suppressed.addUnused(result.unused)
    for (const finding of result.findings) {
      const told = this.#told(finding)
      if (told) yield this.#shard?.placed(told) ?? told
    }
  }

  /** Counts a finding. Returns it when it is told: what is hidden is so only to who asks for it. */
  #told(found: Finding): Finding | undefined {
    const finding = this.#configured!.judge(found)
    if (!finding) return undefined
    const { suppression, ...plain } = finding
    if (!this.#suppressed.takes(finding)) {
      this.#found++
      return plain
    }
    return this.#options.showSuppressed ? finding : undefined
  }

  #report(): void {
    const seen = [this.#seen, ...(this.#crew?.seen ?? [])]
    const sum = (which: number): number => seen.reduce((all, counts) => all + counts[which]!, 0)
    const [files, bytes] = [sum(FILES), sum(BYTES)]
    if (this.#total !== undefined) this.#options.onProgress?.({ files, bytes, total: this.#total })
    else if (bytes > 0) this.#options.onProgress?.({ files, bytes })
  }

  #coverage(duration: number): Coverage {
    const custom = this.#plan?.custom ?? []
    const notes = [...(this.#plan?.notes ?? []), ...(this.#configured?.notes ?? [])]
    const { skipped, ...scanned } = this.#lookedAt.record
    return {
      rules: this.#rules.length + custom.length + (this.#configured?.added ?? 0),
      ...scanned,
      findings: this.#found,
      ...this.#suppressed.record,
      ...this.#configured?.coverage,
      ...(notes.length > 0 ? { notes } : {}),
      duration,
      ...(this.#shard ? { shard: this.#record(this.#shard) } : {}),
      skipped,
      sources: this.#sources,
    }
  }

  #record(shard: Shard): ShardRecord {
    const { history, staged = false } = this.#options
    // Where to remember what was clean, and who reads packs, change nothing that is found.
    const { cache, reader, ...selection } = typeof history === 'object' ? history : {}
    const suppress = this.#suppress && suppressText(this.#suppress)
    const how = [
      settingsText(this.#settings, this.#rules),
      suppress,
      this.#plan?.foreign,
      this.#configured?.text,
      Boolean(history),
      selection,
      staged,
    ]
    return shard.record(JSON.stringify(how), mayBeNothing(this.#options))
  }
}
