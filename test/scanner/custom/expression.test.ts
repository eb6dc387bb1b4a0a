import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ExpressionError, expression } from '../../../packages/scanner/src/custom/expression.ts'

/** The places of a JavaScript expression that means the same. */
const naive = (source: RegExp, text: string): number[][] =>
  Array.from(text.matchAll(new RegExp(source, 'gm')), ({ 0: { length }, index }) => [index, index + length])

describe('every match of a long text', () => {
  const cases: readonly (readonly [re2: string, js: RegExp])[] = [
    ['key_[a-z]{4}', /key_[a-z]{4}/],
    ['\\bkey_[a-z]{4}\\b', /\bkey_[a-z]{4}\b/],
    ['\\Bkey_', /\Bkey_/],
    ['(?m)^key_[a-z]+$', /^key_[a-z]+$/],
    ['[a-z]+_k', /[a-z]+_k/],
    ['begin.*?end', /begin.*?end/],
    ['k(e|ey)(y_)?', /k(?:e|ey)(?:y_)?/],
  ]
  test('wherever it is cut', () => {
    const pieces = fc.array(
      fc.tuple(
        fc.constantFrom('key_abcd', 'xkey_abcd ', '\nkey_abc\n', ' begin ', ' end ', 'key', '_k'),
        fc.oneof(fc.nat(200), fc.nat(20_000), fc.integer({ min: 131_000, max: 131_100 })),
      ),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(pieces, fc.constantFrom(...cases), fc.constantFrom('.', ' '), (all, [re2, js], fill) => {
        const text = all.map(([piece, gap]) => piece + fill.repeat(gap)).join('')
        const found = [...expression(re2).matches(Buffer.from(text))]
        // What is longer than a match may be is found in part, or not at all.
        if (naive(js, text).some(([start, end]) => end! - start! > 32_000)) return
        expect(found).toEqual(naive(js, text))
      }),
      { numRuns: 400, seed: 5 },
    )
  })
})

test('what RE2 does not have is refused, in words', () => {
  for (const [source, message] of [
    ['(?<=a)b', /neither lookahead nor lookbehind/],
    ['(?=a)b', /neither lookahead nor lookbehind/],
    ['(a)\\1', /escape/],
    ['a(', /missing closing/],
    ['a'.repeat(20_001), /at most 20000/],
  ] as const) {
    const thrown = (() => {
      try {
        expression(source)
      } catch (error) {
        return error
      }
      return undefined
    })()
    expect(thrown, source).toBeInstanceOf(ExpressionError)
    expect(String(thrown)).toMatch(message)
  }
})
