const blockLength = 100
const multiplier = 37
const endMark = 0xffff
const limb = 2 ** 32

// A 64-bit number in two halves: each product stays below 2^38, where doubles are exact.
const hashBlock = (units: Uint16Array, start: number): string => {
  let high = 0
  let low = 0
  for (let index = start; index < start + blockLength; index++) {
    low = low * multiplier + (units[index] ?? 0)
    high = (high * multiplier + Math.floor(low / limb)) % limb
    low %= limb
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0')
}

/**
 * The value of SARIF's `primaryLocationLineHash` for every line of a text, as GitHub's uploader computes it: a
 * polynomial hash of the hundred characters from the start of the line that are no space or tab, in UTF-16
 * units, with every line end as a line feed, a mark at the end of the text and zeros after it; then which one
 * of the lines with this hash it is.
 *
 * Source: the description of `hash` in `src/fingerprints.ts` of github/codeql-action.
 *
 * @returns One hash a line: that of line 1 stands at index 0.
 */
export const lineHashes = (text: string): string[] => {
  const dense = text.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, '')
  const units = new Uint16Array(dense.length + 1)
  for (let index = 0; index < dense.length; index++) units[index] = dense.charCodeAt(index)
  units[dense.length] = endMark

  const seen = new Map<string, number>()
  const hashes: string[] = []
  for (let start = 0; ; ) {
    const hash = hashBlock(units, start)
    const occurrence = (seen.get(hash) ?? 0) + 1
    seen.set(hash, occurrence)
    hashes.push(`${hash}:${occurrence}`)
    const lineEnd = dense.indexOf('\n', start)
    if (lineEnd < 0) return hashes
    start = lineEnd + 1
  }
}
