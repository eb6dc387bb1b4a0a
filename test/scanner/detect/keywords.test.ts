import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keywordIndex } from '../../../packages/scanner/src/detect/keywords.ts'

const options = { seed: 20_261_124, numRuns: 500 }

/** The definition: each keyword at each offset, one byte at a time, without the bit that tells the cases apart. */
function naive(keywords: readonly string[], bytes: Uint8Array, from: number, to: number): number[] {
  const found: number[] = []
  for (let start = from; start < to; start++) {
    keywords.forEach((keyword, index) => {
      const wanted = Buffer.from(keyword)
      const occurs = wanted.every(
        (byte, at) => start + at < bytes.length && (bytes[start + at]! | 32) === (byte | 32),
      )
      if (occurs) found.push(start * keywords.length + index)
    })
  }
  return found
}

const letter = fc.constantFrom('a', 'b', 'B', '_')
const keyword = fc.string({ unit: letter, minLength: 3, maxLength: 9 }).map((text) => text.toLowerCase())
const anyKeyword = fc.oneof(keyword, fc.string({ unit: 'binary-ascii', minLength: 3, maxLength: 12 }))

test('finds what the naive search finds', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyKeyword, { minLength: 1, maxLength: 8 }),
      fc.array(fc.oneof(letter, fc.string({ unit: 'binary', maxLength: 3 }), anyKeyword), { maxLength: 30 }),
      (keywords, pieces) => {
        const bytes = Buffer.from(pieces.join(''))
        const found = [...keywordIndex(keywords).find(bytes, 0, bytes.length)]
        expect(found.sort((a, b) => a - b)).toEqual(naive(keywords, bytes, 0, bytes.length))
      },
    ),
    options,
  )
})

test('finds those that start in a part of the bytes, at whatever address the bytes are', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(keyword, { minLength: 1, maxLength: 5 }),
      fc.string({ unit: letter, minLength: 1, maxLength: 60 }),
      fc.nat(60),
      fc.nat(60),
      fc.nat(9),
      (keywords, text, start, length, offset) => {
        const memory = Buffer.from('b'.repeat(offset) + text)
        const bytes = memory.subarray(offset)
        const from = Math.min(start, bytes.length)
        const to = Math.min(from + length, bytes.length)
        expect([...keywordIndex(keywords).find(bytes, from, to)]).toEqual(naive(keywords, bytes, from, to))
      },
    ),
    options,
  )
})

test('a keyword of less than three bytes is refused: it would be in every text', () => {
  expect(() => keywordIndex(['sk'])).toThrow(RangeError)
})
