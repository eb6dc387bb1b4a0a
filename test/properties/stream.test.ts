import { byteRedactor, matcher, type Pattern, textRedactor } from '@tacet/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceMatcher } from '../../packages/core/src/matcher/reference.ts'

const options = { seed: 20_261_124, numRuns: 1000 }
const placeholder = (pattern: number) => `[${pattern}]`

/** The definition: every match of the naive matcher replaced at once. */
function redactedAtOnce(patterns: readonly Pattern[], text: string): string {
  let at = 0
  let out = ''
  for (const { start, end, pattern } of referenceMatcher(patterns).find(text)) {
    out += text.slice(at, start) + placeholder(pattern)
    at = end
  }
  return out + text.slice(at)
}

function throughText(patterns: readonly Pattern[], chunks: readonly string[]): string {
  const made = matcher(patterns)
  const redactor = textRedactor({ matcher: () => made, replace: placeholder })
  return chunks.map((chunk) => redactor.push(chunk)).join('') + redactor.end()
}

function throughBytes(patterns: readonly Pattern[], chunks: readonly Uint8Array[]): string {
  const made = matcher(patterns)
  const redactor = byteRedactor({
    matcher: () => made,
    replace: (pattern) => Buffer.from(placeholder(pattern)),
  })
  return Buffer.concat([...chunks.map((chunk) => redactor.push(chunk)), redactor.end()]).toString()
}

function cut<T extends { length: number; slice(start: number, end: number): T }>(
  whole: T,
  cuts: readonly number[],
): T[] {
  const places = [
    0,
    ...[...cuts].map((place) => Math.min(place, whole.length)).sort((a, b) => a - b),
    whole.length,
  ]
  return places.slice(1).map((place, index) => whole.slice(places[index]!, place))
}

const letters = (units: string, maxLength: number, minLength = 0) =>
  fc.string({ unit: fc.constantFrom(...units), minLength, maxLength })
const plain = letters('ab', 10, 1).map((text): Pattern => ({ text }))
const wrapped = letters('nr', 60, 24).map((text): Pattern => ({ text, wrapped: true }))
const sample = fc
  .tuple(
    fc.array(fc.oneof(plain, wrapped), { minLength: 1, maxLength: 6 }),
    fc.array(letters('abé', 8), { maxLength: 6 }),
  )
  .chain(([patterns, fillers]) => {
    const texts = patterns.map((pattern) => ('text' in pattern ? pattern.text : ''))
    const piece = fc.oneof(
      fc.constantFrom(...texts, ...fillers, '\n', '\\n', '\r\n'),
      fc.tuple(fc.constantFrom(...texts), fc.nat(60)).map(([text, at]) => text.slice(0, at)),
      fc
        .tuple(fc.constantFrom(...texts), fc.nat(60))
        .map(([text, at]) => `${text.slice(0, at)}\n${text.slice(at)}`),
    )
    return fc.record({
      patterns: fc.constant(patterns),
      text: fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
      cuts: fc.array(fc.nat(300), { maxLength: 12 }),
    })
  })

describe('streamed output equals single-shot output', () => {
  test('for text, however it is cut', () => {
    fc.assert(
      fc.property(sample, ({ patterns, text, cuts }) => {
        const expected = redactedAtOnce(patterns, text)
        expect(throughText(patterns, [text])).toBe(expected)
        expect(throughText(patterns, cut(text, cuts))).toBe(expected)
        expect(throughText(patterns, text.split(''))).toBe(expected)
      }),
      options,
    )
  })

  test('for bytes, also when a UTF-8 sequence is cut in two', () => {
    fc.assert(
      fc.property(sample, ({ patterns, text, cuts }) => {
        const expected = redactedAtOnce(patterns, text)
        const bytes = new Uint8Array(Buffer.from(text))
        expect(throughBytes(patterns, cut(bytes, cuts))).toBe(expected)
        expect(throughBytes(patterns, cut(bytes, [...bytes.keys()]))).toBe(expected)
      }),
      options,
    )
  })

  test('for every single cut of overlapping, bordered and chained secrets', () => {
    const patterns = ['aab1c2d3', 'foo123bar', 'bar456xyz', 'sk-live-x', 'live-y9k2', 'token', 'tokens'].map(
      (text) => ({ text }),
    )
    for (const text of [
      'aaab1c2d3',
      'foo123bar456xyz',
      'sk-live-y9k2',
      'tokenstoken',
      'xtokentokensx',
      'toketokens',
    ]) {
      const expected = redactedAtOnce(patterns, text)
      for (let at = 0; at <= text.length; at++) {
        for (let then = at; then <= text.length; then++) {
          expect(throughText(patterns, cut(text, [at, then]))).toBe(expected)
        }
      }
    }
  })
})

describe('what cannot be part of a match leaves at once', () => {
  test('at most the live prefix is held, and never as much as the longest pattern', () => {
    fc.assert(
      fc.property(sample, ({ patterns, text, cuts }) => {
        const made = matcher(patterns)
        const reference = referenceMatcher(patterns)
        const redactor = textRedactor({ matcher: () => made, replace: placeholder })
        let seen = ''
        let out = ''
        for (const chunk of cut(text, cuts)) {
          seen += chunk
          out += redactor.push(chunk)
          const live = reference.livePrefix(seen)
          expect(seen.length - live).toBeLessThan(Math.max(1, made.longest))
          // Everything before the live prefix is out: the rest of the input adds nothing before it.
          expect(out).toBe(decided(patterns, seen, live))
        }
      }),
      options,
    )
  })

  test('a large chunk without a match comes back as it is, uncopied', () => {
    const made = matcher([{ text: 'needle-in-a-haystack' }])
    const redactor = byteRedactor({ matcher: () => made, replace: () => Buffer.alloc(0) })
    const chunk = Buffer.from('hay '.repeat(10_000))
    const out = redactor.push(chunk)
    expect(out.buffer).toBe(chunk.buffer)
    expect(out.length).toBe(chunk.length)
  })

  test('a secret that is added in the middle of a stream counts from then on', () => {
    let made = matcher([])
    const redactor = textRedactor({ matcher: () => made, replace: placeholder })
    expect(redactor.push('first-key ')).toBe('first-key ')
    made = matcher([{ text: 'first-key' }])
    expect(redactor.push('first-') + redactor.push('key!') + redactor.end()).toBe('[0]!')
  })
})

/** The redaction of what is decided when the live prefix starts at `live`. */
function decided(patterns: readonly Pattern[], text: string, live: number): string {
  let at = 0
  let out = ''
  for (const { start, end, pattern } of referenceMatcher(patterns).find(text)) {
    if (start >= live) break
    out += text.slice(at, start) + placeholder(pattern)
    at = end
  }
  return at < live ? out + text.slice(at, live) : out
}

describe('what is let go of before it is known', () => {
  const key = 'secret-key'
  const pieces = fc.array(
    fc.oneof(
      fc.constant(key),
      fc.nat(key.length).map((at) => key.slice(0, at)),
      fc.constantFrom('s', 'se', 'x', ' sec', 'key'),
    ),
    { maxLength: 12 },
  )

  test('is of a secret no more than was asked, and else all that there is', () => {
    fc.assert(
      fc.property(pieces, fc.array(fc.nat(80), { maxLength: 12 }), fc.nat(3), (texts, cuts, most) => {
        const made = matcher([{ text: key }])
        const redactor = textRedactor({ matcher: () => made, replace: () => '[]' })
        const text = texts.join('')
        const out = cut(text, cuts).map((chunk) => redactor.push(chunk) + redactor.release(most))
        const whole = out.join('') + redactor.end()
        // Each secret is a placeholder, with at most so much of the secret before it; those that touch may be one.
        const ends = [...Array(most + 1).keys()].map((length) => key.slice(0, length)).reverse()
        const shown = `(?:${ends.join('|')})\\[\\]`
        const [first = '', ...others] = text.split(key)
        const expected = others.map((rest, index) =>
          index > 0 && others[index - 1] === '' ? `(?:${shown})?${rest}` : shown + rest,
        )
        expect(whole.includes(key)).toBe(false)
        expect(whole).toMatch(new RegExp(`^${first}${expected.join('')}$`))
      }),
      options,
    )
  })
})
