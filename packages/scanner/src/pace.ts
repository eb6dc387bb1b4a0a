import { setImmediate } from 'node:timers/promises'
import { ScanError } from './errors.ts'

/** Milliseconds for which a scan may keep the process to itself. */
const BREATH = 10
/** Milliseconds between two reports of progress. */
const PROGRESS_INTERVAL = 100

/** Shares the process between a scan and everything else, and ends the scan when its signal says so. */
export class Pace {
  readonly signal: AbortSignal | undefined
  readonly #report: () => void
  #lastBreath = 0
  #lastReport = 0

  constructor(signal: AbortSignal | undefined, report: () => void) {
    this.signal = signal
    this.#report = report
  }

  /**
   * Lets the process do other things when that is due: wait for what it returns.
   *
   * @throws ScanError `aborted`
   */
  breathe(): Promise<void> | undefined {
    this.check()
    const now = performance.now()
    if (now - this.#lastBreath < BREATH) return undefined
    if (now - this.#lastReport >= PROGRESS_INTERVAL) {
      this.#lastReport = now
      this.#report()
    }
    return this.#rest()
  }

  async #rest(): Promise<void> {
    await setImmediate()
    this.#lastBreath = performance.now()
    this.check()
  }

  /** @throws ScanError `aborted` */
  check(): void {
    if (this.signal?.aborted) throw aborted(this.signal)
  }
}

function aborted(signal: AbortSignal): ScanError {
  return new ScanError('aborted', 'the scan was stopped before it had looked at everything', {
    cause: signal.reason,
  })
}
