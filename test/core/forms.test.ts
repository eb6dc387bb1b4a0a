import { expect, test } from 'vitest'
import { type Form, formSet, forms } from '../../packages/core/src/forms.ts'
import { WRAP_SHORTEST } from '../../packages/core/src/matcher/wrap.ts'
import { awkwardValues } from '../helpers/awkward-values.ts'
import { fakeSecret } from '../helpers/fake-secret.ts'

const key = (form: Form): string => ('text' in form ? `text ${form.text}` : `bytes ${form.bytes.join()}`)

test.each(Object.entries(awkwardValues))('%s: the value comes first, and no form twice', (_, value) => {
  const found = forms(value)
  expect(found[0]).toEqual({ encoding: 'raw', text: value })
  expect(new Set(found.map(key)).size).toBe(found.length)
})

test('a plain value has few forms', () => {
  const encodings = forms(fakeSecret('few', 40)).map((form) => form.encoding)
  expect(encodings.sort()).toEqual(
    ['base64', 'base64', 'base64', 'byte list', 'byte list', 'hex', 'hex', 'raw', 'reversed']
      .concat(['spaced hex', 'spaced hex', 'spaced hex', 'utf-16be', 'utf-16le'])
      .sort(),
  )
})

test('base64 and hex may be wrapped from the length on that the matcher takes', () => {
  const long = forms(fakeSecret('wrapped', 40)).filter((form) => 'wrapped' in form)
  expect(long.map((form) => form.encoding).sort()).toEqual(['base64', 'base64', 'base64', 'hex', 'hex'])
  for (const form of forms(fakeSecret('short', 8))) {
    if ('text' in form && form.text.length < WRAP_SHORTEST) expect(form.wrapped).toBeUndefined()
  }
})

test('an empty value has no form', () => {
  expect(forms('')).toEqual([])
  expect(forms(new Uint8Array())).toEqual([])
})

test('what would match other data is left out, and said', () => {
  const short = formSet('abcd')
  expect(short.forms.map((form) => form.encoding)).toEqual(['raw', 'utf-16le', 'utf-16be'])
  expect(short.leftOut).toEqual([
    { part: 'base64, hex and lists of bytes', reason: expect.stringContaining('fewer than 5 bytes') },
  ])
  const zeros = formSet(new Uint8Array(32))
  expect(zeros.forms.map((form) => form.encoding)).not.toContain('hex')
  expect(zeros.leftOut.map(({ part }) => part)).toContain('hex')
})
