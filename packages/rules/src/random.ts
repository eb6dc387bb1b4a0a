import type { Random } from './rule.ts'

/**
 * Random numbers in [0, 1) that a seed decides, so that a sample can be made again. The generator is Mulberry32
 * (Tommy Ettinger, public domain): fast, and of no use for keys.
 *
 * @param seed any number; only its low 32 bits count.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from `min` to `max`, both included. */
export function integer(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1))
}

/** `length` characters of `alphabet`. */
export function text(random: Random, alphabet: string, length: number): string {
  let made = ''
  for (let i = 0; i < length; i++) made += alphabet.charAt(integer(random, 0, alphabet.length - 1))
  return made
}

/** One of some values. */
export function pick<T>(random: Random, values: readonly T[]): T {
  return values[integer(random, 0, values.length - 1)]!
}
