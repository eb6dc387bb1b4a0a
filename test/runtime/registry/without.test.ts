import { providerRules, seededRandom } from '@tacet/rules'
import { createRegistry, redactBytes, redactJson, redactText } from '@tacet/runtime'
import { redactPatterns } from '@tacet/runtime/patterns'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const one = fakeSecret('without one')
const other = fakeSecret('without other')

describe('a registry without some names', () => {
  test('finds the others, in all their forms, and says so to both', () => {
    const registry = createRegistry()
    const events: string[] = []
    registry.on('redaction', ({ name, form }) => events.push(`${name} ${form}`))
    registry.add('ONE', one)
    registry.add('OTHER', other)
    const view = registry.without(['ONE'])
    const text = `${one} ${Buffer.from(other).toString('hex')} ${one}`
    expect(redactText(text, { registry: view })).toBe(`${one} [REDACTED:OTHER] ${one}`)
    expect(redactBytes(Buffer.from(text), { registry: view }).toString()).toBe(
      `${one} [REDACTED:OTHER] ${one}`,
    )
    expect(redactJson(JSON.stringify([one, other]), { registry: view })).toBe(
      JSON.stringify([one, '[REDACTED:OTHER]']),
    )
    expect(new Set(events)).toEqual(new Set(['OTHER hex', 'OTHER raw']))
    expect([view.names(), view.size]).toEqual([['OTHER'], 1])
    expect(redactText(text, { registry })).toBe('[REDACTED:ONE] [REDACTED:OTHER] [REDACTED:ONE]')
  })

  test('finds what is added later, by either', () => {
    const registry = createRegistry()
    const view = registry.without(['ONE'])
    registry.add('ONE', one)
    expect(redactText(one, { registry: view })).toBe(one)
    view.add('OTHER', other)
    registry.add('ONE', `${one}2`)
    registry.add('THIRD', fakeSecret('without third'))
    expect(redactText(`${one}2 ${other} ${fakeSecret('without third')}`, { registry: view })).toBe(
      `${one}2 [REDACTED:OTHER] [REDACTED:THIRD]`,
    )
    expect(redactText(other, { registry })).toBe('[REDACTED:OTHER]')
  })

  test('hides nothing of a secret that overlaps with one of these', () => {
    const registry = createRegistry()
    registry.add('ONE', one)
    registry.add('OVERLAPPING', `${one.slice(-8)}${other}`)
    const view = registry.without(['ONE'])
    expect(redactText(`${one}${other}`, { registry: view })).toBe(`${one.slice(0, -8)}[REDACTED:OVERLAPPING]`)
  })

  test('may do without more', () => {
    const registry = createRegistry()
    registry.add('ONE', one)
    registry.add('OTHER', other)
    expect(redactText(one + other, { registry: registry.without(['ONE']).without(['OTHER']) })).toBe(
      one + other,
    )
  })

  test('recognises the kinds that are not among them', () => {
    const registry = createRegistry()
    redactPatterns({ registry })
    const [first, second] = ['github-personal-access-token', 'stripe-secret-key'].map((id) =>
      providerRules.find((rule) => rule.id === id)!.sample(seededRandom(5)),
    )
    const view = registry.without(['github-personal-access-token'])
    expect(redactText(`${first} ${second}`, { registry: view })).toBe(`${first} [REDACTED:stripe-secret-key]`)
  })
})
