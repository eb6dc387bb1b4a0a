import type { Skip } from '../../coverage.ts'
import { Budget, LIMITS, LimitError, type Limits } from './budget.ts'
import { ByteReader, DamagedError, UnsupportedError } from './byte-reader.ts'
import { unbrotlied, unzstd } from './decompress.ts'
import type { Closed, Content, Entry } from './entry.ts'
import { gunzipped } from './gzip.ts'
import { type ContainerKind, containerKind, HEAD } from './kinds.ts'
import { untarred } from './tar.ts'
import { unzipped } from './zip.ts'

/** A file in a container, that is no container itself. */
export interface Nested {
  /** What findings say: the path of the container, `!/`, the path in it. */
  readonly path: string
  /** The path in the innermost container. */
  readonly name: string
  /** Never throws for what the container holds. */
  readonly content: Content
}

type Format =
  | { readonly entries: (reader: ByteReader) => AsyncIterable<Entry | Closed> }
  | { readonly content: (reader: ByteReader) => AsyncIterable<Buffer> }

/** What holds several files, and what holds the content of one. */
const formats: Record<ContainerKind, Format> = {
  zip: { entries: unzipped },
  tar: { entries: untarred },
  gzip: { content: gunzipped },
  zstd: { content: unzstd },
  brotli: { content: unbrotlied },
}

export interface ExpandOptions extends Partial<Limits> {
  /** Entries that are larger are skipped, in bytes. */
  readonly maxFileSize?: number
}

/**
 * Reads a container from its beginning to its end, whatever is nested in it included, holding no more of it than a
 * few pieces. What cannot be looked at comes as a `Skip`. Take the content before asking for the next.
 *
 * @param path - of the container, as findings show it
 * @param name - of the container, by which formats are known that have no mark of their own
 * @param chunks - what it holds; an error that this throws comes out unchanged
 */
export async function* expand(
  path: string,
  name: string,
  chunks: AsyncIterable<Buffer>,
  { maxFileSize = Number.POSITIVE_INFINITY, ...limits }: ExpandOptions = {},
): AsyncGenerator<Nested | Skip, void, undefined> {
  const expansion = new Expansion(new Budget({ ...LIMITS, ...limits }), maxFileSize)
  yield* expansion.of(path, name, chunks)
}

class Expansion {
  readonly #budget: Budget
  readonly #maxFileSize: number

  constructor(budget: Budget, maxFileSize: number) {
    this.#budget = budget
    this.#maxFileSize = maxFileSize
  }

  async *of(
    path: string,
    name: string,
    chunks: AsyncIterable<Buffer>,
  ): AsyncGenerator<Nested | Skip, void, undefined> {
    try {
      yield* this.#file(path, name, new ByteReader(this.#budget.reading(chunks)), 0)
    } catch (error) {
      if (!(error instanceof LimitError)) throw error
      yield { path, reason: 'limit', detail: error.message }
    }
  }

  /** A file, which may be a container. */
  async *#file(
    path: string,
    name: string,
    reader: ByteReader,
    depth: number,
  ): AsyncGenerator<Nested | Skip, void, undefined> {
    try {
      const kind = containerKind(await reader.peekAhead(HEAD), name)
      const format = kind && formats[kind]
      if (!format) yield* this.#plain(path, name, reader)
      else if (depth === this.#budget.limits.depth) {
        yield { path, reason: 'limit', detail: `is nested deeper than ${depth}` }
      } else if ('entries' in format) yield* this.#archive(path, format.entries(reader), depth)
      else yield* this.#compressed(path, name, format.content(reader), depth)
    } catch (error) {
      yield skipOf(path, error)
    }
  }

  async *#archive(
    path: string,
    entries: AsyncIterable<Entry | Closed>,
    depth: number,
  ): AsyncGenerator<Nested | Skip, void, undefined> {
    for await (const entry of entries) {
      this.#budget.addEntry()
      const { name } = entry
      const inner = `${path}!/${name}`
      if ('reason' in entry) yield { path: inner, reason: entry.reason, detail: entry.detail }
      else if ((entry.size ?? 0) > this.#maxFileSize) {
        yield { path: inner, reason: 'too-large', detail: `${entry.size} bytes` }
      } else if (!Buffer.isBuffer(entry.content)) {
        yield* this.#file(inner, name, this.#expanding(entry.content), depth + 1)
      } else {
        this.#budget.expand(entry.content.length)
        const kind = containerKind(entry.content.subarray(0, HEAD), name)
        if (kind) yield* this.#file(inner, name, new ByteReader(once(entry.content)), depth + 1)
        else yield { path: inner, name, content: entry.content }
      }
    }
  }

  /** What was one file before it was compressed. A tar in it is not shown as a file of its own. */
  async *#compressed(
    path: string,
    name: string,
    chunks: AsyncIterable<Buffer>,
    depth: number,
  ): AsyncGenerator<Nested | Skip, void, undefined> {
    const reader = this.#expanding(chunks)
    const inner = stemOf(name)
    if (containerKind(await reader.peekAhead(HEAD), inner) === 'tar')
      yield* this.#file(path, inner, reader, depth)
    else yield* this.#file(`${path}!/${inner}`, inner, reader, depth + 1)
  }

  /** What a failure in the midst of it leaves is a shorter file. */
  async *#plain(path: string, name: string, reader: ByteReader): AsyncGenerator<Nested, void, undefined> {
    let failure: unknown
    async function* chunks(): AsyncGenerator<Buffer, void, undefined> {
      try {
        yield* reader.rest()
      } catch (error) {
        failure = error
      }
    }
    yield { path, name, content: chunks() }
    if (failure) throw failure
  }

  #expanding(chunks: AsyncIterable<Buffer>): ByteReader {
    return new ByteReader(this.#budget.expanding(chunks))
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer, void, undefined> {
  yield bytes
}

/** @throws what is no fault of the container's, and what ends the whole of it */
function skipOf(path: string, error: unknown): Skip {
  if (error instanceof DamagedError || error instanceof UnsupportedError) {
    return { path, reason: error.code, detail: error.message }
  }
  throw error
}

/** `app.log.gz` was `app.log`, `app.tgz` was `app.tar`, and without an ending it had the same name. */
function stemOf(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1)
  const match = /^(.+)\.(t?)(?:gz|zst|br)$/i.exec(base)
  if (!match) return base
  return match[2] ? `${match[1]}.tar` : match[1]!
}
