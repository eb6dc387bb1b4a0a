import { createHash, hash } from 'node:crypto'
import type { Finding } from './finding.ts'

/** A part of a scan, one of several that together look at everything once. */
export interface ShardOptions {
  /** Which part, from 1 to `count`. */
  readonly index: number
  readonly count: number
}

/** What the report of a shard says of it, so that those that belong together can be joined. */
export interface ShardRecord extends ShardOptions {
  /** How many files, or repositories, all shards are to look at. */
  readonly listed: number
  /** A hash of their names: shards that listed something else would leave something out. */
  readonly listing: string
  /** A hash of the rules and options. */
  readonly settings: string
  /** Whether it is fine when all shards together looked at nothing, as in a range without commits. */
  readonly mayBeNothing: boolean
}

/**
 * In which part a path is, from 1: the first four bytes of the SHA-256 of its text in UTF-8, as a number, modulo the
 * number of parts, plus 1. So it is the same on every machine.
 */
export function shardOf(path: string, count: number): number {
  return (hash('sha256', path, 'buffer').readUInt32BE(0) % count) + 1
}

/** Tells what of a listing is in a shard, and in which place of the whole. */
export class Shard {
  readonly #options: ShardOptions
  readonly #places = new Map<string, number>()
  readonly #listing = createHash('sha256')
  #listed = 0

  constructor(options: ShardOptions) {
    this.#options = options
  }

  /** How many paths are in this shard and the others. */
  get listed(): number {
    return this.#listed
  }

  /** To be asked of every path that is listed, in the order of all. */
  takes(path: string): boolean {
    this.#listing.update(path).update('\0')
    const place = this.#listed++
    if (!this.has(path)) return false
    this.#places.set(path, place)
    return true
  }

  has(path: string): boolean {
    const { index, count } = this.#options
    return shardOf(path, count) === index
  }

  /** The finding with the place of the path that was listed; a file within it comes after `!/`. */
  placed(finding: Finding, path = finding.location.path): Finding {
    for (let end = path.length; end > 0; end = path.lastIndexOf('!/', end - 1)) {
      const place = this.#places.get(path.slice(0, end))
      if (place !== undefined) return { ...finding, place }
    }
    return { ...finding, place: this.#places.get(path) ?? this.#listed }
  }

  /** @param settings - whatever decides what is found */
  record(settings: string, mayBeNothing: boolean): ShardRecord {
    return {
      ...this.#options,
      listed: this.#listed,
      listing: this.#listing.copy().digest('hex'),
      settings: hash('sha256', settings),
      mayBeNothing,
    }
  }
}
