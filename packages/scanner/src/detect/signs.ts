/** The class of a byte that may be one of what `marksIn` looks for; 0 for most. */
export const QUOTE = 1
export const ESCAPE = 2
export const BRACE = 3
export const signs = new Uint8Array(256)
for (const char of `"'\``) signs[char.charCodeAt(0)] = QUOTE
for (const char of '%\\&') signs[char.charCodeAt(0)] = ESCAPE
signs[0x7b] = BRACE

const telling = /^(?:["'`][\s+.&<\\"'`}\]]|\{["'`]|%[\da-f]|\\[ux/\r\n]|&[#a-z])$/i

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
const TOKEN = 2
const OPENS = 4
const CLOSES = 8
const AFTER_BLANKS = 16
const BEFORE_BRACE = 32
const WIDEST_BLANKS = 200
const [BRACKET, DOT] = [0x5d, 0x2e]
export const parts = new Uint8Array(256)
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code)
  if (/[ \t\r\n]/.test(char)) parts[code]! |= BLANK
  // The end or the start of a string.
  if (/[\w+/=.:@%$~&!?#*^-]/.test(char)) parts[code]! |= TOKEN
  // The string is the argument of a call, in a template, or in a list.
  if (/[({]/.test(char)) parts[code]! |= OPENS
  // A template goes on, or the next string begins.
  if (/[}"'`]/.test(char)) parts[code]! |= CLOSES
  // What joins, a quote, or what stands before one in Python, C, C# or Rust.
  if (/[+&.<\\"'`fFrRbBuUL$@]/.test(char)) parts[code]! |= AFTER_BLANKS
  // A template, or a list of strings in Go.
  if (/[$g]/.test(char)) parts[code]! |= BEFORE_BRACE
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

/** Whether a sign that matters by its neighbour does by what else is around it. */
function mayJoin(bytes: Buffer, sign: number): boolean {
  const part = (at: number): number => (at < 0 || at >= bytes.length ? 0 : parts[bytes[at]!]!)
  const kind = signs[bytes[sign]!]
  if (kind === ESCAPE) return true
  const before = part(sign - 1)
  if (kind === BRACE) return (before & BEFORE_BRACE) !== 0
  const next = sign + 1
  if ((before & OPENS) !== 0 || bytes[next] === DOT) return true
  if (bytes[next] === BRACKET) return bytes[next + 1] === DOT
  if ((before & TOKEN) === 0) return false
  if ((part(next) & CLOSES) !== 0) return (part(next + 1) & TOKEN) !== 0
  if ((part(next) & BLANK) === 0) return true
  let at = next
  while (at < next + WIDEST_BLANKS && (part(at) & BLANK) !== 0) at++
  return (part(at) & AFTER_BLANKS) !== 0
}
