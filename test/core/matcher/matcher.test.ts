import { matcher, type Pattern } from '@tacet/core'
import { describe, expect, test } from 'vitest'
import { referenceMatcher } from '../../../packages/core/src/matcher/reference.ts'
import { cases, patternsOf, rows } from './cases.ts'

describe.each([
  ['reference', referenceMatcher],
  ['fast', (patterns: readonly Pattern[]) => matcher(patterns)],
  ['fast, at first', (patterns: readonly Pattern[]) => matcher(patterns, { quickStart: true })],
])('the %s matcher', (_, make) => {
  test.each(cases)('$name', (row) => {
    const made = make(patternsOf(row))
    expect(rows(made.find(row.text))).toEqual(row.matches)
    expect(rows(made.findBytes(Buffer.from(row.text)))).toEqual(row.matches)
    expect(made.test(row.text)).toBe(row.matches.length > 0)
    expect(made.testBytes(Buffer.from(row.text))).toBe(row.matches.length > 0)
  })

  test('finds text as UTF-8 in bytes, and bytes only there', () => {
    const made = make([{ text: 'grün' }, { bytes: Buffer.from([0, 255, 128, 7]) }])
    expect(rows(made.find('so grün'))).toEqual([[3, 7, 0]])
    expect(rows(made.find(String.fromCharCode(0, 255, 128, 7)))).toEqual([])
    expect(rows(made.findBytes(Buffer.from('so grün')))).toEqual([[3, 8, 0]])
    expect(rows(made.findBytes(Buffer.from([1, 0, 255, 128, 7])))).toEqual([[1, 5, 1]])
  })

  test('looks at the bytes of a view only', () => {
    const made = make([{ text: 'needle' }])
    const whole = Buffer.from('needle needle')
    expect(rows(made.findBytes(whole.subarray(1)))).toEqual([[6, 12, 0]])
    expect(rows(made.findBytes(whole.subarray(0, 12)))).toEqual([[0, 6, 0]])
  })
})

describe('a live prefix', () => {
  // Each of the rounds would take many seconds if every place where a pattern could begin were read to the end.
  test('is found in a time that does not grow with the square of the longest pattern', () => {
    const head = 'abcdefghijklmnopqrstuvwxyz'.repeat(4)
    const made = matcher([{ text: head + 'A'.repeat(2 ** 17), wrapped: true }])
    const units = [head.slice(0, 8), `${head.slice(0, 40)}\n`]
    for (const unit of units) {
      const text = `${unit.repeat(2 ** 18 / unit.length)}!`
      expect(made.livePrefix(text)).toBe(text.length)
    }
  })

  test.each([
    ['', ['abc'], 0],
    ['xyz', ['abc'], 3],
    ['xab', ['abc'], 1],
    ['xabc', ['abc'], 4],
    ['xabc', ['abc', 'abcd'], 1],
    ['aab', ['aabaa'], 0],
    ['aabaa', ['aabaa'], 3],
    ['abab', ['ababc'], 0],
  ])('in %j for %j is at %i', (text, patterns, expected) => {
    for (const make of [referenceMatcher, matcher]) {
      const made = make(patterns.map((pattern) => ({ text: pattern })))
      expect(made.livePrefix(text)).toBe(expected)
      expect(made.livePrefixBytes(Buffer.from(text))).toBe(expected)
    }
  })
})

test('a pattern that cannot be wrapped is refused', () => {
  expect(() => matcher([{ text: 'short', wrapped: true }])).toThrow(RangeError)
  expect(() => matcher([{ text: `${'a'.repeat(30)} b`, wrapped: true }])).toThrow(
    /neither a space nor a backslash/,
  )
})
