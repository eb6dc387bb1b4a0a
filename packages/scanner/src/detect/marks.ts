import type { ByteSearch } from './byte-search.ts'
import { escapeAt, type Family, isGraphic } from './escapes.ts'
import { joinCall } from './joined-lists.ts'
import { continuationEnd, jointEnd } from './joints.ts'
import { BRACE, ESCAPE, QUOTE, signs } from './signs.ts'

/** Where something stands that is written another way than it is meant. */
export interface Marks {
  /** Start and end, in turn, of what parts two pieces of one string. */
  readonly joints: number[]
  /** Where the arguments of calls begin that join a list of strings. */
  readonly calls: number[]
  /** Starts of escapes that stand for what a credential can hold. */
  readonly escapes: Readonly<Record<Family, number[]>>
  readonly areNone: boolean
}

/** @param isShell - whether quotes may stand within a word */
export function marksIn(bytes: Buffer, isShell: boolean, search: ByteSearch): Marks {
  const joints: number[] = []
  const calls: number[] = []
  const escapes: Record<Family, number[]> = { percent: [], backslash: [], html: [] }
  const places = search.signs(bytes, isShell)
  let free = 0
  for (let index = 0; index < places.length; index++) {
    const at = places[index]!
    if (at < free) continue
    const kind = signs[bytes[at]!]
    if (kind === ESCAPE) {
      const found = escapeAt(bytes, at)
      if (!found) {
        const end = continuationEnd(bytes, at)
        if (end > 0) joints.push(at, end)
        continue
      }
      if (isGraphic(found)) escapes[found.family].push(at)
      free = at + found.length
      continue
    }
    const quote = kind === BRACE ? at + 1 : at
    if (signs[bytes[quote] ?? 0] !== QUOTE) continue
    const call = joinCall(bytes, quote)
    if (call > 0) calls.push(call)
    const end = jointEnd(bytes, quote, isShell)
    if (end === 0) continue
    joints.push(kind === BRACE ? at - 1 : at, end)
    free = end
  }
  const { percent, backslash, html } = escapes
  const count = joints.length + calls.length + percent.length + backslash.length + html.length
  return { joints, calls, escapes, areNone: count === 0 }
}
