import { nextLetter } from '@tacet/core'
import { SHORTEST } from './keywords.ts'

/** So many bytes stand for a keyword that has as many. */
const ANCHOR = 5
const GRAM = ANCHOR - 1
const LETTERS = 26
const FIRST_LETTER = 0x61

// How often a byte is one of these in prose and code, in a thousand, roughly; the others are rarer.
const COMMON: readonly (readonly [bytes: string, share: number])[] = [
  [' e', 90],
  ['tainosr', 60],
  ['lcdu', 30],
  ['pmhfg', 20],
  ['bvyw./-:=', 10],
]
const RARE = 4
const shares = new Float64Array(256).fill(RARE / 1000)
for (const [bytes, share] of COMMON) for (const byte of Buffer.from(bytes)) shares[byte] = share / 1000
/** How often a letter is followed by another in a word; the table that it is made from has eighths of a bit. */
const pairs = nextLetter.map((row) => row.map((eighths) => 2 ** (eighths / 8) / LETTERS))

/**
 * Where in each keyword the five bytes start of which the first four and the last four are rarest in ordinary text, or
 * stand for another keyword already. Those of a keyword of three bytes start before it.
 */
export function anchorsOf(texts: readonly Uint8Array[]): Int32Array {
  const anchors = new Int32Array(texts.length)
  const firsts = new Set<number>()
  const lasts = new Set<number>()
  // Those that have no choice first: the others can share what is entered then.
  const byLength = [...texts.keys()].sort((a, b) => texts[a]!.length - texts[b]!.length)
  for (const keyword of byLength) {
    const bytes = texts[keyword]!
    if (bytes.length === SHORTEST) anchors[keyword] = -1
    if (bytes.length < ANCHOR) continue
    let least = Number.POSITIVE_INFINITY
    for (let at = 0; at + ANCHOR <= bytes.length; at++) {
      const added =
        (firsts.has(gram(bytes, at)) ? 0 : commonness(bytes, at)) +
        (lasts.has(gram(bytes, at + 1)) ? 0 : commonness(bytes, at + 1))
      if (added >= least) continue
      least = added
      anchors[keyword] = at
    }
    firsts.add(gram(bytes, anchors[keyword]!))
    lasts.add(gram(bytes, anchors[keyword]! + 1))
  }
  return anchors
}

function gram(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
}

/** How often four bytes follow each other in ordinary text, as a share: by the pairs that letters form in words. */
function commonness(bytes: Uint8Array, at: number): number {
  let share = shares[bytes[at]!]!
  for (let next = at + 1; next < at + GRAM; next++) {
    const byte = bytes[next]!
    share *= pairs[bytes[next - 1]! - FIRST_LETTER]?.[byte - FIRST_LETTER] ?? shares[byte]!
  }
  return share
}
