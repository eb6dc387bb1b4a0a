import type { Finding } from '@tacet/scanner'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDetector } from '../../../packages/scanner/src/detect/detector.ts'
import { testKey, testRules } from '../../helpers/scanning.ts'

const detector = (windowSize: number) =>
  createDetector({
    rules: testRules,
    threshold: 'low',
    decodeDepth: 2,
    fingerprint: (ruleId, value) => `${ruleId} ${value}`,
    showValues: true,
    windowSize,
  })
// As small as the rules' reach allows, and one that holds every text of these tests whole.
const small = detector(0)
const whole = detector(1 << 20)

function find(using: typeof small, chunks: readonly Uint8Array[]): Finding[] {
  const blob = using.blob('file', 'file')
  for (const chunk of chunks) blob.push(chunk)
  blob.end()
  return blob.findings
}

function cut(bytes: Buffer, offsets: readonly number[]): Buffer[] {
  const bounds = [
    0,
    ...offsets.map((offset) => offset % (bytes.length + 1)).sort((a, b) => a - b),
    bytes.length,
  ]
  return bounds.slice(1).map((end, index) => bytes.subarray(bounds[index], end))
}

test('a secret at every offset across the end of a window is found, in its place', () => {
  const window = whole.blob('file', 'file').room().length
  const smallest = small.blob('file', 'file').room().length
  expect(smallest).toBeLessThan(window)
  const secret = testKey('edge')
  for (let offset = smallest - 1100; offset < smallest + 40; offset += 3) {
    const bytes = Buffer.from(
      `${'word\n'.repeat(offset / 5).padEnd(offset, '-')} ${secret} ${'end '.repeat(2000)}`,
    )
    const found = find(small, [bytes])
    expect(found).toEqual(find(whole, [bytes]))
    expect(found.map(({ value }) => value)).toEqual([secret])
  }
})

describe('what is found does not depend on windows and chunks', () => {
  const piece = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom('word ', 'lorem ipsum ', 'a', '\n', 'é', '漢 '),
          fc.integer({ min: 0, max: 300 }),
        )
        .map(([unit, count]) => unit.repeat(count)),
    },
    { weight: 2, arbitrary: fc.constantFrom('a', 'b', 'c').map(testKey) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('d', 'e')
        .map((name) => Buffer.from(`key is ${testKey(name)}, end`).toString('base64')),
    },
    { weight: 1, arbitrary: fc.constantFrom("'tk-' +\n  '012345' + '6789ab'", 'tk%2D0123456789ab') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('db_pass = "hunter22"', 'pass: dev-only', 'tk-', 'pass=', '\r', '\r\n'),
    },
  )
  const text = fc.array(piece, { minLength: 120, maxLength: 200 }).map((pieces) => pieces.join(' '))
  const cuts = fc.array(fc.nat(), { maxLength: 6 })
  const options = { seed: 20_261_124, numRuns: 60 }

  test('the texts are longer than some windows', () => {
    const lengths = fc.sample(text, { seed: options.seed, numRuns: 50 }).map(({ length }) => length)
    const window = small.blob('file', 'file').room().length
    expect(lengths.filter((length) => length > 1.5 * window).length).toBeGreaterThan(25)
  })

  test.each(['utf8', 'utf16le', 'latin1'] as const)('%s', (encoding) => {
    fc.assert(
      fc.property(text, cuts, (content, offsets) => {
        const mark = encoding === 'utf16le' ? '\ufeff' : ''
        const bytes = Buffer.from(mark + content, encoding)
        const found = find(whole, [bytes])
        expect(find(small, [bytes])).toEqual(found)
        expect(find(small, cut(bytes, offsets))).toEqual(found)
      }),
      options,
    )
  })
})
