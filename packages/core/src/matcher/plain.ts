import { Occurrences } from './merge.ts'
import type { Match, Pattern } from './types.ts'
import { WRAP_HEAD } from './wrap.ts'

/** What a call costs at least, in units of input. */
const CALL = 64
/** So many units searched for all patterns take about as long as to make a table of these, the first time that code runs. */
const ENOUGH = 4096

/**
 * Searches the first few inputs pattern by pattern: a program that prints a line and ends would spend more time on a
 * table than on all else. Whoever prints more pays at most twice.
 */
export class PlainSearch {
  readonly #patterns: readonly Pattern[]
  #spent = 0

  /** @param patterns may become more */
  constructor(patterns: readonly Pattern[]) {
    this.#patterns = patterns
  }

  /** As a matcher does; undefined when a table is better. */
  find(input: string | Uint8Array): readonly Match[] | undefined {
    if (this.#spent > ENOUGH) return undefined
    this.#spent += CALL + input.length
    const searched =
      typeof input === 'string' ? input : Buffer.from(input.buffer, input.byteOffset, input.length)
    if (this.#spent > ENOUGH || mayBeWrapped(searched)) return undefined
    const found = new Occurrences()
    for (const [index, pattern] of this.#patterns.entries()) {
      const whole = 'text' in pattern ? pattern.text : pattern.bytes
      addPlaces(whole, searched, index, found)
      if ('wrapped' in pattern && pattern.wrapped)
        addPlaces(pattern.text.slice(WRAP_HEAD), searched, index, found)
    }
    return found.merged()
  }

  test(input: string | Uint8Array): boolean | undefined {
    const found = this.find(input)
    return found && found.length > 0
  }
}

function addPlaces(
  sought: string | Uint8Array,
  searched: string | Buffer,
  pattern: number,
  found: Occurrences,
): void {
  let at = sought.length > 0 ? placeOf(sought, searched, 0) : -1
  if (at < 0) return
  const inBytes = typeof sought === 'string' && typeof searched !== 'string'
  const length = inBytes ? Buffer.byteLength(sought) : sought.length
  for (; at >= 0; at = placeOf(sought, searched, at + 1)) found.add(at, at + length, pattern)
}

function placeOf(sought: string | Uint8Array, searched: string | Buffer, from: number): number {
  if (typeof searched !== 'string') return searched.indexOf(sought, from)
  return typeof sought === 'string' ? searched.indexOf(sought, from) : -1
}

/** Whether a line break, or the escape of one, is in it other than at its end. */
function mayBeWrapped(searched: string | Buffer): boolean {
  const feed = searched.indexOf('\n')
  return (feed >= 0 && feed < searched.length - 1) || searched.includes('\\')
}
