import { bytesProgram } from '../bytes-program.ts'
import { anchorsOf } from './anchors.ts'
import { type ByteSearch, scriptSearch } from './byte-search.ts'
import { folded, type KeywordIndex, keywordIndex, SHORTEST } from './keywords.ts'
import { values } from './run-kinds.ts'
import { parts, tellingPairs } from './signs.ts'

/** Bytes from elsewhere are copied to be searched; larger ones are left to plain JavaScript. */
const LARGEST_COPY = 1 << 20
/** So much is put down by one call, and no more than so much before it is seen that there is no room. */
const FOUND = 1 << 16
const BEYOND = 64
const BYTES_A_HIT = 8
const PLACES_A_BLOCK = 4
/** Entries that a keyword of three bytes takes, and how many there can be. */
const TAILS = 128
const MOST_ENTRIES = 0xffff

/** In WebAssembly, with memory of its own. */
export function byteSearch(): ByteSearch {
  const program = bytesProgram()
  if (!program) return scriptSearch
  const { memory, reserve, stoppedAt, ...run } = program
  const copies = reserved(Uint8Array, LARGEST_COPY)
  const numbers = reserved(Uint32Array, FOUND + BEYOND)
  const [pairs, joining, digits] = [placed(tellingPairs), placed(parts), placed(values)]

  /** A part of the memory, and how to see it: memory that grew is another one. */
  function reserved<T extends Uint8Array | Uint32Array | Float64Array>(
    kind: (new (buffer: ArrayBuffer, address: number, length: number) => T) & { BYTES_PER_ELEMENT: number },
    size: number,
  ) {
    const address = reserve(size)
    let view: T | undefined
    const seen = (): T => {
      if (view?.buffer !== memory.buffer)
        view = new kind(memory.buffer, address, size / kind.BYTES_PER_ELEMENT)
      return view
    }
    return { address, seen }
  }

  function placed(bytes: Uint8Array): number {
    const { address, seen } = reserved(Uint8Array, bytes.length)
    seen().set(bytes)
    return address
  }

  /** Where the bytes are, or were copied to; undefined when they are too many. */
  function addressOf(bytes: Uint8Array): number | undefined {
    if (bytes.buffer === memory.buffer) return bytes.byteOffset
    if (bytes.length > LARGEST_COPY) return undefined
    copies.seen().set(bytes)
    return copies.address
  }

  /** All that a search puts down, which takes several calls when it is much. */
  function all<T extends Float64Array | Uint32Array>(
    view: T,
    first: number,
    search: (first: number) => number,
  ): T | number[] {
    const count = search(first)
    if (count * view.BYTES_PER_ELEMENT <= FOUND) return view.subarray(0, count) as T
    const many = Array.from(view.subarray(0, count))
    for (let more = count; more * view.BYTES_PER_ELEMENT > FOUND; ) {
      more = search(stoppedAt())
      for (let at = 0; at < more; at++) many.push(view[at]!)
    }
    return many
  }

  let hasIndex = false
  function index(keywords: readonly string[]): KeywordIndex {
    // The program has room for one: that of the few words of a user's own rules is searched without it.
    if (hasIndex) return keywordIndex(keywords)
    const count = keywords.length
    const texts = keywords.map(folded)
    const short = texts.filter(({ length }) => length === SHORTEST).length
    if (count + short * TAILS > MOST_ENTRIES) return keywordIndex(keywords)
    hasIndex = true
    const anchors = anchorsOf(texts)
    let next = placed(Buffer.concat(texts))
    const list = texts.flatMap(({ length }, keyword) => {
      const start = next
      next += length
      return [start, length, anchors[keyword]!]
    })
    run.makeIndex(count, short, placed(new Uint8Array(Int32Array.from(list).buffer)))
    const hits = reserved(Float64Array, FOUND + PLACES_A_BLOCK * count * BYTES_A_HIT)
    let script: KeywordIndex | undefined
    return {
      count,
      find(bytes, from, to) {
        const origin = addressOf(bytes)
        if (origin === undefined) {
          script ??= keywordIndex(keywords)
          return script.find(bytes, from, to)
        }
        const [start, last, end] = [origin + from, origin + to, origin + bytes.length]
        const found = all(hits.seen(), start, (first) =>
          run.findKeywords(origin, start, first, last, end, hits.address, hits.address + FOUND),
        )
        return (Array.isArray(found) ? Float64Array.from(found) : found).sort()
      },
    }
  }

  return {
    index,
    signs(bytes, every) {
      const origin = addressOf(bytes)
      if (origin === undefined) return scriptSearch.signs(bytes, every)
      const [end, into] = [origin + bytes.length, numbers.address]
      return all(numbers.seen(), origin, (first) =>
        run.findSigns(origin, first, end, every ? 0 : pairs, joining, into, into + FOUND),
      )
    },
    runs(bytes, shortest) {
      const origin = addressOf(bytes)
      if (origin === undefined) return scriptSearch.runs(bytes, shortest)
      const [end, into] = [origin + bytes.length, numbers.address]
      return all(numbers.seen(), origin, (first) =>
        run.findRuns(origin, first, end, shortest, digits, into, into + FOUND),
      )
    },
    room(size) {
      const address = reserve(size)
      return Buffer.from(memory.buffer, address, size)
    },
  }
}
