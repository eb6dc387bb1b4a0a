import { type Rule, type Run, seededRandom } from '@tacet/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ByteSearch, scriptSearch } from '../../../packages/scanner/src/detect/byte-search.ts'
import { byteMaps, followsOf } from '../../../packages/scanner/src/detect/follows.ts'
import { byteSearch } from '../../../packages/scanner/src/detect/wasm-search.ts'

// Plain JavaScript is the definition; WebAssembly must say the same of any bytes, wherever they are in memory.
const options = { seed: 20_261_124, numRuns: 400 }
const ROOM = 4096
const bytewise = byteSearch()
const keywords = ['aba', 'b_a', '://', 'abab', '_key', 'abaab', 'bb_ba', 'baabaabb', '"a%41b', 'ba{"b_ab\\u']
const mapOf = byteMaps()
/** What has to follow some of them: one run, a run that must end in time, and one beyond ASCII. */
const runs: readonly (readonly Run[])[] = [
  [{ characters: 'abAB', least: 2 }],
  [],
  [
    { characters: 'abAB_/', least: 1, most: 4 },
    { characters: '":', least: 1 },
  ],
  [{ characters: 'a', others: true, least: 3 }],
]
const follows = keywords.map((_, index) => followsOf([{ follows: runs[index] } as Rule], mapOf))
const [script, wasm] = [scriptSearch, bytewise].map((search) => search.index(keywords, follows))
const room = bytewise.room(ROOM)

const encoded = fc
  .tuple(
    fc.string({ unit: fc.constantFrom('a', 'é', '語', '\n', '\x00', '\x9f'), minLength: 12, maxLength: 24 }),
    fc.constantFrom<BufferEncoding>('utf8', 'latin1', 'utf16le'),
    fc.constantFrom<BufferEncoding>('base64', 'base64url', 'hex'),
  )
  .map(([text, charset, encoding]) => Buffer.from(text, charset).toString(encoding))
const joint = fc
  .tuple(fc.constantFrom(...`"'\``), fc.string({ unit: fc.constantFrom(' ', '\n'), maxLength: 3 }))
  .map(([quote, blanks]) => `${quote}${blanks}`)
const piece = fc.oneof(
  fc.constantFrom(
    ...keywords,
    ...'abAB_:/"\'`%\\&{} .+$g',
    '" +',
    '%4',
    '\\u',
    '&#',
    '${"',
    '\\nH4sI',
    '~eJw',
  ),
  fc.constantFrom(' '.repeat(199), ' '.repeat(200)),
  encoded,
  joint,
  fc.string({ unit: fc.constantFrom('a', 'B', '_', '7', '+', '~'), minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const bytes = fc.array(piece, { maxLength: 40 }).map((pieces) => Buffer.from(pieces.join('')))
/** Where the bytes are: in memory of their own, or in that of the program with others right before and after. */
const place = fc.oneof(fc.constant(-1), fc.nat(40))
const cases = fc.tuple(bytes, place).map(([text, at]) => {
  if (at < 0) return text
  room.fill('a%4a:', 0, ROOM)
  text.copy(room, at)
  return room.subarray(at, at + text.length)
})

function agree<T>(ask: (search: ByteSearch) => Iterable<T>): void {
  expect([...ask(bytewise)]).toEqual([...ask(scriptSearch)])
}

test('what is tested is in WebAssembly', () => {
  expect(bytewise).not.toBe(scriptSearch)
})

test('keywords, in all bytes and in a part of them', () => {
  fc.assert(
    fc.property(cases, fc.nat(80), fc.nat(80), (text, first, length) => {
      const from = Math.min(first, text.length)
      const to = Math.min(from + length, text.length)
      expect([...wasm!.find(text, from, to)]).toEqual([...script!.find(text, from, to)])
      expect([...wasm!.find(text, 0, text.length)]).toEqual([...script!.find(text, 0, text.length)])
    }),
    options,
  )
})

test('signs, all and those that matter', () => {
  fc.assert(
    fc.property(cases, fc.boolean(), (text, all) => agree((search) => search.signs(text, all))),
    options,
  )
})

test('runs of digits of any least length', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 24, max: 40 }), (text, shortest) =>
      agree((search) => search.runs(text, shortest)),
    ),
    options,
  )
})

test('every byte is of the same class', () => {
  const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
  agree((search) => search.signs(every, true))
  for (let byte = 0; byte < 256; byte++) agree((search) => search.runs(Buffer.alloc(40, byte), 24))
})

describe('more than there is room for in one answer', () => {
  test.each([40_000, 300_000, 1_200_000])('in %i bytes', (size) => {
    const random = seededRandom(size)
    const parts = ['aba', '"a%41b', '" ', `+${'a'.repeat(24)}~`, 'b_abab ', '`}']
    const text = Buffer.alloc(size)
    for (let at = 0; at < size; )
      at += Math.max(1, text.write(parts[Math.floor(random() * parts.length)]!, at))
    expect(Buffer.from(wasm!.find(text, 0, size).buffer).byteLength).toBeGreaterThan(65_536)
    expect(Buffer.compare(copyOf(wasm!.find(text, 0, size)), copyOf(script!.find(text, 0, size)))).toBe(0)
    for (const all of [true, false]) {
      const [ours, theirs] = [bytewise, scriptSearch].map((search) => copyOf(search.signs(text, all)))
      expect(Buffer.compare(ours!, theirs!)).toBe(0)
    }
    const [ours, theirs] = [bytewise, scriptSearch].map((search) => copyOf(search.runs(text, 24)))
    expect(Buffer.compare(ours!, theirs!)).toBe(0)
  })
})

const copyOf = (numbers: ArrayLike<number>): Buffer => Buffer.from(Float64Array.from(numbers).buffer)

test('so many keywords that the table of WebAssembly is too small for them', () => {
  const random = seededRandom(1)
  const many = new Set<string>()
  while (many.size < 600)
    many.add(String.fromCharCode(...[0, 1, 2].map(() => 97 + Math.floor(random() * 26))))
  const text = Buffer.from([...many].reverse().join(' '))
  const [theirs, ours] = [scriptSearch, byteSearch()].map((search) => [
    ...search.index([...many]).find(text, 0, text.length),
  ])
  expect(ours).toEqual(theirs)
  expect(ours!.length).toBeGreaterThanOrEqual(600)
})
