import { escapeAt, type Family, isGraphic } from './escapes.ts'
import { joinCall } from './joined-lists.ts'
import { jointEnd } from './joints.ts'

/** Where something stands that is written another way than it is meant. */
export interface Marks {
  /** Start and end, in turn, of what parts two pieces of one string. */
  readonly joints: number[]
  /** Where the arguments of calls begin that join a list of strings. */
  readonly calls: number[]
  /** Starts of escapes that stand for what a credential can hold. */
  readonly escapes: Readonly<Record<Family, number[]>>
}

const QUOTE = 1
const ESCAPE = 2
const BRACE = 3
const classes = new Uint8Array(256)
for (const char of `"'\``) classes[char.charCodeAt(0)] = QUOTE
for (const char of '%\\&') classes[char.charCodeAt(0)] = ESCAPE
classes[0x7b] = BRACE

/** Of two bytes one is a sign that may matter. */
const PRESENT = 1
/** And by its neighbour it does: most quotes and signs are told by theirs to be of no interest. */
const TELLING = 2
const pairs = Uint8Array.from({ length: 1 << 16 }, (_, pair) => {
  const [first, second] = [String.fromCharCode(pair & 0xff), String.fromCharCode(pair >> 8)]
  const isTelling = /^(?:["'`][\s+.&<\\"'`}\]]|\{["'`]|%[\da-f]|\\[ux/]|&[#a-z])$/i.test(first + second)
  return classes[pair & 0xff]! | classes[pair >> 8]! ? PRESENT | (isTelling ? TELLING : 0) : 0
})

/** @param isShell - whether quotes may stand within a word */
export function marksIn(bytes: Buffer, isShell: boolean): Marks {
  const joints: number[] = []
  const calls: number[] = []
  const escapes: Record<Family, number[]> = { percent: [], backslash: [], html: [] }
  const wanted = isShell ? PRESENT : TELLING
  const { length } = bytes
  const view = new DataView(bytes.buffer, bytes.byteOffset, length)
  const lastWord = length - 5
  for (let at = 0; at < length; at++) {
    // Four at a time, for few are marks.
    for (; at <= lastWord; at += 4) {
      const word = view.getInt32(at, true)
      const apart = pairs[word & 0xffff]! | pairs[word >>> 16]!
      if (apart === 0) continue
      const crossing = view.getInt32(at + 1, true)
      if (((apart | pairs[crossing & 0xffff]! | pairs[crossing >>> 16]!) & wanted) !== 0) break
    }
    const here = bytes[at] ?? 0
    const kind = classes[here]
    if (kind === 0 || (pairs[here | ((bytes[at + 1] ?? 0) << 8)]! & wanted) === 0) continue
    if (kind === ESCAPE) {
      const found = escapeAt(bytes, at)
      if (!found) continue
      if (isGraphic(found)) escapes[found.family].push(at)
      at += found.length - 1
      continue
    }
    const quote = kind === BRACE ? at + 1 : at
    if (classes[bytes[quote] ?? 0] !== QUOTE) continue
    const call = joinCall(bytes, quote)
    if (call > 0) calls.push(call)
    const end = jointEnd(bytes, quote, isShell)
    if (end === 0) continue
    joints.push(kind === BRACE ? at - 1 : at, end)
    at = end - 1
  }
  return { joints, calls, escapes }
}
