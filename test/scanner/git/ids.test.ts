import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IdTable } from '../../../packages/scanner/src/sources/git/ids.ts'

const hex = fc.integer({ min: 0, max: 15 }).map((digit) => digit.toString(16))
/** Few different beginnings, so that many ids meet in one place. */
const id = (length: number) =>
  fc
    .tuple(
      fc.constantFrom('0'.repeat(8), 'f'.repeat(8), '12345678'),
      fc.array(hex, { minLength: 3, maxLength: 3 }),
    )
    .map(([start, end]) => (start + end.join('')).padEnd(length, '0'))

describe.each([40, 64])('ids of %d digits', (length) => {
  test('are numbered as a map numbers them', () => {
    fc.assert(
      fc.property(fc.array(id(length), { maxLength: 3000 }), fc.array(id(length)), (added, asked) => {
        const table = new IdTable(length)
        const map = new Map<string, number>()
        for (const each of added) {
          if (!map.has(each)) map.set(each, map.size)
          expect(table.add(each)).toBe(map.get(each))
        }
        expect(table.size).toBe(map.size)
        for (const each of [...asked, ...added]) expect(table.find(each)).toBe(map.get(each) ?? -1)
        expect([...map.keys()].map((_, index) => table.at(index))).toEqual([...map.keys()])
        const copy = new IdTable(length)
        copy.addAll(Buffer.concat([table.bytes, Buffer.alloc(3)]))
        expect(copy.bytes.equals(table.bytes)).toBe(true)
      }),
      { numRuns: 40, seed: 1 },
    )
  })
})
