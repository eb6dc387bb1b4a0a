import { digits, mayDecode } from './run-kinds.ts'

/** Start and end, in turn, of every run of at least so many digits of base64 that may say something. */
export function digitRuns(bytes: Buffer, shortest: number): number[] {
  const stride = shortest >> 1
  const runs: number[] = []
  const { length } = bytes
  let free = 0
  // Every run of the shortest length has bytes at two of these, one after the other, and all between.
  for (let at = stride - 1; at + stride < length; at += stride) {
    if ((digits[bytes[at]!]! & digits[bytes[at + stride]!]!) === 0) continue
    let start = at
    while (start > free && digits[bytes[start - 1]!] !== 0) start--
    let end = at + 1
    while (end < length && digits[bytes[end]!] !== 0) end++
    if (end - start >= shortest && mayDecode(bytes, start, end)) runs.push(start, end)
    free = end
    at = end - 1
  }
  return runs
}
