import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitLine, wrapWords } from '../../../packages/scanner/src/reporters/fit.ts'
import { columns } from '../../../packages/scanner/src/reporters/printable.ts'

const character = fc.constantFrom('a', ' ', '.', '文', '🔑', 'é')
const text = fc.array(character, { maxLength: 60 }).map((characters) => characters.join(''))

/** Room for a mark of an omission and a wide character on both sides. */
const least = 6

test('a line fits, its middle whole, and what is left of its ends is what was nearest', () => {
  const width = fc.integer({ min: 0, max: 80 })
  fc.assert(
    fc.property(text, text, text, width, (before, middle, after, more) => {
      const room = columns(middle) + least + more
      const [left, kept, right] = fitLine([before, middle, after], room)
      expect(columns(left + kept + right)).toBeLessThanOrEqual(room)
      expect(kept).toBe(middle)
      expect(before.endsWith(left.replace('…', ''))).toBe(true)
      expect(after.startsWith(right.replace('…', ''))).toBe(true)
      if (columns(before + middle + after) <= room) expect([left, right]).toEqual([before, after])
    }),
    { seed: 8, numRuns: 500 },
  )
})

test('wrapped lines have all words in order, and are too long only when a word is', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (words, width) => {
      const lines = wrapWords(words, width)
      const listed = (each: string) => each.split(' ').filter((word) => word !== '')
      expect(listed(lines.join(' '))).toEqual(listed(words))
      for (const line of lines) {
        if (columns(line) > width) expect(line.trim().split(' ')).toHaveLength(1)
      }
    }),
    { seed: 8, numRuns: 500 },
  )
})
