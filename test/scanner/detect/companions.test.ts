import { rules, seededRandom } from '@tacet/rules'
import { describe, expect, test } from 'vitest'
import { makeRule, scanBytes, testKey } from '../../helpers/scanning.ts'

const idRule = makeRule({
  id: 'test-id',
  title: 'Test id',
  keywords: ['id-'],
  pattern: /(?<![a-z0-9])id-[a-z0-9]{6}(?![a-z0-9])/dg,
  longest: 9,
})
const secretRule = makeRule({ companions: ['test-id'] })
const scan = (text: string, threshold: 'low' | 'high' = 'low') =>
  scanBytes(text, { rules: [idRule, secretRule], threshold })
const secret = testKey('pair')

describe('an id and its secret', () => {
  test.each([
    ['before', `id: id-aaaaaa\nkey: ${secret}\n`, 1],
    ['after', `key: ${secret}\nid: id-aaaaaa\n`, 2],
    ['on the same line', `é id-aaaaaa ${secret}`, 1],
  ])('are one finding, the id %s', async (_, text, line) => {
    const found = await scan(text)
    expect(found.map(({ value }) => value)).toEqual([secret])
    const column = text.split('\n')[line - 1]!.indexOf('id-') + 1
    expect(found[0]!.companion).toEqual({
      ruleId: 'test-id',
      title: 'Test id',
      masked: 'id…',
      value: 'id-aaaaaa',
      location: { path: '-', line, column, endLine: line, endColumn: column + 9 },
    })
  })

  test.each([
    ['many lines', `id-aaaaaa${'\n'.repeat(12)}${secret}`],
    ['many bytes', `id-aaaaaa ${'word '.repeat(120)}${secret}`],
  ])('are two when %s lie between', async (_, text) => {
    const found = await scan(text)
    expect(found.map(({ ruleId, companion }) => [ruleId, companion])).toEqual([
      ['test-id', undefined],
      ['test-key', undefined],
    ])
  })

  test('of two pairs each has its own', async () => {
    const text = `id-aaaaaa,${testKey('a')}\nid-bbbbbb,${testKey('b')}\n`
    const found = await scan(text)
    expect(found.map(({ value, companion }) => [value, companion?.value])).toEqual([
      [testKey('a'), 'id-aaaaaa'],
      [testKey('b'), 'id-bbbbbb'],
    ])
  })

  test('the id is not lost with a secret that is left out', async () => {
    const doubtful = { ...secretRule, judge: () => ({ confidence: 'low' as const, reasons: [] }) }
    const found = await scanBytes(`id-aaaaaa ${secret}`, { rules: [idRule, doubtful], threshold: 'medium' })
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['test-id'])
  })

  test('across the end of a window', async () => {
    for (let shift = -700; shift <= 700; shift += 100) {
      const padding = 'word\n'.repeat(((2 << 20) - 2000 + shift) / 5)
      const found = await scan(`${padding}id-aaaaaa\n${secret}\n${'tail\n'.repeat(3000)}`)
      expect(found.map(({ value, companion }) => [value, companion?.value])).toEqual([[secret, 'id-aaaaaa']])
      expect(found[0]!.companion!.location.line).toBe(found[0]!.location.line - 1)
    }
  })
})

const sampleOf = (id: string) => rules.find((rule) => rule.id === id)!.sample(seededRandom(5))
const paired = async (text: string) =>
  (await scanBytes(text, { rules })).map(({ ruleId, companion }) => [ruleId, companion?.ruleId])

const pairs = rules.flatMap(({ id, companions = [] }) => companions.map((other) => [id, other] as const))

test.each(pairs)('a %s is one finding with its %s', async (id, other) => {
  expect(await paired(`[default]\n${sampleOf(other)}\n${sampleOf(id)}\n`)).toEqual([[id, other]])
})

test.each([
  ['twilio-auth-token', 'twilio-account-sid', 'TWILIO_ACCOUNT_SID=AC', 32],
  ['google-oauth-client-secret', 'oauth-client-id', 'GOOGLE_CLIENT_ID=', 24],
  ['azure-entra-client-secret', 'oauth-client-id', 'AZURE_CLIENT_ID=', 32],
  ['auth0-client-secret', 'oauth-client-id', 'AUTH0_CLIENT_ID=', 32],
  ['generic-secret', 'oauth-client-id', 'ACME_APP_ID=', 6],
])('a %s is one finding with the %s beside it', async (id, other, name, length) => {
  const digits = Array.from({ length }, (_, at) => (at * 7 + 3) % 10).join('')
  const label = id === 'generic-secret' ? 'ACME_APP_SECRET=' : ''
  const value = id === 'generic-secret' ? sampleOf(id).replace(/^.*=/, '') : sampleOf(id)
  const text = `${name}${digits}\n${label}${value}\n`
  expect(await paired(text)).toEqual([[id, other]])
  expect(await paired(`${name}${digits}\n`)).toEqual([])
})
