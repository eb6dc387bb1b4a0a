import type { Worker } from 'node:worker_threads'
import type { Batch, Batches } from './batches.ts'
import { ScanError } from './errors.ts'
import { hasProgram, hiredWorker } from './head-start.ts'
import type { Pace } from './pace.ts'
import { emptyResult, type Result } from './scan-result.ts'
import type { UnitScanner } from './scan-unit.ts'
import type { WorkerOrders, WorkerReport } from './worker.ts'

/** Batches given to a worker at most: so many that it need not wait while this thread is at work itself. */
const MOST_AHEAD = 4
/** Batches that there have to be for each one that is given ahead, so that all threads end together. */
const SHARE = 8
/** Findings kept for their turn while an earlier batch takes long. */
const MOST_KEPT = 5_000
/** Milliseconds in which a worker may say what it found, when the scan is stopped. */
const LAST_WORDS = 1_000

interface Helper {
  readonly worker: Worker
  readonly seen: Float64Array
  ready: boolean
  /** How many batches it was given and has not reported. */
  busy: number
}

/** A thread with its workers: they scan batches as each gets to it, and what comes of them keeps its order. */
export class Crew {
  readonly #pace: Pace
  readonly #batches: Batches
  readonly #helpers: Helper[] = []
  /** Read by workers: not 0 once they are to stop. */
  readonly #stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  /** What came of batches whose turn is not yet. */
  readonly #kept = new Map<number, Result>()
  #keptFindings = 0
  #given = 0
  #yielded = 0
  #dismissed = false
  #resume: () => void = () => {}

  /** Hires nobody yet. */
  constructor(batches: Batches, pace: Pace) {
    this.#batches = batches
    this.#pace = pace
    pace.signal?.addEventListener('abort', this.#abort, { once: true })
  }

  /** How much each worker has looked at. */
  get seen(): readonly Float64Array[] {
    return this.#helpers.map(({ seen }) => seen)
  }

  /** Starts workers, unless there are any. Nothing happens where their program is not, as in a bundle of one file. */
  hire(count: number, orders: Omit<WorkerOrders, 'stop' | 'seen'>): void {
    if (this.#dismissed || this.#helpers.length > 0 || !hasProgram()) return
    for (let index = 0; index < count; index++) this.#helpers.push(this.#helper(orders))
  }

  /** To be called when there may be more batches, or no more to come. */
  wake(): void {
    for (const helper of this.#helpers) this.#feed(helper)
    this.#resume()
  }

  /**
   * Scans all batches, and yields what comes of each, in their order. Once the scan is stopped it still yields what is
   * known, then throws.
   *
   * @param own - scans on this thread
   * @throws ScanError `aborted`, `worker-failed`
   */
  async *scan(own: Pick<UnitScanner, 'scan'>): AsyncGenerator<Result, void, undefined> {
    try {
      for (;;) {
        yield* this.#due()
        const resumed = this.#pause()
        this.#pace.check()
        const batch = this.#take()
        if (batch) await this.#scanHere(batch, own)
        else if (this.#batches.ended && this.#yielded === this.#given) return
        else await resumed
      }
    } catch (error) {
      if (error instanceof ScanError && error.code === 'aborted') {
        await this.#lastWords()
        for (const [, result] of [...this.#kept].sort(([a], [b]) => a - b)) yield result
      }
      throw error
    } finally {
      await this.#dismiss()
    }
  }

  #helper(orders: Omit<WorkerOrders, 'stop' | 'seen'>): Helper {
    const seen = new Float64Array(new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT))
    const worker = hiredWorker()
    const helper: Helper = { worker, seen, ready: false, busy: 0 }
    worker.on('message', (report: WorkerReport) => {
      if (report === 'ready') helper.ready = true
      else {
        helper.busy--
        this.#keep(report.index, report.result)
      }
      this.wake()
    })
    worker.on('error', (error) => this.#fail(failureOf(error)))
    worker.on('messageerror', (error) => this.#fail(error))
    worker.on('exit', (code) => this.#fail(ended(code)))
    worker.postMessage({ ...orders, stop: this.#stop, seen } satisfies WorkerOrders)
    return helper
  }

  #take(): Batch | undefined {
    if (this.#stop[0] !== 0 || this.#keptFindings >= MOST_KEPT) return undefined
    const batch = this.#batches.take()
    if (batch) this.#given++
    return batch
  }

  #feed(helper: Helper): void {
    const share = SHARE * (this.#helpers.length + 1)
    while (helper.ready && helper.busy < Math.min(MOST_AHEAD, 1 + this.#batches.waiting / share)) {
      const batch = this.#take()
      if (!batch) return
      helper.busy++
      helper.worker.postMessage(batch)
    }
  }

  async #scanHere({ index, units }: Batch, own: Pick<UnitScanner, 'scan'>): Promise<void> {
    const result = emptyResult()
    try {
      for (const unit of units) await own.scan(unit, result)
    } finally {
      this.#keep(index, result)
    }
  }

  #keep(index: number, result: Result): void {
    this.#kept.set(index, result)
    this.#keptFindings += result.findings.length
  }

  *#due(): Generator<Result, void, undefined> {
    for (;;) {
      const result = this.#kept.get(this.#yielded)
      if (!result) return
      this.#kept.delete(this.#yielded++)
      this.#keptFindings -= result.findings.length
      // Whoever never asks for the next one should not be kept from ending.
      for (const { worker } of this.#helpers) worker.unref()
      yield result
      for (const { worker } of this.#helpers) worker.ref()
    }
  }

  /** To be waited for when there is nothing to do; made before looking, so that nothing is missed. */
  #pause(): Promise<void> {
    return new Promise((resolve) => {
      this.#resume = resolve
    })
  }

  #fail(error: Error): void {
    if (this.#dismissed) return
    this.#pace.fail(error)
    this.#resume()
  }

  readonly #abort = (): void => {
    Atomics.store(this.#stop, 0, 1)
    this.#resume()
  }

  async #lastWords(): Promise<void> {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      this.#resume()
    }, LAST_WORDS)
    while (!isLate && !this.#pace.failure && this.#helpers.some(({ busy }) => busy > 0)) await this.#pause()
    clearTimeout(timer)
  }

  async #dismiss(): Promise<void> {
    this.#dismissed = true
    this.#pace.signal?.removeEventListener('abort', this.#abort)
    this.#batches.stop()
    await Promise.all(this.#helpers.map(({ worker }) => worker.terminate()))
  }
}

function failureOf(error: Error): Error {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return error
  return new ScanError('worker-failed', 'a thread ran out of memory: scan with fewer threads', {
    cause: error,
  })
}

const ended = (code: number): ScanError =>
  new ScanError(
    'worker-failed',
    `a thread ended before its work was done (exit code ${code}): scan with one thread`,
  )
