/** The class of a byte that may be one of what `marksIn` looks for; 0 for most. */
export const QUOTE = 1
export const ESCAPE = 2
export const BRACE = 3
export const signs = new Uint8Array(256)
for (const char of `"'\``) signs[char.charCodeAt(0)] = QUOTE
for (const char of '%\\&') signs[char.charCodeAt(0)] = ESCAPE
signs[0x7b] = BRACE

const telling = /^(?:["'`][\s+.&<\\"'`}\]]|\{["'`]|%[\da-f]|\\[ux/]|&[#a-z])$/i

/** A bit for each pair of bytes, the first being the low one: most signs are told by the next byte to be of no interest. */
export const tellingPairs = new Uint8Array((1 << 16) / 8)
for (let first = 0; first < 128; first++) {
  if (signs[first] === 0) continue
  for (let second = 0; second < 128; second++) {
    const pair = first | (second << 8)
    if (telling.test(String.fromCharCode(first, second))) tellingPairs[pair >> 3]! |= 1 << (pair & 7)
  }
}

/** What a byte may be to a joint. */
const BLANK = 1
const BEFORE_QUOTE = 2
const BEFORE_BRACE = 4
const AFTER_BLANKS = 8
const WIDEST_BLANKS = 200
export const parts = new Uint8Array(256)
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code)
  if (/[ \t\r\n]/.test(char)) parts[code]! |= BLANK
  // The end of a string, or the start of one that is an argument of a call.
  if (/[\w+/=.:@%$~&!?#*^({-]/.test(char)) parts[code]! |= BEFORE_QUOTE
  // A template, or a list of strings in Go.
  if (/[$g]/.test(char)) parts[code]! |= BEFORE_BRACE
  // What joins, a quote, or what stands before one in Python, C, C# or Rust.
  if (/[+&.<\\"'`fFrRbBuUL$@]/.test(char)) parts[code]! |= AFTER_BLANKS
}

/** Where signs stand, in order. @param all - also those that their neighbours tell to be of no interest */
export function signsIn(bytes: Buffer, all: boolean): number[] {
  const found: number[] = []
  for (let at = 0; at < bytes.length; at++) {
    if (signs[bytes[at]!] === 0) continue
    const pair = bytes[at]! | ((bytes[at + 1] ?? 0) << 8)
    const tells = ((tellingPairs[pair >> 3]! >> (pair & 7)) & 1) !== 0
    if (all || (tells && mayJoin(bytes, at))) found.push(at)
  }
  return found
}

/** Whether a sign that matters by its neighbour does by what stands before it and after the blanks that follow it. */
function mayJoin(bytes: Buffer, sign: number): boolean {
  const part = (at: number): number => (at < 0 || at >= bytes.length ? 0 : parts[bytes[at]!]!)
  if (signs[bytes[sign]!] === BRACE) return (part(sign - 1) & BEFORE_BRACE) !== 0
  let at = sign + 1
  if ((part(at) & BLANK) === 0) return true
  if ((part(sign - 1) & BEFORE_QUOTE) === 0) return false
  while (at <= sign + WIDEST_BLANKS && (part(at) & BLANK) !== 0) at++
  return (part(at) & AFTER_BLANKS) !== 0
}
