import { forms } from '@tacet/core'
import { createRegistry, redactJson } from '@tacet/runtime'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fakeNumber, fakeSecret } from '../helpers/fake-secret.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const secret = `${fakeSecret('property', 10)}"\n\\${fakeSecret('property 2', 10)}`
const pin = fakeNumber('property')

/** Text with and without a secret in it, and JSON in text. */
const text = (inner: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.tuple(fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 })).map(([a, b]) => a + secret + b),
    fc.constant(`n ${pin}`),
    inner,
  )

const { value } = fc.letrec<{ value: Json; document: string }>((tie) => ({
  document: fc
    .tuple(tie('value'), fc.constantFrom(undefined, 1, '\t'))
    .map(([inner, indent]) => JSON.stringify([inner], null, indent)),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.constant(pin),
      fc.integer(),
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.boolean(),
    ),
    text(fc.string()),
    text(tie('document')),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text(fc.string()), tie('value'), { maxKeys: 4 }) as fc.Arbitrary<Json>,
  ),
}))

const clean = (said: string) =>
  said.replaceAll(secret, '[REDACTED:KEY]').replaceAll(String(pin), '[REDACTED:PIN]')

/** The naive way: the value in, the value out, no text of JSON in between. Strings that hold JSON are undone. */
function oracle(json: Json): Json {
  if (typeof json === 'number') return String(json).includes(String(pin)) ? clean(String(json)) : json
  if (typeof json === 'string') return undone(json, oracle) ?? clean(json)
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map(oracle)
  return Object.fromEntries(Object.entries(json).map(([key, inner]) => [clean(key), oracle(inner)]))
}

/** The same shape for what is compared: strings that hold JSON are undone. */
function plain(json: Json): Json {
  if (typeof json === 'string') return undone(json, plain) ?? json
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map(plain)
  return Object.fromEntries(Object.entries(json).map(([key, inner]) => [key, plain(inner)]))
}

function undone(said: string, then: (json: Json) => Json): Json | undefined {
  if (!/^\s*[[{]/.test(said)) return undefined
  try {
    return { json: then(JSON.parse(said) as Json) }
  } catch {
    return undefined
  }
}

test('says what the naive way says, and is byte-identical where there is no secret', () => {
  const registry = createRegistry()
  registry.add('KEY', secret)
  registry.add('PIN', String(pin))
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 2, '\t'), (json, indent) => {
      const input = JSON.stringify(json, null, indent)
      const output = redactJson(input, { registry })
      expect(plain(JSON.parse(output) as Json)).toEqual(oracle(json))
      if (!input.includes(JSON.stringify(secret).slice(1, 8)) && !input.includes(String(pin))) {
        expect(output).toBe(input)
      }
      expect(redactJson(output, { registry })).toBe(output)
    }),
    { seed: 1, numRuns: 500 },
  )
})

// Secrets made of what JSON is made of meet its punctuation and its escapes in every way there is.
test('with secrets made of punctuation: valid JSON, no secret left, and stable', () => {
  const unit = fc.constantFrom('n', '\\', '"', ',', ':', '1', '[', ']', '{', '}', 'u', '0', '\n')
  const word = (minLength: number, maxLength: number) => fc.string({ unit, minLength, maxLength })
  const values = fc.array(word(3, 5), { minLength: 1, maxLength: 3 })
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom(1, 11, 101, true, null),
      word(0, 12),
      fc.array(tie('json'), { maxLength: 5 }),
      fc.dictionary(word(0, 6), tie('json'), { maxKeys: 5 }) as fc.Arbitrary<Json>,
    ),
  }))
  fc.assert(
    fc.property(values, json, (secrets, document) => {
      const registry = createRegistry({ minLength: 1 })
      const registered = secrets.filter((one, index) => registry.add(`S${index}`, one).registered)
      for (const input of [JSON.stringify(document), JSON.stringify({ body: JSON.stringify(document) })]) {
        const output = redactJson(input, { registry })
        const said = strings(JSON.parse(output) as Json).join('\u0000')
        for (const one of registered) {
          expect(output.includes(one)).toBe(false)
          expect(said.includes(one)).toBe(false)
        }
        expect(redactJson(output, { registry })).toBe(output)
      }
    }),
    { seed: 2, numRuns: 1000 },
  )
})

// The forms of a value are many; JSON of JSON of them are more than can be listed. Whatever the depth, what the
// innermost string says must hold none.
test('every form of a value is found in a string of JSON, in JSON in JSON, and deeper', () => {
  const character = fc.constantFrom(
    'a',
    'Z',
    '7',
    '"',
    "'",
    '\\',
    '/',
    '\n',
    ' ',
    '&',
    '<',
    '+',
    '%',
    '$',
    'é',
    '€',
  )
  const value = fc
    .tuple(fc.string({ unit: character, minLength: 8, maxLength: 24 }), fc.stringMatching(/^[A-Za-z0-9]{6}$/))
    .map(([awkward, random]) => awkward + random)
  fc.assert(
    fc.property(value, fc.nat(), fc.integer({ min: 1, max: 4 }), (secret, choice, depth) => {
      const registry = createRegistry()
      fc.pre(registry.add('KEY', secret).registered)
      const texts = forms(secret).flatMap((form) => ('text' in form ? [form.text] : []))
      const form = texts[choice % texts.length]!
      let json = `(${form})`
      for (let level = 0; level < depth; level++) json = JSON.stringify({ said: json, level })
      let said = redactJson(json, { registry })
      for (let level = 0; level < depth; level++) {
        expect(registry.matcher().test(said)).toBe(false)
        said = (JSON.parse(said) as { said: string }).said
      }
      expect(said.includes(form)).toBe(false)
      expect(said.includes('[REDACTED')).toBe(true)
    }),
    { seed: 3, numRuns: 300 },
  )
})

function strings(json: Json): string[] {
  if (typeof json !== 'object' || json === null) return [String(json)]
  return Object.entries(json).flatMap(([key, inner]) => [key, ...strings(inner as Json)])
}
