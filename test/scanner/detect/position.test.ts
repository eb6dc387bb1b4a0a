import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PositionCounter } from '../../../packages/scanner/src/detect/position.ts'

const piece = fc.constantFrom('a', '\n', '\r', '\r\n', 'é', '漢', '😀', '\t', '\u2028')

test('lines and columns are those of the text, however it was cut', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.array(piece, { maxLength: 5 }),
      fc.array(fc.nat(200), { maxLength: 4 }),
      (before, after, cuts) => {
        // A break may go on after the place that is asked for, so it is not part of what stands before.
        const text = before.join('').replace(/\r$/, '')
        const bytes = Buffer.from(text + after.join(''))
        const end = Buffer.byteLength(text)
        const counter = new PositionCounter('utf-8')
        let at = 0
        for (const cut of [...cuts.filter((offset) => offset < end).sort((a, b) => a - b), end]) {
          counter.advance(bytes, at, cut)
          at = cut
        }
        const lines = text.split(/\r\n|\r|\n/)
        expect(counter.position).toEqual({ line: lines.length, column: lines.at(-1)!.length + 1 })
      },
    ),
    { seed: 20_261_124, numRuns: 1000 },
  )
})

test('looking ahead does not move', () => {
  const bytes = Buffer.from('ab\ncd')
  const counter = new PositionCounter('utf-8')
  expect(counter.peek(bytes, 0, 5)).toEqual({ line: 2, column: 3 })
  expect(counter.position).toEqual({ line: 1, column: 1 })
})

test('Latin-1 has a unit for each byte, and a binary file has no lines', () => {
  const bytes = Buffer.from([0xe9, 10, 0xe9, 0xe9])
  const latin = new PositionCounter('one-byte')
  latin.advance(bytes, 0, 4)
  expect(latin.position).toEqual({ line: 2, column: 3 })
  const binary = new PositionCounter('binary')
  binary.advance(bytes, 0, 4)
  expect(binary.position).toEqual({ line: 1, column: 5 })
})
