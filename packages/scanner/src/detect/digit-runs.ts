/** 0: no digit. 1: of base64 in either alphabet. 3: of hex as well. */
export const digits = new Uint8Array(256)
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code)
  if (/[A-Za-z0-9+/_-]/.test(char)) digits[code] = /[0-9A-Fa-f]/.test(char) ? 3 : 1
}

/** Start and end, in turn, of every run of at least so many digits. */
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
    if (end - start >= shortest) runs.push(start, end)
    free = end
    at = end - 1
  }
  return runs
}
