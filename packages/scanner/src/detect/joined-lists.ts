import { type Derived, derive } from './derived.ts'
import { isAt, JOINED } from './joints.ts'

const LONGEST_LIST = 2000
const CONTEXT = 256

const DOT_JOIN = Buffer.from('.join(')
const BARE_JOIN = Buffer.from('.join')
const opening = ['join(', 'Join(', 'implode('].map((name) => Buffer.from(name))
const GO_LIST = Buffer.from('[]string{')
const literal = String.raw`(["'\`])([^"'\`\\]{0,3})\1`
const glueInCall = new RegExp(String.raw`^\s{0,80}${literal}\s{0,80}\)`)
const glueFirst = new RegExp(String.raw`^\s{0,80}${literal}\s{0,80},`)
const glueBefore = new RegExp(`${literal}$`)
const comma = /["'`]\s{0,80},\s{0,80}["'`]/g

interface List {
  /** The text between the brackets, and where it starts. */
  readonly text: string
  readonly start: number
  readonly glue: string
}

/**
 * Where the arguments begin of a call that joins a list of strings, if this quote belongs to one; else 0. The list is
 * `['a', 'b'].join('')`, `['a', 'b'].join`, `''.join(['a', 'b'])`, `join("", ["a", "b"])`, `implode('', ['a', 'b'])`,
 * `strings.Join([]string{"a", "b"}, "")`.
 */
export function joinCall(bytes: Buffer, quote: number): number {
  const next = bytes[quote + 1]
  if (next === 0x5d && (isAt(bytes, quote + 2, DOT_JOIN) || endsWithJoin(bytes, quote + 2)))
    return quote + 2 + DOT_JOIN.length
  if (next === 0x2e && isAt(bytes, quote + 1, DOT_JOIN)) return quote + 1 + DOT_JOIN.length
  const before = bytes[quote - 1]
  if (before === 0x7b && isAt(bytes, quote - GO_LIST.length, GO_LIST))
    return opens(bytes, quote - GO_LIST.length)
  return before === 0x28 ? opens(bytes, quote) : 0
}

/** Ruby calls a method without brackets. */
const endsWithJoin = (bytes: Buffer, at: number): boolean =>
  isAt(bytes, at, BARE_JOIN) && !/\w/.test(String.fromCharCode(bytes[at + BARE_JOIN.length] ?? 0))

const opens = (bytes: Buffer, call: number): number =>
  opening.some((name) => isAt(bytes, call - name.length, name)) ? call : 0

/** @param calls - where the arguments of the calls begin */
export function* joinedLists(bytes: Buffer, calls: readonly number[]): Generator<Derived> {
  let free = 0
  for (const call of calls) {
    const { text, start, glue } = listOf(bytes, call)
    if (start < free) continue
    const patches = [...text.matchAll(comma)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
      bytes: Buffer.from(glue, 'latin1'),
    }))
    if (patches.length === 0) continue
    free = start + text.length
    const end = Math.min(bytes.length, start + text.length + CONTEXT)
    yield derive(bytes, Math.max(0, start - CONTEXT), end, patches, JOINED)
  }
}

function listOf(bytes: Buffer, call: number): List {
  const at = call - DOT_JOIN.length
  const after = bytes.toString('latin1', call, call + LONGEST_LIST)
  if (bytes[at - 1] === 0x5d) {
    const before = bytes.toString('latin1', Math.max(0, at - LONGEST_LIST), at)
    const text = before.slice(before.lastIndexOf('['))
    return { text, start: at - text.length, glue: glueInCall.exec(after)?.[2] ?? '' }
  }
  const first = glueFirst.exec(after)
  const start = call + (first?.[0].length ?? 0)
  const text = /^(?:[^\])}"'`]{0,40}\])?[^\])}]*/.exec(after.slice(start - call))![0]
  const before = bytes.toString('latin1', Math.max(0, at - 5), at)
  return { text, start, glue: (first ?? glueBefore.exec(before))?.[2] ?? '' }
}
