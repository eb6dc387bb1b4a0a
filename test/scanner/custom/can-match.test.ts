import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expression } from '../../../packages/scanner/src/custom/expression.ts'

/** Of a word, of none, and an end of a line: all that assertions tell apart. */
const letters = ['a', 'b', '-', '\n']

const textsUpTo = (length: number): string[] =>
  length === 0
    ? ['']
    : ['', ...letters.flatMap((letter) => textsUpTo(length - 1).map((text) => letter + text))]

// Each of four atoms takes a character at most, or asserts something about one on either side.
const texts = [...new Set(textsUpTo(6))]

const atom = fc.constantFrom(
  'a',
  '-',
  '\\n',
  '.',
  '[^a]',
  '^',
  '$',
  '\\b',
  '\\B',
  '(?m:^)',
  '(?m:$)',
  'a?',
  '(?:a|^)',
  '(?:$|-)',
)

/** In the syntax of JavaScript, which has the same assertions. */
const inScript = (source: string): RegExp => {
  const plain = source.replaceAll('(?m:^)', '(?<![^\\n])').replaceAll('(?m:$)', '(?![^\\n])')
  return new RegExp(plain.replaceAll('.', '[^\\n]'))
}

describe('whether an expression can match', () => {
  it('is as trying all short texts says', () => {
    const source = fc.array(atom, { minLength: 1, maxLength: 4 }).map((atoms) => atoms.join(''))
    fc.assert(
      fc.property(source, (text) => {
        const tried = inScript(text)
        expect(expression(text).canMatch(), text).toBe(texts.some((each) => tried.test(each)))
      }),
      { numRuns: 400, seed: 20 },
    )
  })

  it.each([
    ['a^b', false],
    ['key=$[A-Z]+', false],
    ['key=\\$[A-Z]+', true],
    ['acme\\B-', false],
    ['[^\\x00-\\x{10FFFF}]', false],
    ['^(?:a|\\b)acme_[0-9a-f]{32}$', true],
    ['(?i)\\bÉCOLE\\b', true],
    ['(?i)\\bkey\\b', true],
    ['(?s)^.*$', true],
  ])('%s: %s', (source, expected) => {
    expect(expression(source).canMatch()).toBe(expected)
  })
})
