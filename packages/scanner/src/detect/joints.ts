import { type Derived, derive, type Patch } from './derived.ts'

/** Pieces of one string are not longer, and so much around them is read. */
const REACH = 256
const LONGEST = 16 << 10
const WIDEST_SPACE = 200
export const JOINED = 'joined strings'

const SPACE = 1
const TOKEN = 2
const QUOTE = 3
const kinds = new Uint8Array(256)
for (let code = 0x21; code < 0x7f; code++) {
  if (/[\w+/=.:@%$~&!?#*^-]/.test(String.fromCharCode(code))) kinds[code] = TOKEN
}
for (const char of ' \t\r\n') kinds[char.charCodeAt(0)] = SPACE
for (const char of `"'\``) kinds[char.charCodeAt(0)] = QUOTE

/** What may stand before the opening quote of a string in Python, C, C# or Rust. */
const prefixes = new Set(Buffer.from('fFrRbBuUL$@'))
const CONCAT = Buffer.from('concat(')
const [PLUS, DOT, LESS, MORE, AND, OPEN, CLOSE, DOLLAR] = Buffer.from('+.<>&{}$') as unknown as Eight
type Eight = [number, number, number, number, number, number, number, number]
const BACKSLASH = 0x5c

/**
 * Where a joint ends that starts at this quote, or 0: what stands between two constant strings that the language puts
 * together (`' + '`, `" "`, `".concat("`), or between a template and a constant in it (`${'`, `'}`). It is told by
 * its own bytes and one on either side, so that it costs nothing to parse; what it is not can do no harm, for only
 * what has the form of a credential across it is reported.
 */
export function jointEnd(bytes: Buffer, at: number, isShell: boolean): number {
  const before = kinds[bytes[at - 1] ?? 0]
  const next = bytes[at + 1] ?? 0
  if (before !== TOKEN) {
    const opensInTemplate = bytes[at - 1] === OPEN && bytes[at - 2] === DOLLAR && kinds[next] === TOKEN
    return opensInTemplate ? at + 1 : 0
  }
  if (next === CLOSE) return kinds[bytes[at + 2] ?? 0] === TOKEN ? at + 2 : 0
  if (isShell && kinds[next] === TOKEN) return at + 1
  const between = afterOperator(bytes, at + 1)
  if (between === 0) return 0
  let quote = between
  while (quote < between + 2 && prefixes.has(bytes[quote] ?? 0)) quote++
  const opens = kinds[bytes[quote] ?? 0] === QUOTE
  return opens && kinds[bytes[quote + 1] ?? 0] === TOKEN ? quote + 1 : 0
}

/**
 * Where the next line goes on with what stands before this backslash, or 0: in a string, or in a word of a shell, a file
 * of properties or a macro. Some of these leave out the blanks before it, and none is in a credential.
 */
export function continuationEnd(bytes: Buffer, at: number): number {
  if (kinds[bytes[at - 1] ?? 0] !== TOKEN || !isContinued(bytes, at)) return 0
  const end = afterSpace(bytes, at + 1)
  return kinds[bytes[end] ?? 0] === TOKEN ? end : 0
}

/** Skips one operator, and blanks on either side. Returns 0 when something else stands there. */
function afterOperator(bytes: Buffer, start: number): number {
  let at = afterSpace(bytes, start)
  const byte = bytes[at] ?? 0
  if (byte === PLUS || byte === AND) at++
  else if (byte === DOT) at += bytes[at + 1] === DOT ? 2 : isAt(bytes, at + 1, CONCAT) ? 1 + CONCAT.length : 1
  else if (byte === LESS) {
    if (bytes[at + 1] !== LESS && bytes[at + 1] !== MORE) return 0
    at += 2
  } else if (byte !== BACKSLASH) return at
  at = afterSpace(bytes, at)
  return isContinued(bytes, at) ? afterSpace(bytes, at + 1) : at
}

/** Whether the line goes on in the next one. */
const isContinued = (bytes: Buffer, at: number): boolean =>
  bytes[at] === BACKSLASH && (bytes[at + 1] === 10 || bytes[at + 1] === 13)

/** Whether this text stands there. */
export function isAt(bytes: Buffer, at: number, text: Buffer): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text[index]) return false
  return true
}

function afterSpace(bytes: Buffer, start: number): number {
  let at = start
  while (at < start + WIDEST_SPACE && kinds[bytes[at] ?? 0] === SPACE) at++
  return at
}

/** @param joints - start and end in turn */
export function* joinedStrings(bytes: Buffer, joints: readonly number[]): Generator<Derived> {
  const none = Buffer.alloc(0)
  for (let first = 0; first < joints.length; ) {
    const patches: Patch[] = []
    const start = joints[first]!
    let end = start
    while (first < joints.length && joints[first]! - (end || start) < REACH && end - start < LONGEST) {
      end = joints[first + 1]!
      patches.push({ start: joints[first]!, end, bytes: none })
      first += 2
    }
    yield derive(bytes, Math.max(0, start - REACH), Math.min(bytes.length, end + REACH), patches, JOINED)
  }
}
