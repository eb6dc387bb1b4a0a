import type { Readable } from 'node:stream'
import { exit, type GitProcess, startGit } from './git.ts'
import type { Repository } from './repository.ts'

export type ObjectType = 'blob' | 'commit' | 'tag' | 'tree'

/** The bytes of a file, as they come; fewer when it cannot be read to its end. */
export async function* blobBytes(
  repository: Repository,
  id: string,
): AsyncGenerator<Buffer, void, undefined> {
  const child = startGit(repository, ['cat-file', 'blob', id])
  const ended = exit(child)
  try {
    child.stdin.end()
    yield* child.stdout as Readable & AsyncIterable<Buffer>
    await ended
  } finally {
    child.kill()
  }
}

/** Takes the objects that are read, one after the other. */
export interface ObjectTaker<Item> {
  start(item: Item, type: ObjectType, size: number): void
  /** The first time at least 1,024 bytes, unless there are not as many. */
  data(bytes: Buffer): void
  end(): void
  /** The object is not there, or cannot be read; what was started has ended. */
  failed(item: Item, why: string): void
}

/** Objects that were asked for and have not come yet. */
const MOST_ASKED = 4096
const LINE_FEED = 10
const LEAST_FIRST = 1024

/**
 * Reads objects with `git cat-file --batch`, in the order in which they are asked for. What is read need not fit into
 * memory, and Git may die of an object that is corrupt: the others are read all the same.
 *
 * @param batches - items, in batches of any size
 * @throws ScanError `git-not-found`
 */
export async function readObjects<Item extends { readonly id: string }>(
  repository: Repository,
  batches: AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>,
  taker: ObjectTaker<Item>,
  options: {
    readonly signal?: AbortSignal | undefined
    readonly breathe?: () => Promise<void> | undefined
  } = {},
): Promise<void> {
  const queue = new Queue<Item>()
  const source =
    Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]()
  try {
    do {
      await readUntilDeath(repository, source, queue, taker, options)
    } while (!options.signal?.aborted && (queue.length > 0 || !queue.complete))
  } finally {
    await source.return?.()
  }
}

/** Reads until everything is read or Git dies, whose fault the object is then that it was reading. */
async function readUntilDeath<Item extends { readonly id: string }>(
  repository: Repository,
  source: AsyncIterator<readonly Item[]> | Iterator<readonly Item[]>,
  queue: Queue<Item>,
  taker: ObjectTaker<Item>,
  { signal, breathe }: { signal?: AbortSignal | undefined; breathe?: () => Promise<void> | undefined },
): Promise<void> {
  const child = startGit(repository, ['cat-file', '--batch', '--buffer'], { signal })
  const ended = exit(child)
  const parser = new BatchParser(queue, taker)
  try {
    const asking = ask(child, source, queue)
    // It fails only when what it asks for cannot be listed; then nothing more is read.
    asking.catch(() => child.kill())
    for await (const chunk of child.stdout as Readable & AsyncIterable<Buffer>) {
      parser.push(chunk)
      const pause = breathe?.()
      if (pause) await pause
    }
    const { stderr } = await ended
    queue.stop()
    await asking
    if (!signal?.aborted && queue.length > 0) parser.abandon(stderr)
  } finally {
    queue.stop()
    child.kill()
  }
}

/** Asks for what is still to come of an earlier process, then for what the source says. */
async function ask<Item extends { readonly id: string }>(
  { stdin }: GitProcess,
  source: AsyncIterator<readonly Item[]> | Iterator<readonly Item[]>,
  queue: Queue<Item>,
): Promise<void> {
  queue.start()
  let items: readonly Item[] = queue.rest()
  for (;;) {
    if (items.length > 0) stdin.write(`${items.map(({ id }) => id).join('\n')}\n`)
    await queue.room()
    if (queue.stopped || queue.complete) break
    const next = await source.next()
    if (next.done) queue.complete = true
    items = next.done ? [] : next.value
    queue.add(items)
    if (queue.stopped) return
  }
  stdin.end()
}

/** What was asked for, in order. */
class Queue<Item> {
  complete = false
  stopped = false
  #items: Item[] = []
  #at = 0
  #wake: (() => void) | undefined

  get length(): number {
    return this.#items.length - this.#at
  }

  get first(): Item {
    return this.#items[this.#at]!
  }

  add(items: readonly Item[]): void {
    for (const item of items) this.#items.push(item)
  }

  shift(): void {
    this.#at++
    if (this.#at < MOST_ASKED) return
    this.#items = this.rest()
    this.#at = 0
    this.#wake?.()
  }

  rest(): Item[] {
    return this.#items.slice(this.#at)
  }

  start(): void {
    this.stopped = false
  }

  /** Nobody reads on: whoever waits for room need not. */
  stop(): void {
    this.stopped = true
    this.#wake?.()
  }

  /** Resolves when fewer are asked for than may be. */
  async room(): Promise<void> {
    while (!this.stopped && this.#items.length >= 2 * MOST_ASKED) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}

/** Takes apart what `git cat-file --batch` prints: `ID TYPE SIZE`, the content, a line feed. */
class BatchParser<Item extends { readonly id: string }> {
  readonly #queue: Queue<Item>
  readonly #taker: ObjectTaker<Item>
  /** The beginning of a header line whose end has not come yet. */
  #header = ''
  /** Bytes of the content that are still to come, or -1 outside of one. */
  #left = -1
  #isFirst = false
  /** The first bytes of a content, when more are to come with them. */
  #rest: Buffer | undefined

  constructor(queue: Queue<Item>, taker: ObjectTaker<Item>) {
    this.#queue = queue
    this.#taker = taker
  }

  push(next: Buffer): void {
    const chunk = this.#rest ? Buffer.concat([this.#rest, next]) : next
    this.#rest = undefined
    for (let at = 0; at < chunk.length; ) {
      if (this.#left < 0) {
        const end = chunk.indexOf(LINE_FEED, at)
        this.#header += chunk.toString('latin1', at, end < 0 ? chunk.length : end)
        if (end < 0) return
        at = end + 1
        this.#begin()
      } else if (this.#left > 0) {
        const end = Math.min(chunk.length, at + this.#left)
        if (this.#isFirst && end - at < Math.min(this.#left, LEAST_FIRST)) {
          this.#rest = Buffer.from(chunk.subarray(at))
          return
        }
        this.#isFirst = false
        this.#taker.data(chunk.subarray(at, end))
        this.#left -= end - at
        at = end
      } else {
        at++
        this.#left = -1
        this.#taker.end()
        this.#queue.shift()
      }
    }
  }

  #begin(): void {
    const header = this.#header
    this.#header = ''
    const [, type, size] = header.split(' ')
    if (size === undefined) {
      this.#taker.failed(this.#queue.first, 'missing or corrupt')
      this.#queue.shift()
      return
    }
    this.#left = Number(size)
    this.#isFirst = true
    this.#taker.start(this.#queue.first, type as ObjectType, this.#left)
  }

  /** Git died: gives up on the object that it was reading. */
  abandon(why: string): void {
    if (this.#left >= 0) this.#taker.end()
    this.#taker.failed(this.#queue.first, why.split('\n')[0] || 'Git stopped')
    this.#queue.shift()
  }
}
