import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CarriedHits } from '../../../packages/scanner/src/detect/carried-hits.ts'
import { byteSearch } from '../../../packages/scanner/src/detect/wasm-search.ts'
import { applyDelta } from '../../../packages/scanner/src/sources/packs/delta.ts'

const keywords = ['abc', 'abcab', 'bcabcabcabca', 'ca c', 'aab bc']
const longest = Math.max(...keywords.map(({ length }) => length))

/** A text in which keywords are frequent, also where its parts meet. */
const text = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', 'abcab', 'bcabcabcabca'), maxLength })

/** The copying of a part, as shares of what there is, or an insertion. */
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 300 })),
  },
  { weight: 2, arbitrary: text(8) },
)

type Step = string | readonly [from: number, length: number]

/** The commands of a delta, and how long what it makes is. */
function encoded(steps: readonly Step[], base: Buffer): { delta: Buffer; size: number } {
  const parts: number[] = []
  let size = 0
  for (const each of steps) {
    if (typeof each === 'string') {
      for (let at = 0; at < each.length; at += 127) {
        const piece = Buffer.from(each.slice(at, at + 127))
        parts.push(piece.length, ...piece)
      }
      size += each.length
    } else if (base.length > 0) {
      const from = Math.floor(each[0] * (base.length - 1))
      const length = Math.min(each[1], base.length - from)
      parts.push(0x80 | 0x03 | 0x30, from & 0xff, from >> 8, length & 0xff, length >> 8)
      size += length
    }
  }
  return { delta: Buffer.from(parts), size }
}

test('the keywords in what deltas make are those that a search of all of it finds', () => {
  const carried = new CarriedHits(byteSearch().index(keywords), longest)
  fc.assert(
    fc.property(
      text(400),
      fc.array(fc.array(step, { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
      (start, all) => {
        let base = Buffer.from(start)
        let hits = carried.whole(base)
        for (const steps of all) {
          const { delta, size } = encoded(steps, base)
          const made = Buffer.alloc(size)
          const change = { changed: [], resumes: [] }
          expect(applyDelta(base, delta, made, 0, size, change)).toBe(true)
          hits = carried.made(hits, made, change)
          expect(hits).toEqual(carried.whole(made))
          base = made
        }
      },
    ),
    { numRuns: 600, seed: 20261124 },
  )
})
