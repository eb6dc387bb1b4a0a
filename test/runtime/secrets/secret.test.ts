import { inspect } from 'node:util'
import { createRegistry, redactText, Secret, SecretDisposedError } from '@tacet/runtime'
import { expect, test } from 'vitest'
import { replaceValue } from '../../../packages/runtime/src/secrets/secret.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const value = fakeSecret('secret')
const secret = new Secret('API_KEY', value)

const thrownBy = (fail: () => unknown): unknown => {
  try {
    return fail()
  } catch (error) {
    return error
  }
}

test('it prints as its placeholder', () => {
  expect([`${secret}`, JSON.parse(JSON.stringify(secret)), inspect(secret)]).toEqual(
    Array(3).fill('[REDACTED:API_KEY]'),
  )
  expect(Object.prototype.toString.call(secret)).toBe('[object Secret]')
})

test('it gives its value to those who ask for it', async () => {
  expect(secret.reveal() === value).toBe(true)
  expect(secret.use((text) => text.length)).toBe(value.length)
  expect(await secret.use(async (text) => text.length)).toBe(value.length)
  const bytes = new Secret('BYTES', Uint8Array.of(1, 2, 3))
  expect(bytes.reveal()).toEqual(Uint8Array.of(1, 2, 3))
  const parsed = new Secret('PARSED', { port: 5432 })
  expect(parsed.use(({ port }) => port)).toBe(5432)
})

test('what use throws is thrown', () => {
  const error = new Error('of the caller')
  const fails = (): never => {
    throw error
  }
  expect(thrownBy(() => secret.use(fails))).toBe(error)
})

test('it compares with strings, bytes and secrets', () => {
  expect(secret.equals(value)).toBe(true)
  expect(secret.equals(Buffer.from(value))).toBe(true)
  expect(secret.equals(new Secret('OTHER', value))).toBe(true)
  expect(secret.equals(secret)).toBe(true)
  expect(secret.equals(`${value}x`)).toBe(false)
  expect(secret.equals(value.slice(1))).toBe(false)
  expect(secret.equals(fakeSecret('other'))).toBe(false)
  expect(secret.equals('')).toBe(false)
  expect(new Secret('EMPTY', '').equals('')).toBe(true)
})

test('it does not compare what has no bytes, and does not quote it', () => {
  const parsed = new Secret('PARSED', { value }) as unknown as Secret
  for (const compare of [() => parsed.equals(value), () => secret.equals({ value } as unknown as string)]) {
    const error = thrownBy(compare)
    expect(error).toBeInstanceOf(TypeError)
    expect(inspect(error).includes(value)).toBe(false)
  }
})

test('disposal takes the value away, and zeroes bytes, but a registry keeps redacting it', () => {
  const registry = createRegistry()
  const bytes = Buffer.from(value)
  const disposed = new Secret('BYTES', bytes)
  registry.add('BYTES', disposed)
  disposed[Symbol.dispose]()
  const error = thrownBy(() => disposed.reveal())
  expect(error).toBeInstanceOf(SecretDisposedError)
  expect(error).toMatchObject({
    code: 'TACET_SECRET_DISPOSED',
    message: 'BYTES was disposed: reveal it before it is disposed, or load it again.',
  })
  expect(inspect(error).includes(value)).toBe(false)
  expect(() => disposed.use(() => 1)).toThrow(SecretDisposedError)
  expect(disposed.equals(value)).toBe(false)
  expect(secret.equals(disposed)).toBe(false)
  expect(bytes.every((byte) => byte === 0)).toBe(true)
  expect(redactText(`a ${value}`, { registry })).toBe('a [REDACTED:BYTES]')
  expect(inspect(disposed)).toBe('[REDACTED:BYTES]')
})

test('disposing twice is disposing', () => {
  const disposed = new Secret('KEY', value)
  disposed[Symbol.dispose]()
  disposed[Symbol.dispose]()
  expect(() => disposed.reveal()).toThrow(SecretDisposedError)
})

test('a proxy, or what inherits from a secret, has no value and says so', () => {
  for (const imitation of [new Proxy(secret, {}), Object.create(secret) as Secret]) {
    const error = thrownBy(() => imitation.reveal())
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toMatch(/^API_KEY is not a Secret/)
  }
})

test('a value can be replaced for all who hold the secret, unless it was disposed', () => {
  const rotated = new Secret('KEY', value)
  const next = fakeSecret('next')
  replaceValue(rotated, next)
  expect(rotated.reveal() === next).toBe(true)
  rotated[Symbol.dispose]()
  replaceValue(rotated, value)
  expect(() => rotated.reveal()).toThrow(SecretDisposedError)
})
