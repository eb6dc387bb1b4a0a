import { nextLetter } from '@tacet/core'

const LETTERS = 26
// How often a byte is one of these in prose and code, in a thousand, roughly; the others are rarer.
const COMMON: readonly (readonly [bytes: string, share: number])[] = [
  [' e', 90],
  ['tainosr', 60],
  ['lcdu', 30],
  ['pmhfg', 20],
  ['bvyw./-:=', 10],
]
const RARE = 4

/**
 * How often each byte is in ordinary text, and then, for each letter, how often each letter follows it in a word: as
 * shares.
 */
export function ordinaryShares(): Float32Array<ArrayBuffer> {
  const shares = new Float32Array(256 + LETTERS * LETTERS).fill(RARE / 1000)
  for (const [bytes, share] of COMMON) for (const byte of Buffer.from(bytes)) shares[byte] = share / 1000
  // The table that it is made from has eighths of a bit.
  nextLetter.slice(0, LETTERS).forEach((row, letter) => {
    shares.set(
      row.slice(0, LETTERS).map((eighths) => 2 ** (eighths / 8) / LETTERS),
      256 + letter * LETTERS,
    )
  })
  return shares
}
