import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDetector } from '../../../packages/scanner/src/detect/detector.ts'
import { inlineSuppressor } from '../../../packages/scanner/src/suppress/inline.ts'
import { testKey, testRules } from '../../helpers/scanning.ts'

const key = testKey('one')
const said = 'tacet:allow test-key -- a sample'

/** Lines of code of which some have a secret and a comment, near to one another or not. */
const line = fc.oneof(
  { weight: 6, arbitrary: fc.nat(400).map((length) => 'x'.repeat(length)) },
  fc.constantFrom(key, `${key} // ${said}`, `// ${said}`, `/* ${said} */ ${key}`, `code() // ${said}`),
  fc.tuple(fc.nat(700), fc.nat(700)).map(([a, b]) => `${' '.repeat(a)}${key}${' '.repeat(b)}// ${said}`),
  fc.nat(700).map((length) => `${'-'.repeat(length)} ${said}`),
)

const detectors = [undefined, 1].map((windowSize) =>
  createDetector({
    rules: testRules,
    threshold: 'low',
    decodeDepth: 0,
    fingerprint: () => '',
    showValues: false,
    suppress: inlineSuppressor('2026-01-01'),
    ...(windowSize === undefined ? {} : { windowSize }),
  }),
)

const judged = (text: string, which: number): string[] => {
  const blob = detectors[which]!.blob('a', 'a')
  blob.push(Buffer.from(text))
  blob.end()
  return blob.findings.map(
    ({ location, suppression }) => `${location.line}:${location.column} ${suppression?.reason}`,
  )
}

test('what a comment hides does not depend on where windows end', () => {
  let hidden = 0
  fc.assert(
    fc.property(fc.array(line, { minLength: 200, maxLength: 400 }), fc.nat(2000), (lines, shift) => {
      const text = `${'\n'.repeat(shift)}${lines.join('\n')}`
      const whole = judged(text, 0)
      expect(judged(text, 1)).toEqual(whole)
      hidden += whole.filter((each) => each.endsWith(' a sample')).length
    }),
    { seed: 7, numRuns: 40 },
  )
  expect(hidden).toBeGreaterThan(100)
})
