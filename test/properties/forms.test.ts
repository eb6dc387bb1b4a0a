import { inspect } from 'node:util'
import { type Form, forms } from '@tacet/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceMatcher } from '../../packages/core/src/matcher/reference.ts'
import { WRAP_HEAD } from '../../packages/core/src/matcher/wrap.ts'
import { uncovered } from '../helpers/uncovered.ts'

const SEED = 20_260_124
const runs = (numRuns: number) => ({ seed: SEED, numRuns })

const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength })

/** Bytes of at least three kinds: fewer make a pattern, which is left out. */
const secretBytes = (minLength: number, maxLength: number) =>
  bytes(minLength, maxLength).filter((value) => new Set(value).size > 3)

const printable = fc.string({ minLength: 6, maxLength: 80, unit: 'grapheme-ascii' })
const unicode = fc.string({ minLength: 6, maxLength: 40, unit: 'grapheme' })
const mixed = fc.string({
  minLength: 6,
  maxLength: 60,
  unit: fc.constantFrom(...`aZ9'"\\\\/<>&+=% \\n\\t$\`é密\u{1f511}`),
})
const anyText = fc.oneof(printable, unicode, mixed).filter((text) => !/\p{Cs}/u.test(text))

const concat = (...parts: Uint8Array[]): Buffer => Buffer.concat(parts)

/** Whether a match of one of the forms covers all from `start` to `end`. */
const covers = (known: readonly Form[], text: string, start: number, end: number): boolean =>
  referenceMatcher(known)
    .find(text)
    .some((match) => match.start <= start && match.end >= end)

describe.each(['base64', 'base64url'] as const)('%s', (alphabet) => {
  test('values of every length are found at every alignment, whatever stands before and after', () => {
    fc.assert(
      fc.property(secretBytes(5, 80), bytes(0, 5), bytes(0, 5), (value, before, after) => {
        const text = concat(before, value, after).toString(alphabet)
        const start = Math.ceil((before.length * 8) / 6)
        const end = Math.floor(((before.length + value.length) * 8) / 6)
        expect(covers(forms(value), text, start, end)).toBe(true)
      }),
      runs(300),
    )
  })

  test('every length from 5 to 80, each alignment, nothing after', () => {
    for (let length = 5; length <= 80; length++) {
      const value = Buffer.from(Array.from({ length }, (_, index) => (index * 73 + length * 31) % 251))
      for (const before of [0, 1, 2]) {
        const text = concat(Buffer.alloc(before, 0xa5), value).toString(alphabet)
        const start = Math.ceil((before * 8) / 6)
        const end = Math.floor(((before + length) * 8) / 6)
        expect(covers(forms(value), text, start, end), `${length} bytes after ${before}`).toBe(true)
      }
    }
  })

  test('wrapped at 64 or 76 columns: all but at most the first few characters', () => {
    const breaks = fc.constantFrom('\n', '\r\n', '\\n', '\n    ', '\r\n\t')
    fc.assert(
      fc.property(
        secretBytes(24, 200),
        bytes(0, 70),
        bytes(0, 70),
        fc.constantFrom(64, 76),
        breaks,
        (value, before, after, columns, lineBreak) => {
          const text = concat(before, value, after).toString(alphabet)
          const wrapped = text.replace(
            new RegExp(`.{${columns}}(?!$)`, 'g'),
            `$&${lineBreak.replace('$', '$$')}`,
          )
          // Where a character of the unbroken text stands in the wrapped one.
          const at = (index: number): number => index + Math.floor(index / columns) * lineBreak.length
          const start = at(Math.ceil((before.length * 8) / 6) + WRAP_HEAD)
          const end = at(Math.floor(((before.length + value.length) * 8) / 6) - 1) + 1
          expect(covers(forms(value), wrapped, start, end)).toBe(true)
        },
      ),
      runs(150),
    )
  })
})

test('hex, also spaced, in both cases, between other bytes', () => {
  fc.assert(
    fc.property(secretBytes(5, 80), bytes(0, 5), bytes(0, 5), (value, before, after) => {
      const known = forms(value)
      const hex = concat(before, value, after).toString('hex')
      const [start, end] = [before.length * 2, (before.length + value.length) * 2]
      expect(covers(known, hex, start, end)).toBe(true)
      expect(covers(known, hex.toUpperCase(), start, end)).toBe(true)
      expect(covers(known, hex.replace(/..(?!$)/g, '$& '), start * 1.5, end * 1.5 - 1)).toBe(true)
    }),
    runs(150),
  )
})

test('percent-encoded bytes between others, and twice', () => {
  const percent = (data: Uint8Array): string =>
    Array.from(data, (byte) => {
      const char = String.fromCharCode(byte)
      return /[\w.~-]/.test(char) ? char : `%${byte.toString(16).padStart(2, '0')}`
    }).join('')
  fc.assert(
    fc.property(secretBytes(5, 60), bytes(0, 5), bytes(0, 5), (value, before, after) => {
      for (const encode of [percent, (data: Uint8Array) => percent(Buffer.from(percent(data)))]) {
        const start = encode(before).length
        const text = encode(concat(before, value, after))
        expect(covers(forms(value), text, start, start + encode(value).length)).toBe(true)
      }
    }),
    runs(200),
  )
})

const writers: Record<string, (text: string) => string> = {
  'JSON.stringify': (text) => JSON.stringify(text),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)),
  encodeURIComponent,
  encodeURI,
  URLSearchParams: (text) => `${new URLSearchParams([['', text]])}`.slice(1),
  'util.inspect': (text) => inspect(text),
}

test.each(Object.keys(writers))('any text in %s: nothing is left but quotes', (name) => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(uncovered(forms(text), writers[name]!(text))).toMatch(/^[\\"'`]*$/)
    }),
    runs(200),
  )
})

test('any text in JSON in base64, whatever stands before', () => {
  fc.assert(
    fc.property(anyText, bytes(0, 3), (text, before) => {
      const inside = Buffer.from(JSON.stringify(text).slice(1, -1))
      const written = concat(before, inside, Buffer.from('"')).toString('base64')
      const start = Math.ceil((before.length * 8) / 6)
      const end = Math.floor(((before.length + inside.length) * 8) / 6)
      expect(covers(forms(text), written, start, end)).toBe(true)
    }),
    runs(150),
  )
})

test('a value in a document is found where it stands and nowhere else', () => {
  fc.assert(
    fc.property(mixed, printable, printable, (value, before, after) => {
      fc.pre(!before.includes(value) && !after.includes(value))
      const document = JSON.stringify({ before, inner: JSON.stringify({ value }), after })
      const left = uncovered(forms(value), document)
      expect(left).toBe(JSON.stringify({ before, inner: JSON.stringify({ value: '' }), after }))
    }),
    runs(200),
  )
})

test('no form of a random value matches other random text of the same alphabet', () => {
  const others = (data: Uint8Array): string[] => {
    const buffer = Buffer.from(data)
    return [
      buffer.toString('base64'),
      buffer.toString('base64url'),
      buffer.toString('hex'),
      buffer.toString('hex').toUpperCase(),
      data.join(','),
      JSON.stringify(data),
      inspect(buffer),
      encodeURIComponent(buffer.toString('latin1')),
    ]
  }
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 6, maxLength: 32 }).filter((value) => new Set(value).size > 5),
      fc.uint8Array({ minLength: 300, maxLength: 300, size: 'max' }),
      (value, other) => {
        fc.pre(new Set(other).size > 100)
        const matcher = referenceMatcher(forms(value))
        for (const text of others(other)) expect(matcher.test(text)).toBe(false)
      },
    ),
    runs(40),
  )
})
