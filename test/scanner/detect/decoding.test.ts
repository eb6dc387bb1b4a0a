import { gzipSync } from 'node:zlib'
import { rules, seededRandom } from '@tacet/rules'
import type { Finding } from '@tacet/scanner'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { scanBytes, testKey } from '../../helpers/scanning.ts'

type Encode = (text: string) => string

const hexOf = (text: string): string => Buffer.from(text).toString('hex')
const each = (text: string, write: (code: string) => string): string =>
  [...text].map((char) => write(hexOf(char))).join('')

const encodings: Readonly<Record<string, Encode>> = {
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64 without padding': (text) => Buffer.from(text).toString('base64url'),
  hex: hexOf,
  'upper-case hex': (text) => hexOf(text).toUpperCase(),
  'percent-encoding': (text) => each(text, (code) => `%${code}`),
  'unicode escapes': (text) => each(text, (code) => `\\u00${code}`),
  'hex escapes': (text) => each(text, (code) => `\\x${code}`),
  'decimal entities': (text) => each(text, (code) => `&#${Number.parseInt(code, 16)};`),
  'hex entities': (text) => each(text, (code) => `&#x${code};`),
  'gzip in base64': (text) => gzipSync(text).toString('base64'),
  'utf-16 in base64': (text) => Buffer.from(text, 'utf16le').toString('base64'),
}
const named = Object.entries(encodings)

/** A line that is long enough to be told from noise, as most configuration is. */
const line = (secret: string): string => `name = service\nvalue = ${secret}\nlast = yes\n`

const scanWithAll = (text: string): Promise<readonly Finding[]> =>
  scanBytes(text, { rules, threshold: 'low' })

describe.each(['stripe-secret-key', 'aws-access-key-id', 'npm-access-token', 'sendgrid-api-key'])(
  'a credential of %s',
  (id) => {
    const rule = rules.find((one) => one.id === id)
    const secret = rule?.sample(seededRandom(7)) ?? ''

    test('is one of the catalogue', () => {
      expect(rule?.id).toBe(id)
    })

    test.each(named)('in %s is found where it stands', async (_, encode) => {
      const encoded = encode(line(secret))
      const found = (await scanWithAll(`first line\n  data: ${encoded}\nlast line`)).filter(
        ({ ruleId }) => ruleId === id,
      )
      expect(found.map(({ value }) => value === secret)).toEqual([true])
      const [{ location, via, reasons, fingerprint }] = found as [Finding]
      expect(location).toMatchObject({ line: 2, endLine: 2 })
      expect(location.column).toBeGreaterThanOrEqual(9)
      expect(location.endColumn).toBeLessThanOrEqual(9 + encoded.length)
      expect(via).toHaveLength(1)
      expect(reasons.at(-1)).toBe(`decoded from ${via![0]}`)
      const [plain] = await scanWithAll(`plain: ${secret}`)
      expect(fingerprint).toBe(plain!.fingerprint)
    })
  },
)

describe('encodings within encodings', () => {
  const nested = named.flatMap(([outer, wrap]) =>
    named.map(([inner, encode]) => [`${inner} in ${outer}`, wrap, encode] as const),
  )

  test.each(nested)('%s, to the depth that is asked for', async (_, wrap, encode) => {
    const secret = testKey('nested')
    const text = `data: ${wrap(encode(line(secret)))}`
    const values = async (decodeDepth: number) =>
      (await scanBytes(text, { decodeDepth })).map(({ value }) => value).filter((value) => value === secret)
    expect(await values(2)).toEqual([secret])
    expect(await values(1)).toEqual([])
    expect(await values(0)).toEqual([])
  })
})

test('what is read in place is located to the character', async () => {
  const before = fc.constantFrom('', 'é ', '漢字\n', '😀 x = ', 'word\r\n\t')
  const escaped = fc.constantFrom('percent-encoding', 'unicode escapes', 'hex escapes', 'decimal entities')
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(before, escaped, name, fc.nat(11), async (start, encoding, of, at) => {
      const secret = testKey(of)
      const cut = 3 + at
      const written = `${secret.slice(0, cut)}${encodings[encoding]!(secret.slice(cut, cut + 1))}${secret.slice(cut + 1)}`
      const [found, ...more] = await scanBytes(`${start}'${written}' end`)
      const lines = start.split(/\r?\n/)
      expect(found?.value).toBe(secret)
      expect(found?.location).toMatchObject({ line: lines.length, column: lines.at(-1)!.length + 2 })
      expect(found!.location.endColumn - found!.location.column).toBe(written.length)
      expect(more).toEqual([])
    }),
    { seed: 20_261_124, numRuns: 200 },
  )
})

test('secrets in one value are located where the value stands', async () => {
  const [a, b] = [testKey('a'), testKey('b')]
  const encoded = encodings.base64!(`first ${a}\nthen ${b}\n`)
  const found = await scanBytes(`é: ${encoded}\n`)
  expect(found.map(({ value }) => value)).toEqual([a, b])
  // Up to the padding.
  const endColumn = 4 + encoded.replace(/=+$/, '').length
  for (const { location } of found) expect(location).toMatchObject({ column: 4, endLine: 1, endColumn })
})

test('secrets in one long value stand apart', async () => {
  const [a, b] = [testKey('a'), testKey('b')]
  const encoded = encodings.base64!(`first ${a}\nthen ${b}\n${'some words '.repeat(400)}`)
  const found = await scanBytes(encoded)
  expect(found.map(({ value }) => value)).toEqual([a, b])
  expect(found[0]!.location.endColumn).toBeLessThanOrEqual(found[1]!.location.column)
  expect(found[0]!.location.column).toBe(9)
})

test.each(['\n', '\r\n', '\n    '])('base64 that is wrapped with %j', async (end) => {
  const secret = testKey('wrapped')
  for (let shift = 0; shift < 60; shift += 7) {
    const encoded = encodings.base64!(
      `${'word '.repeat(12)}${'-'.repeat(shift)} ${secret} ${'end '.repeat(40)}`,
    )
    const wrapped = encoded.match(/.{1,76}/g)!.join(end)
    const found = await scanBytes(`cert:${end}${wrapped}`)
    expect(found.map(({ value }) => value)).toEqual([secret])
    expect(found[0]!.location.line).toBe(2 + Math.floor((61 + shift) / 57))
  }
})

test('the values of a Kubernetes Secret are named by their keys', async () => {
  const rule = rules.find(({ id }) => id === 'aws-secret-access-key')!
  const secret = rule.sample(seededRandom(3)).split('=').slice(1).join('=')
  const manifest = `kind: Secret\ndata:\n  AWS_SECRET_ACCESS_KEY: ${encodings.base64!(secret)}\n`
  const found = await scanWithAll(manifest)
  expect(found.map(({ ruleId, value }) => [ruleId, value === secret])).toEqual([[rule.id, true]])
  expect(found[0]!.location).toMatchObject({ line: 3, column: 26 })
})

test('what is known as it stands is reported as it stands', async () => {
  const password = `${fakeSecret('password', 9)}%40${fakeSecret('more', 6)}`
  const found = await scanWithAll(`url = mongodb://service:${password}@db.internal.example.org/records`)
  expect(found.map(({ value, via }) => [value === password, via])).toEqual([[true, undefined]])
})

test('an excerpt shows neither the encoded nor the decoded value', async () => {
  const secret = testKey('shown')
  const encoded = encodings.base64!(secret.padEnd(30, ' '))
  const [found] = await scanBytes(`data: ${encoded} end`)
  expect(found!.excerpt).not.toContain(encoded.slice(0, 12))
  expect(found!.excerpt).not.toContain(secret.slice(0, 8))
  expect(found!.excerpt).toMatch(/^data: tk-.*… ?.* end$/)
})

describe('what grows without bounds', () => {
  const bomb = gzipSync(Buffer.alloc(64 << 20)).toString('base64')

  test('is let alone, and hides nothing beside it', async () => {
    const secret = testKey('beside')
    const found = await scanBytes(`bomb: ${bomb}\nkey: ${secret}\n${`again: ${bomb}\n`.repeat(3)}`)
    expect(found.map(({ value }) => value)).toEqual([secret])
  })

  test('of very many secrets in one compressed value some are told', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => `${testKey(`k${index}`)}\n`).join('')
    const found = await scanBytes(`data: ${gzipSync(many).toString('base64')}`)
    expect(found).toHaveLength(100)
    expect(new Set(found.map(({ value }) => value)).size).toBe(100)
  })

  test('a damaged or cut stream is no error', async () => {
    const secret = testKey('cut')
    const whole = gzipSync(`${line(secret)}${fakeSecret('tail', 4000)}`)
    const cut = whole.subarray(0, whole.length - 100).toString('base64')
    expect((await scanBytes(`data: ${cut}`)).map(({ value }) => value)).toEqual([secret])
    expect(await scanBytes(`data: ${whole.subarray(0, 40).fill(0x41, 20).toString('base64')}`)).toEqual([])
  })
})

test('encoded noise, images and texts without a secret give nothing', async () => {
  const random = seededRandom(11)
  const noise = (length: number) => Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
  const texts = Array.from({ length: 300 }, (_, index) => {
    const bytes = index % 3 === 0 ? Buffer.from(`${'some words, '.repeat(9)}${index}`) : noise(20 + index * 4)
    const encoded = index % 2 === 0 ? bytes.toString('base64') : bytes.toString('hex')
    return `"item${index}": "${encoded}",\n`
  })
  expect(await scanWithAll(texts.join(''))).toEqual([])
})
