import type { Rule, Run } from '@tacet/rules'

/** A run of bytes. */
export interface ByteRun {
  /** A bit for each byte that it can hold, the lowest of a number first. */
  readonly map: Uint8Array
  readonly least: number
  readonly most: number
}

/** What has to follow a keyword, run by run; of none, anything may. */
export type Follows = readonly ByteRun[]

const BYTES = 256
const ASCII = 128
/** No unit of UTF-16 takes more bytes of UTF-8. */
const BYTES_A_UNIT = 3

/** What follows a keyword that any of these rules has: no more than what each of them knows. */
export function followsOf(rules: readonly Rule[], mapOf: (run: Run) => Uint8Array): Follows {
  const all = rules.map(({ follows = [] }) => follows)
  const [first] = all
  // Of several, only what is looked at by itself can be put together.
  if (!first || (all.length > 1 && all.some(({ length }) => length !== 1))) return []
  return first.map((_, index) => {
    const runs = all.map((follows) => follows[index]!)
    return {
      map: runs.map(mapOf).reduce(united),
      least: Math.min(...runs.map(({ least }) => least)),
      most: Math.max(...runs.map(({ least, most }) => (most === undefined ? least : most * BYTES_A_UNIT))),
    }
  })
}

/** Maps of the bytes that runs can hold: few are of a kind of their own. */
export function byteMaps(): (run: Run) => Uint8Array {
  const known = new Map<string, Uint8Array>()
  return ({ characters, others = false }) => {
    const key = `${others} ${characters}`
    let map = known.get(key)
    if (!map) {
      map = new Uint8Array(BYTES / 8).fill(0xff, others ? ASCII / 8 : BYTES / 8)
      for (let at = 0; at < characters.length; at++) {
        const byte = characters.charCodeAt(at)
        map[byte >> 3]! |= 1 << (byte & 7)
      }
      known.set(key, map)
    }
    return map
  }
}

const united = (one: Uint8Array, other: Uint8Array): Uint8Array =>
  one === other ? one : one.map((bits, at) => bits | other[at]!)

/** Whether these runs stand from `at` on, each as long as it goes. */
export function areThere(follows: Follows, bytes: Uint8Array, at: number): boolean {
  let next = at
  for (const { map, least, most } of follows) {
    const first = next
    const end = Math.min(first + most, bytes.length)
    while (next < end && (map[bytes[next]! >> 3]! >> (bytes[next]! & 7)) & 1) next++
    if (next - first < least) return false
  }
  return true
}
