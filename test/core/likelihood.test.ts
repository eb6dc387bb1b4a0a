import { alphabets, entropy, isCommonWord, randomness, textShape, wordCover, wordsOf } from '@tacet/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonWords, nextClass, nextLetter } from '../../packages/core/src/likelihood/tables.ts'

const seed = 20_261_124
const text = (alphabet: string, min: number, max = min): fc.Arbitrary<string> =>
  fc.noBias(fc.string({ unit: fc.constantFrom(...alphabet), minLength: min, maxLength: max }))

describe('entropy', () => {
  it('is the average of the surprise of each character', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), (value) => {
        const units = value.split('')
        const naive = units.reduce(
          (sum, unit) => sum - Math.log2(units.filter((other) => other === unit).length / units.length),
          0,
        )
        return Math.abs(entropy(value) - naive / units.length) < 1e-9
      }),
      { seed, numRuns: 300 },
    )
  })

  it('is 0 for nothing and for one repeated character', () => {
    expect(entropy('')).toBe(0)
    expect(entropy('zzzzzz')).toBe(0)
    expect(entropy('abcd')).toBe(2)
  })
})

describe('randomness', () => {
  const share = (values: readonly string[], from: number): number =>
    values.filter((value) => randomness(value) > from).length / values.length

  it.each([
    ['lower', 8, 0.85],
    ['lower', 16, 0.97],
    ['alnum', 8, 0.9],
    ['alnum', 20, 0.99],
    ['hex', 16, 0.97],
    ['base32', 16, 0.99],
    ['base64url', 24, 0.99],
  ] as const)('tells random %s texts of %i characters', (name, length, least) => {
    const values = fc.sample(text(alphabets[name], length), { seed, numRuns: 1000 })
    expect(share(values, 0.9)).toBeGreaterThan(least)
  })

  it('is low for the words and names of real code', () => {
    // The keys of Node's own modules and of the process: names that this code has not been tuned on.
    const names = [...Object.getOwnPropertyNames(process), ...Object.getOwnPropertyNames(globalThis)].filter(
      (name) => /^[a-z]{3,}[A-Z][A-Za-z]{3,}$/.test(name),
    )
    expect(names.length).toBeGreaterThan(30)
    expect(share(names, 0.5)).toBeLessThan(0.1)
    expect(share(names, 0.9)).toBeLessThan(0.03)
  })

  it.each([
    'connectionTimeout',
    'MAX_RETRY_COUNT',
    'content-security-policy',
    'Welcome back',
    'verifySignature',
  ])('is low for %s', (name) => expect(randomness(name)).toBeLessThan(0.1))

  it('says nothing of digits and of nothing', () => {
    expect(randomness('')).toBe(0.5)
    expect(randomness('20240131')).toBe(0.5)
  })

  it('stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
        const found = randomness(value)
        return found >= 0 && found <= 1
      }),
      { seed, numRuns: 300 },
    )
  })
})

describe('the tables', () => {
  it('hold a distribution in each row', () => {
    expect(nextLetter).toHaveLength(27)
    for (const row of nextLetter) {
      expect(row).toHaveLength(26)
      expect(row.reduce((sum, eighths) => sum + 2 ** (eighths / 8) / 26, 0)).toBeCloseTo(1, 1)
    }
    for (const row of nextClass) expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2)
  })

  it('list words once', () => {
    expect(new Set(commonWords).size).toBe(commonWords.length)
    expect(commonWords.filter((word) => !/^[a-z]{4,13}$/.test(word))).toEqual([])
  })
})

describe('words', () => {
  it('are found in names of every style', () => {
    for (const name of ['dbPassword', 'DB_PASSWORD', 'db-password', 'db.password2', 'DbPassword']) {
      expect(wordsOf(name)).toEqual(['db', 'password'])
    }
    expect(wordsOf('XMLHttpRequest')).toEqual(['xml', 'http', 'request'])
    expect(wordsOf('42')).toEqual([])
  })

  it('know the forms of a common word', () => {
    for (const word of ['request', 'requests', 'requested', 'requesting'])
      expect(isCommonWord(word)).toBe(true)
    expect(isCommonWord('qzxvk')).toBe(false)
  })

  it('cover what is made of them', () => {
    expect(wordCover('requestHandler')).toBe(1)
    expect(wordCover('request')).toBe(1)
    expect(wordCover('requesttimeout')).toBe(1)
    expect(wordCover('')).toBe(0)
    const covers = fc.sample(text(alphabets.alnum, 40), { seed, numRuns: 500 }).map(wordCover)
    expect(covers.filter((cover) => cover > 0.15).length).toBeLessThan(5)
  })
})

describe('textShape', () => {
  const hex = (length: number): string => 'c0ffee12'.repeat(20).slice(0, length)

  it.each([
    ['uuid', [8, 4, 4, 4, 12].map(hex).join('-')],
    ['number', '12345678'],
    ['number', '1_000.5'],
    ['date', '2026-11-24T10:00:00Z'],
    ['version', 'v1.2.3-beta.1'],
    ['colour', '#ff00cc'],
    ['data URI', 'data:image/png;base64,xyz'],
    ['integrity hash', `sha512-${hex(40)}`],
    ['integrity hash', '$2b$10$abcdefghijklmnopqrstuv'],
    ['public key', 'ssh-rsa AAAAB3'],
    ['web address', 'https://tacet.dev/reset?next=1'],
    ['host name', 'db.internal.tacet.dev:5432'],
    ['e-mail address', 'someone@tacet.dev'],
    ['IP address', '10.0.0.1:80'],
    ['media type', 'application/json; charset=utf-8'],
    ['file name', 'config/secrets.yaml'],
    ['file name', 'tls.key'],
    ['path', '/mnt/secrets'],
    ['path', './run'],
    ['path', 'auth/token/renew'],
    ['regular expression', '^[a-z]+$'],
    ['selector', '.login form'],
    ['sentence', 'Enter the new password'],
    ['words', 'New password'],
    ['text in another script', 'Пароль'],
    ['text in another script', 'Lösenord'],
    ['identifier', 'getAccessToken'],
    ['identifier', 'access_token'],
    ['identifier', 'x-access-token'],
  ])('knows a %s', (shape, value) => expect(textShape(value)).toBe(shape))

  it('has no name for what is drawn at random', () => {
    for (const name of ['alnum', 'base64', 'base64url', 'hex', 'base32', 'base58'] as const) {
      const values = fc.sample(text(alphabets[name], 20, 64), { seed, numRuns: 500 })
      const shaped = values.map((value) => textShape(value)).filter((shape) => shape !== undefined)
      expect(shaped.length, `${name}: ${[...new Set(shaped)]}`).toBeLessThan(5)
    }
  })
})
