import { createHash, randomBytes } from 'node:crypto'
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { IdTable } from '../sources/git/ids.ts'
import type { ListedObject } from '../sources/git/listing.ts'
import type { Repository } from '../sources/git/repository.ts'

const MAGIC = Buffer.from('tacet clean objects 1\n')
const DIGEST = 32
/** Hexadecimal digits for the path: whether a file is clean may depend on it. */
const PATH_DIGITS = 8
/** Beyond so many files what they hold is written into one. */
const MOST_SEGMENTS = 8
/** Milliseconds after which nobody asks any more for what was found by other rules. */
const FORGOTTEN = 30 * 24 * 3_600_000

/** What is known of an object: its id, and where it was met. */
export function cleanKey({ id, path }: ListedObject): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < path.length; at++) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193)
  return id + (hash >>> 0).toString(16).padStart(PATH_DIGITS, '0')
}

/**
 * Objects of a repository in which nothing was found, by the same rules and settings. Each scan adds one file, whole or
 * not at all, so scans may run at the same time; a file that is damaged is as good as none.
 */
export class CleanObjects {
  readonly #directory: string
  readonly #prefix: string
  readonly #known: IdTable
  readonly #fresh: IdTable
  readonly #segments: string[] = []

  /**
   * Reads what is known.
   *
   * @param settings - whatever decides what is found
   */
  constructor(directory: string, repository: Repository, settings: string) {
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)
    this.#directory = join(directory, hash(realpathSync(repository.commonDir)))
    this.#prefix = `${hash(`${settings}\0${repository.idLength}`)}.`
    this.#known = new IdTable(repository.idLength + PATH_DIGITS)
    this.#fresh = new IdTable(repository.idLength + PATH_DIGITS)
    for (const name of names(this.#directory)) {
      const file = join(this.#directory, name)
      if (!name.startsWith(this.#prefix)) {
        if (isForgotten(file)) rmSync(file, { force: true })
        continue
      }
      const body = readSegment(file)
      if (body === undefined) continue
      this.#segments.push(file)
      this.#known.addAll(body)
    }
  }

  get isEmpty(): boolean {
    return this.#known.size === 0
  }

  has(object: ListedObject): boolean {
    return this.#known.find(cleanKey(object)) >= 0
  }

  /** @param keys - of objects that were looked at to their end */
  add(keys: readonly string[]): void {
    for (const key of keys) if (this.#known.find(key) < 0) this.#fresh.add(key)
  }

  /** Writes what is new; nothing happens where that is not possible. */
  save(): void {
    if (this.#fresh.size === 0) return
    const merges = this.#segments.length >= MOST_SEGMENTS
    const bodies = merges ? [this.#known.bytes, this.#fresh.bytes] : [this.#fresh.bytes]
    try {
      mkdirSync(this.#directory, { recursive: true, mode: 0o700 })
      const name = this.#prefix + randomBytes(8).toString('hex')
      const beside = join(this.#directory, `${name}.tmp`)
      writeFileSync(beside, segment(Buffer.concat(bodies)), { flag: 'wx', mode: 0o600 })
      renameSync(beside, join(this.#directory, name))
      if (merges) for (const file of this.#segments) rmSync(file, { force: true })
    } catch {
      // The next scan takes longer, and finds the same.
    }
  }
}

function segment(body: Buffer): Buffer {
  return Buffer.concat([MAGIC, createHash('sha256').update(body).digest(), body])
}

function readSegment(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file)
    const body = bytes.subarray(MAGIC.length + DIGEST)
    return segment(body).equals(bytes) ? body : undefined
  } catch {
    return undefined
  }
}

function names(directory: string): readonly string[] {
  try {
    // One that somebody else has made could say anything.
    const { uid } = statSync(directory)
    const own = process.getuid?.() ?? uid
    return uid === own ? readdirSync(directory) : []
  } catch {
    return []
  }
}

function isForgotten(file: string): boolean {
  const stats = lstatSync(file, { throwIfNoEntry: false })
  return stats !== undefined && Date.now() - stats.mtimeMs > FORGOTTEN
}

/** Whether a directory is in a repository, which could then say itself what is clean in it. */
export function isWithin(directory: string, { workTree, commonDir }: Repository): boolean {
  let at = resolve(directory)
  for (;;) {
    try {
      at = realpathSync(at) + sep
      break
    } catch {
      // It is not there yet: its place is that of the folder that is.
      at = resolve(at, '..')
    }
  }
  return [workTree, commonDir].some((root) => at.startsWith(realpathSync(root) + sep))
}
