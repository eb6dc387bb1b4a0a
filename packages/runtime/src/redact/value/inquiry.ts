import type { WholeMatcher } from '../../registry/recognised.ts'
import type { Registry } from '../../registry.ts'
import { replaceInBytes, replaceInText } from '../text.ts'

export interface ValueLimits {
  /** How many objects deep. 200 unless told. */
  readonly maxDepth?: number
  /** How many properties, elements and entries in all. A million unless told. */
  readonly maxEntries?: number
  /** How many characters and bytes in all. 64 Mi unless told. */
  readonly maxLength?: number
}

export interface InquiryOptions extends ValueLimits {
  readonly registry: Registry
  readonly sink: string
  readonly place?: string | undefined
}

/** What one call of `redactValue` asks the registry, and what it may spend. */
export class Inquiry {
  readonly #registry: Registry
  readonly #matcher: WholeMatcher
  readonly #sink: string
  readonly #place: string | undefined
  readonly #maxDepth: number
  readonly #reported = new Set<number>()
  #entries: number
  #length: number

  constructor({
    registry,
    sink,
    place,
    maxDepth = 200,
    maxEntries = 1e6,
    maxLength = 2 ** 26,
  }: InquiryOptions) {
    this.#registry = registry
    this.#matcher = registry.wholeMatcher()
    this.#sink = sink
    this.#place = place
    this.#maxDepth = maxDepth
    this.#entries = maxEntries
    this.#length = maxLength
  }

  isTooDeep(depth: number): boolean {
    return depth > this.#maxDepth
  }

  /** Takes so many entries from the budget; false when it has not as many left. */
  spend(entries: number): boolean {
    if (entries > this.#entries) return false
    this.#entries -= entries
    return true
  }

  /** The text redacted, the same string when it holds no secret. */
  text(text: string): string {
    if (!this.#afford(text.length)) return this.withhold('too long')
    return replaceInText(text, this.#matcher.find(text), this.#replace)
  }

  /** The bytes redacted, the very same when they hold no secret. */
  bytes(bytes: Uint8Array): Uint8Array {
    if (!this.#afford(bytes.length)) return Buffer.from(this.withhold('too long'))
    return replaceInBytes(bytes, this.#matcher.findBytes(bytes), this.#replace)
  }

  withhold(reason: string): string {
    return this.#registry.withhold(reason, this.#sink, this.#place)
  }

  #afford(length: number): boolean {
    if (length > this.#length) return false
    this.#length -= length
    return true
  }

  // An object shows the same secret as a property, in `toJSON` and when inspected: that is one event, not three.
  readonly #replace = (pattern: number): string => {
    if (!this.#reported.has(pattern)) this.#registry.report(pattern, this.#sink, this.#place)
    this.#reported.add(pattern)
    return this.#registry.placeholder(pattern)
  }
}
