import { type Derived, derive, type Patch } from './derived.ts'

export type Family = 'percent' | 'backslash' | 'html'

export interface Escape {
  readonly family: Family
  readonly length: number
  readonly code: number
}

/** How far apart two escapes may be to be read together, and how much around them is read. */
const REACH = 256
const LONGEST = 16 << 10

const names: Readonly<Record<Family, string>> = {
  percent: 'percent-encoding',
  backslash: 'backslash escapes',
  html: 'HTML entities',
}

/** Source: the HTML standard, named character references of ASCII characters other than letters and digits. */
const entities = new Map(
  Object.entries({
    amp: '&',
    apos: "'",
    quot: '"',
    lt: '<',
    gt: '>',
    colon: ':',
    sol: '/',
    bsol: '\\',
    commat: '@',
    period: '.',
    lowbar: '_',
    plus: '+',
    equals: '=',
    num: '#',
    percnt: '%',
    dollar: '$',
    excl: '!',
    quest: '?',
    ast: '*',
    semi: ';',
    comma: ',',
    lpar: '(',
    rpar: ')',
    Hat: '^',
    verbar: '|',
  }),
)
const LONGEST_ENTITY = 10
const inEntity = Array.from({ length: 256 }, (_, code) => /[#A-Za-z0-9]/.test(String.fromCharCode(code)))
const single = new Map(
  Object.entries({ n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '/': '/', '\\': '\\' }),
)

const hexDigits = new Int8Array(256).fill(-1)
for (const char of '0123456789abcdefABCDEF') hexDigits[char.charCodeAt(0)] = Number.parseInt(char, 16)

/** The number that so many hex digits say, or -1. */
function hex(bytes: Buffer, at: number, count: number): number {
  let value = 0
  for (let index = at; index < at + count; index++) {
    const digit = hexDigits[bytes[index] ?? 0]!
    if (digit < 0) return -1
    value = value * 16 + digit
  }
  return value
}

/** The escape that starts at a `%`, `\` or `&`, if one does. */
export function escapeAt(bytes: Buffer, at: number): Escape | undefined {
  switch (bytes[at]) {
    case 0x25: {
      const code = hex(bytes, at + 1, 2)
      return code < 0 ? undefined : { family: 'percent', length: 3, code }
    }
    case 0x5c:
      return backslash(bytes, at)
    default:
      return entity(bytes, at)
  }
}

function backslash(bytes: Buffer, at: number): Escape | undefined {
  const next = bytes[at + 1] ?? 0
  const digits = next === 0x75 ? 4 : next === 0x78 ? 2 : 0
  if (digits > 0) {
    const code = hex(bytes, at + 2, digits)
    return code < 0 ? undefined : { family: 'backslash', length: digits + 2, code }
  }
  const char = single.get(String.fromCharCode(next))
  return char === undefined ? undefined : { family: 'backslash', length: 2, code: char.charCodeAt(0) }
}

function entity(bytes: Buffer, at: number): Escape | undefined {
  let end = at + 1
  while (end < at + LONGEST_ENTITY && inEntity[bytes[end] ?? 0]) end++
  if (bytes[end] !== 0x3b) return undefined
  const name = bytes.toString('latin1', at + 1, end)
  const numeric = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name)
  const code = numeric
    ? Number.parseInt(numeric[1] ?? numeric[2]!, numeric[1] ? 16 : 10)
    : entities.get(name)?.charCodeAt(0)
  if (code === undefined || code > 0x10ffff) return undefined
  return { family: 'html', length: end + 1 - at, code }
}

/** Whether it hides what a plain search would see: not a blank, and not what is escaped wherever text is quoted. */
export function isGraphic({ family, length, code }: Escape): boolean {
  if (code <= 0x20 || code >= 0x7f) return false
  return family !== 'backslash' || length > 2 || code === 0x2f
}

/** The text around escapes of one family, all that are there decoded. */
export function* decodedEscapes(bytes: Buffer, family: Family, sites: readonly number[]): Generator<Derived> {
  for (let first = 0; first < sites.length; ) {
    const start = sites[first]!
    let last = start
    let next = first + 1
    while (next < sites.length && sites[next]! - last < REACH && sites[next]! - start < LONGEST) {
      last = sites[next++]!
    }
    const to = Math.min(bytes.length, last + REACH)
    const from = Math.max(0, start - REACH)
    yield derive(bytes, from, to, patchesIn(bytes, from, to, family), names[family])
    // A stretch that was cut shares with the next one what a credential may take.
    first = next
    if (next < sites.length && sites[next]! - last < REACH) {
      while (first > 1 && sites[first - 1]! > last - REACH && sites[first - 1]! > start) first--
    }
  }
}

function patchesIn(bytes: Buffer, from: number, to: number, family: Family): Patch[] {
  const sign = { percent: 0x25, backslash: 0x5c, html: 0x26 }[family]
  const patches: Patch[] = []
  for (let at = bytes.indexOf(sign, from); at >= 0 && at < to; ) {
    const found = escapeAt(bytes, at)
    const end = at + (found?.length ?? 1)
    if (found && end <= to) patches.push({ start: at, end, bytes: bytesOf(found) })
    at = bytes.indexOf(sign, end)
  }
  return patches
}

/** A percent escape is a byte of UTF-8; the others are characters, or halves of one, which no credential has. */
function bytesOf({ family, code }: Escape): Buffer {
  return family === 'percent' ? Buffer.of(code) : Buffer.from(String.fromCodePoint(code))
}
