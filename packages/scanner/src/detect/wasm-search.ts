import { bytesProgram } from '../bytes-program.ts'
import { type ByteSearch, scriptSearch } from './byte-search.ts'
import type { Follows } from './follows.ts'
import { folded, type KeywordIndex, keywordIndex, SHORTEST } from './keywords.ts'
import { ordinaryShares } from './ordinary.ts'
import { values } from './run-kinds.ts'
import { parts, tellingPairs } from './signs.ts'

/** Bytes from elsewhere are copied to be searched; larger ones are left to plain JavaScript. */
const LARGEST_COPY = 1 << 20
/** So much is put down by one call, and no more than so much before it is seen that there is no room. */
const FOUND = 1 << 16
const BEYOND = 64
const BYTES_A_HIT = 8
const PLACES_A_BLOCK = 4
const BYTES_A_NUMBER = 4
const NUMBERS_A_RUN = 3

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

  /** For each keyword, how many runs follow it and where the first is. */
  function placedFollows(count: number, follows: readonly Follows[]): number {
    const maps = new Map<Uint8Array, number>()
    const mapAt = (map: Uint8Array): number => {
      const known = maps.get(map) ?? placed(map)
      maps.set(map, known)
      return known
    }
    const runs: number[] = []
    const firsts = Array.from({ length: count }, (_, keyword) => {
      const first = runs.length
      for (const { map, least, most } of follows[keyword] ?? []) runs.push(mapAt(map), least, most)
      return [(runs.length - first) / NUMBERS_A_RUN, first] as const
    })
    const origin = placed(bytesOf(Uint32Array.from(runs)))
    return placed(
      bytesOf(
        Uint32Array.from(firsts.flatMap(([length, first]) => [length, origin + first * BYTES_A_NUMBER])),
      ),
    )
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
  function index(keywords: readonly string[], follows: readonly Follows[] = []): KeywordIndex {
    // The program has room for one: that of the few words of a user's own rules is searched without it.
    if (hasIndex) return keywordIndex(keywords, follows)
    const count = keywords.length
    // It tells of one that is too short.
    for (const keyword of keywords) if (keyword.length < SHORTEST) folded(keyword)
    const texts = placed(Buffer.from(keywords.join('')))
    const lengths = placed(bytesOf(Uint32Array.from(keywords, (keyword) => Buffer.byteLength(keyword))))
    const ordinary = placed(bytesOf(ordinaryShares()))
    hasIndex = run.makeIndex(count, texts, lengths, placedFollows(count, follows), ordinary) !== 0
    if (!hasIndex) return keywordIndex(keywords, follows)
    const hits = reserved(Float64Array, FOUND + PLACES_A_BLOCK * count * BYTES_A_HIT)
    let script: KeywordIndex | undefined
    return {
      count,
      find(bytes, from, to, any = false) {
        const origin = addressOf(bytes)
        if (origin === undefined) {
          script ??= keywordIndex(keywords, follows)
          return script.find(bytes, from, to, any)
        }
        const [start, last, end] = [origin + from, origin + to, origin + bytes.length]
        const found = all(hits.seen(), start, (first) =>
          run.findKeywords(origin, start, first, last, end, hits.address, hits.address + FOUND, any ? 1 : 0),
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

const bytesOf = ({ buffer }: Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>): Uint8Array =>
  new Uint8Array(buffer)
