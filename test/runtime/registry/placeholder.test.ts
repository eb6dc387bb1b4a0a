import { createRegistry, redactText } from '@tacet/runtime'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const placeholderOf = (name: string, ...values: string[]) => {
  const registry = createRegistry()
  for (const value of values) registry.add(name, value)
  return redactText(values[0]!, { registry })
}

describe('the placeholder', () => {
  test('has the name in it, in plain characters and of bounded length', () => {
    expect(placeholderOf('tls/key "x"\n<é>', 'dev-only-not-a-real-key')).toBe('[REDACTED:tls_key__x_____]')
    expect(placeholderOf('n'.repeat(500), 'dev-only-not-a-real-key').length).toBeLessThan(80)
    expect(placeholderOf('', 'dev-only-not-a-real-key')).toBe('[REDACTED:SECRET]')
  })

  test.each([
    ['a secret within it', 'abcdef', '[REDACTED]'],
    ['a secret that contains it', 'x[REDACTED:abcdef]y', '[REDACTED]'],
    ['a secret that ends as it begins', 'some-value-[', '***'],
    ['a secret that begins as it ends', ']-some-value', '***'],
    ['a secret within both texts', 'EDACTED', '***'],
    ['a row of asterisks in a secret', ']some****value[', '*****'],
    ['a secret between asterisks', ']*some-value[***', '****'],
  ])('gives way to %s', (_, value, expected) => {
    expect(placeholderOf('abcdef', value)).toBe(expected)
  })

  test('gives way to a secret that was added later', () => {
    const registry = createRegistry()
    registry.add('API_KEY', 'dev-only-not-a-real-key')
    expect(redactText('dev-only-not-a-real-key', { registry })).toBe('[REDACTED:API_KEY]')
    registry.add('OTHER', 'begins-so[RED')
    expect(redactText('dev-only-not-a-real-key', { registry })).toBe('***')
  })
})

// Nearly all that a placeholder is made of, so that overlaps are common.
const textUnit = fc.constantFrom('*', '[', ']', 'R', 'E', 'D', ':', 'K', 'b')
const starUnit = fc.constantFrom('*', '*', 'b')

test.each([
  ['with parts of every placeholder', textUnit, []],
  ['when only asterisks are left', starUnit, [']bc', 'bc[']],
] as const)('makes no new match with any secret, whatever stands around it: %s', (_, unit, fixed) => {
  const value = fc.string({ unit, minLength: 3, maxLength: 7 })
  const pieces = fc.array(fc.oneof(unit, fc.nat(4)), { maxLength: 20 })
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), pieces, (random, text) => {
      const values = [...random, ...fixed]
      const registry = createRegistry({ minLength: 3 })
      for (const [index, secret] of values.entries()) registry.add('KED'.slice(index % 3), secret)
      const once = redactText(
        text.map((piece) => (typeof piece === 'number' ? (values[piece] ?? '') : piece)).join(''),
        { registry },
      )
      expect(registry.matcher().test(once)).toBe(false)
      expect(redactText(once, { registry })).toBe(once)
    }),
    { numRuns: 600, seed: 3 },
  )
})
