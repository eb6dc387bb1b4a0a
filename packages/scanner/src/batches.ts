import type { Unit } from './sources/unit.ts'

/** Units that one thread scans at a stretch, and their place in the order of all. */
export interface Batch {
  readonly index: number
  readonly units: readonly Unit[]
}

export interface BatchSizes {
  /** Units of a batch: few enough that threads end together, enough that handing them over costs little. */
  readonly units: number
  /** So many units may wait for a thread; a source that lists more is made to wait itself. */
  readonly waiting: number
}

const FILE_SIZES: BatchSizes = { units: 24, waiting: 50_000 }

/** Cuts lists of units into batches, and lets those who list run ahead of those who scan, but not far. */
export class Batches {
  readonly #sizes: BatchSizes
  readonly #lists: (readonly Unit[])[] = []
  #listing = true
  #stopped = false
  #failure: { readonly error: unknown } | undefined
  #at = 0
  #waiting = 0
  #issued = 0
  #proceed: () => void = () => {}

  constructor(sizes: BatchSizes = FILE_SIZES) {
    this.#sizes = sizes
  }

  /** How many batches there are to take, of units that are known. */
  get waiting(): number {
    return this.#waiting / this.#sizes.units
  }

  /** Whether all were taken, and no more are to come. Throws what the listing threw, after all before that. */
  get ended(): boolean {
    if (this.#listing || this.#waiting > 0) return false
    if (this.#failure) throw this.#failure.error
    return true
  }

  /** The next batch; undefined when there is none, or none yet. */
  take(): Batch | undefined {
    const [list] = this.#lists
    if (!list) return undefined
    const units = list.slice(this.#at, this.#at + this.#sizes.units)
    this.#at += units.length
    this.#waiting -= units.length
    if (this.#at >= list.length) {
      this.#lists.shift()
      this.#at = 0
    }
    if (this.#waiting < this.#sizes.waiting) this.#proceed()
    return { index: this.#issued++, units }
  }

  /** Ends the listing early. */
  stop(): void {
    this.#stopped = true
    this.#proceed()
  }

  /**
   * Takes in all lists, as there is room. It never throws: whoever asks for batches gets the error.
   *
   * @param onMore - called when there may be more to take, or no more to come
   */
  async collect(lists: AsyncIterable<readonly Unit[]>, onMore: () => void): Promise<void> {
    try {
      for await (const list of lists) {
        if (this.#stopped) break
        if (list.length === 0) continue
        this.#lists.push(list)
        this.#waiting += list.length
        onMore()
        if (this.#waiting < this.#sizes.waiting) continue
        await new Promise<void>((resolve) => {
          this.#proceed = resolve
        })
      }
    } catch (error) {
      this.#failure = { error }
    }
    this.#listing = false
    onMore()
  }
}
