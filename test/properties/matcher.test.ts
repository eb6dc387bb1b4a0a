import { matcher, type Pattern } from '@tacet/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceMatcher } from '../../packages/core/src/matcher/reference.ts'

const options = { seed: 20_261_124, numRuns: 600 }

/** Few letters make patterns overlap, nest and border on themselves all the time. */
const tiny = (letters: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 0, maxLength })

/** Texts that are made of the patterns, of their beginnings and ends, and of other things between them. */
function haystack(patterns: readonly Pattern[], filler: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const texts = patterns.map((pattern) => ('text' in pattern ? pattern.text : ''))
  const piece = fc.oneof(
    filler,
    fc.constantFrom(...texts),
    fc.tuple(fc.constantFrom(...texts), fc.nat(60)).map(([text, cut]) => text.slice(0, cut)),
    fc.tuple(fc.constantFrom(...texts), fc.nat(60)).map(([text, cut]) => text.slice(cut)),
  )
  return fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
}

function withHaystack(pattern: fc.Arbitrary<Pattern>, filler: fc.Arbitrary<string>) {
  return fc
    .array(pattern, { minLength: 1, maxLength: 8 })
    .chain((patterns) => fc.tuple(fc.constant(patterns), haystack(patterns, filler)))
}

function agree(patterns: readonly Pattern[], text: string): void {
  const fast = matcher(patterns)
  const quick = matcher(patterns, { quickStart: true })
  const reference = referenceMatcher(patterns)
  const bytes = Buffer.from(text)
  expect(quick.find(text)).toEqual(reference.find(text))
  expect(quick.findBytes(bytes)).toEqual(reference.findBytes(bytes))
  expect(quick.test(text)).toBe(reference.test(text))
  expect(quick.testBytes(bytes)).toBe(reference.testBytes(bytes))
  expect(fast.find(text)).toEqual(reference.find(text))
  expect(fast.findBytes(bytes)).toEqual(reference.findBytes(bytes))
  expect(fast.test(text)).toBe(reference.test(text))
  expect(fast.testBytes(bytes)).toBe(reference.testBytes(bytes))
  expect(fast.livePrefix(text)).toBe(reference.livePrefix(text))
  expect(fast.livePrefixBytes(bytes)).toBe(reference.livePrefixBytes(bytes))
}

describe('the fast matcher equals naive search', () => {
  test.each([1, 2, 4, 6, 12])('over two letters, patterns of %i units and more', (minLength) => {
    const pattern = tiny('ab', 24).map((text) => ({ text: text.padEnd(minLength, 'ab') }))
    fc.assert(
      fc.property(withHaystack(pattern, tiny('ab', 12)), ([patterns, text]) => agree(patterns, text)),
      options,
    )
  })

  test('over all of Unicode, lone surrogates too', () => {
    const pattern = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map((text) => ({ text }))
    const filler = fc.string({ unit: 'binary', maxLength: 10 })
    fc.assert(
      fc.property(withHaystack(pattern, filler), ([patterns, text]) => {
        // A lone surrogate has no UTF-8: bytes are compared for what has.
        if (text.isWellFormed() && patterns.every((one) => 'text' in one && one.text.isWellFormed()))
          agree(patterns, text)
        else expect(matcher(patterns).find(text)).toEqual(referenceMatcher(patterns).find(text))
      }),
      options,
    )
  })

  test('over wrapped patterns, with line breaks of every kind', () => {
    const lineBreak = fc.constantFrom(
      '\n',
      '\r\n',
      '\\n',
      '\\r\\n',
      '\n    ',
      '\n\t',
      '\r',
      '\\',
      '\n\n',
      ' ',
    )
    const unit = fc.constantFrom('n', 'r', 'a')
    const pattern: fc.Arbitrary<Pattern> = fc.record({
      text: fc.string({ unit, minLength: 24, maxLength: 90 }),
      wrapped: fc.constant(true),
    })
    const broken = (text: string, places: readonly (readonly [number, string])[]) =>
      [...places]
        .sort(([a], [b]) => b - a)
        .reduce((whole, [at, eol]) => whole.slice(0, at) + eol + whole.slice(at), text)
    const sample = withHaystack(pattern, fc.oneof(lineBreak, tiny('nra', 6))).chain(([patterns, text]) =>
      fc
        .array(fc.tuple(fc.nat(Math.max(1, text.length)), lineBreak), { maxLength: 4 })
        .map((places) => [patterns, broken(text, places)] as const),
    )
    fc.assert(
      fc.property(sample, ([patterns, text]) => agree(patterns, text)),
      { ...options, numRuns: 2000 },
    )
  })

  test('for text long enough to be searched in blocks', () => {
    const patterns = [{ text: 'abcabd' }, { text: 'x'.repeat(40) }, { text: '\u0394elta-key' }]
    const filler = fc.constantFrom(
      'abcab',
      'abcabd',
      'x'.repeat(39),
      'x'.repeat(41),
      '\u0394elta-ke',
      '\u0394elta-key',
      '.',
    )
    const text = fc
      .tuple(
        fc.array(filler, { maxLength: 60 }),
        fc.integer({ min: 450, max: 40_000 }),
        fc.array(filler, { maxLength: 60 }),
      )
      .map(([head, length, tail]) => head.join('') + '.'.repeat(length) + tail.join(''))
    fc.assert(
      fc.property(text, (sample) => agree(patterns, sample)),
      { ...options, numRuns: 60 },
    )
  })
})

test('with its lines apart, a text is searched for all that stands in one of them', () => {
  const pattern = tiny('abcdef0123', 60).map((text) => ({ text: text.padEnd(40, 'ab'), wrapped: true }))
  fc.assert(
    fc.property(withHaystack(pattern, fc.constantFrom('\n', '\r\n', '\\n', 'a')), ([patterns, text]) => {
      const found = matcher(patterns).test(text, true)
      const reference = referenceMatcher(patterns)
      if (text.split('\n').some((line) => reference.test(line))) expect(found).toBe(true)
      if (!reference.test(text)) expect(found).toBe(false)
    }),
    options,
  )
})

test('a matcher that grew equals one that was made at once', () => {
  const pattern: fc.Arbitrary<Pattern> = fc.oneof(
    tiny('ab', 30).map((text) => ({ text })),
    tiny('nr', 60).map((text) => ({ text: text.padEnd(24, 'nr'), wrapped: true })),
  )
  const sample = fc
    .tuple(withHaystack(pattern, tiny('abnr', 8)), fc.array(fc.nat(8), { maxLength: 3 }))
    .map(([[patterns, text], cuts]) => ({ patterns, text, cuts: [...cuts, 0, 8].sort((a, b) => a - b) }))
  fc.assert(
    fc.property(sample, ({ patterns, text, cuts }) => {
      const grown = matcher([])
      const bytes = Buffer.from(text)
      for (const [index, end] of cuts.entries()) {
        grown.add(patterns.slice(cuts[index - 1] ?? 0, end))
        // Asked in between, so that each part has to grow and not only to be made late.
        grown.find(text)
        grown.findBytes(bytes)
        grown.livePrefix(text)
        grown.livePrefixBytes(bytes)
      }
      const whole = referenceMatcher(patterns)
      expect(grown.longest).toBe(whole.longest)
      expect(grown.find(text)).toEqual(whole.find(text))
      expect(grown.findBytes(bytes)).toEqual(whole.findBytes(bytes))
      expect(grown.livePrefix(text)).toBe(whole.livePrefix(text))
      expect(grown.livePrefixBytes(bytes)).toBe(whole.livePrefixBytes(bytes))
    }),
    options,
  )
})

test('a wrapped pattern is what a regular expression with optional line breaks finds', () => {
  const text = 'abcdefghijklmnopqrstuvwxyz012345'
  const units = [...text]
  const lineBreak = '(?:(?:\\r?\\n|(?:\\\\r)?\\\\n)[ \\t]{0,16})?'
  const pattern = new RegExp(
    units.slice(0, 4).join('') +
      units
        .slice(4)
        .map((unit) => lineBreak + unit)
        .join(''),
  )
  for (let at = 4; at < text.length; at++) {
    for (const eol of ['\n', '\r\n', '\\n', '\\r\\n', `\n${' '.repeat(16)}`, `\n${' '.repeat(17)}`]) {
      const sample = `<${text.slice(0, at)}${eol}${text.slice(at)}>`
      const expected = pattern.exec(sample)
      const found = referenceMatcher([{ text, wrapped: true }]).find(sample)
      expect(found[0]?.start === 1).toBe(expected !== null)
    }
  }
})
