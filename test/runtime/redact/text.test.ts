import { createRegistry, defaultRegistry, redactBytes, redactText } from '@tacet/runtime'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const key = fakeSecret('text')
const registry = createRegistry()
registry.add('KEY', key)

describe('redactText', () => {
  test('replaces each occurrence in each form', () => {
    const base64 = Buffer.from(`user:${key}`).toString('base64')
    const redacted = redactText(`${key}, ${base64}; ${Buffer.from(key).toString('hex')}`, { registry })
    expect(redacted).toMatch(/^\[REDACTED:KEY\], [\w+/]+\[REDACTED:KEY\][\w+/]*={0,2}; \[REDACTED:KEY\]$/)
  })

  test('returns text without a secret as it is', () => {
    expect(redactText(key.slice(1), { registry })).toBe(key.slice(1))
    expect(redactText('', { registry })).toBe('')
  })

  test('puts one placeholder where secrets overlap or touch', () => {
    const own = createRegistry()
    own.add('LEFT', key)
    own.add('RIGHT', `${key.slice(-8)}${fakeSecret('right', 12)}`)
    expect(redactText(`<${key}${fakeSecret('right', 12)}>`, { registry: own })).toBe('<[REDACTED:LEFT]>')
    expect(redactText(`<${key}${key}>`, { registry: own })).toBe('<[REDACTED:LEFT]>')
  })

  test('asks the default registry unless told', () => {
    const value = fakeSecret('default registry')
    expect(redactText(value)).toBe(value)
    defaultRegistry.add('BY_DEFAULT', value)
    expect(redactText(value)).toBe('[REDACTED:BY_DEFAULT]')
  })
})

describe('redactBytes', () => {
  test('replaces text in UTF-8', () => {
    expect(redactBytes(Buffer.from(`é ${key} é`), { registry })).toEqual(Buffer.from('é [REDACTED:KEY] é'))
  })

  test('leaves no text in UTF-16', () => {
    const redacted = redactBytes(Buffer.from(`é ${key} é`, 'utf16le'), { registry })
    expect(redacted.length).toBeLessThan(2 * key.length)
    expect(String(redacted)).toContain('[REDACTED:KEY]')
  })

  test('returns bytes without a secret themselves', () => {
    const bytes = Uint8Array.of(0, 255, 128)
    expect(redactBytes(bytes, { registry })).toBe(bytes)
  })
})
