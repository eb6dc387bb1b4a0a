import { setImmediate } from 'node:timers/promises'
import { ScanError } from './errors.ts'

/** Milliseconds for which a scan may keep the process to itself. */
const BREATH = 10

/** Shares the process between a scan and everything else, and ends the scan when its signal says so. */
export class Pace {
  readonly signal: AbortSignal | undefined
  #lastBreath = 0
  #failure: Error | undefined

  constructor(signal: AbortSignal | undefined) {
    this.signal = signal
  }

  /** Why the scan cannot go on, if it cannot. */
  get failure(): Error | undefined {
    return this.#failure
  }

  /** Ends the scan with an error, also when it is in the middle of a file. */
  fail(error: Error): void {
    this.#failure ??= error
  }

  /**
   * Lets the process do other things when that is due: wait for what it returns.
   *
   * @throws ScanError `aborted`; what the scan failed with
   */
  breathe(): Promise<void> | undefined {
    this.check()
    return performance.now() - this.#lastBreath < BREATH ? undefined : this.#rest()
  }

  async #rest(): Promise<void> {
    await setImmediate()
    this.#lastBreath = performance.now()
    this.check()
  }

  /** @throws ScanError `aborted`; what the scan failed with */
  check(): void {
    if (this.#failure) throw this.#failure
    if (this.signal?.aborted) throw aborted(this.signal)
  }
}

function aborted(signal: AbortSignal): ScanError {
  return new ScanError('aborted', 'the scan was stopped before it had looked at everything', {
    cause: signal.reason,
  })
}
