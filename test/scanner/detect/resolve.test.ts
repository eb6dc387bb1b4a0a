import type { Confidence } from '@tacet/rules'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Candidate } from '../../../packages/scanner/src/detect/candidates.ts'
import { resolve } from '../../../packages/scanner/src/detect/resolve.ts'
import { makeRule } from '../../helpers/scanning.ts'

const specific = makeRule({ id: 'specific' })
const generic = makeRule({ id: 'generic', provider: 'generic' })

const candidate = (start: number, end: number, overrides: Partial<Candidate> = {}): Candidate => ({
  rule: specific,
  order: 0,
  confidence: 'high',
  reasons: [],
  start,
  end,
  secret: 'x'.repeat(end - start),
  masked: '…',
  ...overrides,
})

test('one that knows the kind stands before one that saw a name, though it is less sure', () => {
  const named = candidate(0, 20, { rule: generic, confidence: 'high' })
  const known = candidate(5, 15, { confidence: 'low' })
  expect(resolve([named, known])).toEqual([known])
})

test('then the surer stands, then the earlier rule, then the longer', () => {
  const sure = candidate(5, 10, { confidence: 'very-high', order: 9 })
  expect(resolve([candidate(0, 20), sure])).toEqual([sure])
  const earlier = candidate(5, 10, { order: 1 })
  expect(resolve([candidate(0, 20, { order: 2 }), earlier])).toEqual([earlier])
  const longer = candidate(0, 20)
  expect(resolve([longer, candidate(5, 10)])).toEqual([longer])
})

test('those that only touch both stand', () => {
  const pair = [candidate(0, 10), candidate(10, 20)]
  expect(resolve(pair)).toEqual(pair)
})

const confidences: readonly Confidence[] = ['low', 'medium', 'high', 'very-high']

test('none that stand overlap, and each that does not stand overlaps a better one that does', () => {
  const any = fc
    .record({
      start: fc.nat(60),
      length: fc.integer({ min: 1, max: 12 }),
      level: fc.nat(3),
      order: fc.nat(3),
    })
    .map(({ start, length, level, order }) =>
      candidate(start, start + length, { confidence: confidences[level]!, order }),
    )
  const overlap = (a: Candidate, b: Candidate) => a.start < b.end && b.start < a.end
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (list) => {
      const candidates = [...list].sort((a, b) => a.start - b.start)
      const standing = resolve(candidates)
      expect(standing).toEqual([...standing].sort((a, b) => a.start - b.start))
      standing.forEach((one, index) => {
        expect(standing.some((other, at) => at !== index && overlap(one, other))).toBe(false)
      })
      for (const fallen of candidates.filter((one) => !standing.includes(one))) {
        const level = confidences.indexOf(fallen.confidence)
        expect(
          standing.some((one) => overlap(one, fallen) && confidences.indexOf(one.confidence) >= level),
        ).toBe(true)
      }
    }),
    { seed: 20_261_124, numRuns: 500 },
  )
})
