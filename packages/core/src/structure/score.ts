import { isCommonWord, randomness, wordCover } from '../likelihood/index.ts'

/** Of a part whose place says that it is secret, and of any other, in UTF-16 units. */
const SHORTEST_DECLARED = 6
const SHORTEST = 8

/** A number of fewer digits stands in timestamps, sizes and ids. */
const SHORTEST_NUMBER = 8

const FEWEST_CHARACTERS = 4

/** From here on `randomness` takes a text for drawn at random. A date and time gets 0.6. */
const RANDOM = 0.7

/** What connection strings and registries hold instead of a secret, and no dictionary has. */
const defaults = new Set(
  ['postgres', 'postgresql', 'mysql', 'mongodb', 'rabbitmq', 'redis', 'minioadmin', 'localstack'].concat([
    'changeme',
    'letmein',
    'x-oauth-basic',
    'x-access-token',
    'undefined',
    'localhost',
  ]),
)

/**
 * Why a part would be found where it does not stand, in words that do not tell it; undefined when it would not.
 *
 * @param declared whether its place or its name says that it is secret; otherwise it has to look random too
 */
export function collision(part: string, declared: boolean): string | undefined {
  const shortest = declared ? SHORTEST_DECLARED : SHORTEST
  if (part.length < shortest) return `it has fewer than ${shortest} characters`
  if (/^\d+$/.test(part) && part.length < SHORTEST_NUMBER) return 'it is a short number'
  if ((part.match(/[\p{L}\p{N}]/gu)?.length ?? 0) * 2 < part.length) return 'it is mostly punctuation'
  if (new Set(part).size < FEWEST_CHARACTERS) return 'it repeats a few characters'
  const lower = part.toLowerCase()
  if (defaults.has(lower) || isCommonWord(lower)) return 'it is a common word'
  if (declared || looksRandom(part)) return undefined
  return 'nothing says that it is secret, and it does not look random'
}

function looksRandom(text: string): boolean {
  return randomness(text) >= RANDOM && wordCover(text) < 0.5
}
