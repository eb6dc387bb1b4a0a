import { createRegistry, redactText } from '@tacet/runtime'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const key = fakeSecret('deferred')

describe('defer', () => {
  test.each([
    ['what is redacted', (registry: ReturnType<typeof createRegistry>) => redactText(key, { registry })],
    ['size', (registry: ReturnType<typeof createRegistry>) => registry.size],
    ['names', (registry: ReturnType<typeof createRegistry>) => registry.names()],
    ['registrations', (registry: ReturnType<typeof createRegistry>) => registry.registrations()],
  ])('is called once, before %s', (_, use) => {
    const registry = createRegistry()
    let calls = 0
    registry.defer(() => {
      calls++
      registry.add('KEY', key)
      // What it does itself does not call it again.
      expect(registry.names()).toContain('KEY')
    })
    registry.add('OTHER', fakeSecret('other'))
    expect(calls).toBe(0)
    use(registry)
    use(registry)
    expect(calls).toBe(1)
    expect(redactText(`a ${key}`, { registry })).toBe('a [REDACTED:KEY]')
  })
})

test('describe names the secret and the form of a match, and counts nothing', () => {
  const registry = createRegistry()
  registry.add('KEY', key)
  const [match] = registry.matcher().find(Buffer.from(key).toString('hex'))
  expect(registry.describe(match!.pattern)).toEqual({ name: 'KEY', form: 'hex' })
  expect(registry.counts()).toEqual([])
})
