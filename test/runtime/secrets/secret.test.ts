import assert from 'node:assert'
import { Console } from 'node:console'
import { PassThrough } from 'node:stream'
import { format, inspect } from 'node:util'
import v8 from 'node:v8'
import { createRegistry, redactText, Secret } from '@tacet/runtime'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const value = fakeSecret('secret')
const secret = new Secret('API_KEY', value)
const holder = { deep: { list: [secret], map: new Map([[secret, secret]]) } }

const inConsole = (print: (console: Console) => void): string => {
  const stream = new PassThrough()
  print(new Console(stream, stream))
  return String(stream.read())
}

const messageOf = (fail: () => void): string => {
  try {
    fail()
  } catch (error) {
    return inspect(error, { depth: null })
  }
  return ''
}

const printed: Record<string, () => string> = {
  String: () => String(secret),
  template: () => `${secret}`,
  concatenation: () => `${''}${secret as unknown as string}`.concat(secret as unknown as string),
  join: () => [secret].join(),
  'JSON.stringify': () => JSON.stringify(holder),
  'JSON.stringify of itself': () => JSON.stringify(secret),
  inspect: () => inspect(holder, { depth: null, showHidden: true, showProxy: true, getters: true }),
  'inspect without custom printing': () =>
    inspect(holder, { depth: null, showHidden: true, customInspect: false }),
  'inspect of a proxy': () => inspect(new Proxy(secret, {}), { showProxy: true, customInspect: false }),
  'format %s %o %O %j': () => format('%s %o %O %j', secret, secret, secret, secret),
  'console.log': () => inConsole((console) => console.log(holder, secret)),
  'console.dir': () => inConsole((console) => console.dir(holder, { depth: null, showHidden: true })),
  'console.table': () => inConsole((console) => console.table([secret, holder])),
  'entries and spread': () => inspect([Object.entries(secret), { ...secret }, Reflect.ownKeys(secret)]),
  descriptors: () => inspect(Object.getOwnPropertyDescriptors(secret), { depth: null, showHidden: true }),
  structuredClone: () => inspect(structuredClone(secret), { depth: null }),
  'v8.serialize': () => v8.serialize(secret).toString('latin1'),
  'assert diff': () => messageOf(() => assert.deepStrictEqual({ secret }, { secret: 'other' })),
  'vitest diff': () => messageOf(() => expect({ secret }).toEqual({ secret: 'other' })),
  'error message': () => inspect(new Error(`with ${secret}`, { cause: secret })),
  'thrown on disposal': () => {
    const disposed = new Secret('API_KEY', value)
    disposed[Symbol.dispose]()
    return messageOf(() => disposed.reveal())
  },
}

describe('a secret is not printed by', () => {
  test.each(Object.entries(printed))('%s', (_, print) => {
    const text = print()
    expect(text.length).toBeGreaterThan(0)
    expect(text.includes(value)).toBe(false)
    expect(text.includes(Buffer.from(value).toString('base64'))).toBe(false)
  })
})

test('it prints as its placeholder', () => {
  expect([`${secret}`, JSON.parse(JSON.stringify(secret)), inspect(secret)]).toEqual(
    Array(3).fill('[REDACTED:API_KEY]'),
  )
})

test('it gives its value to those who ask for it', () => {
  expect(secret.reveal() === value).toBe(true)
  expect(secret.use((text) => text.length)).toBe(value.length)
  const bytes = new Secret('BYTES', Uint8Array.of(1, 2, 3))
  expect(bytes.reveal()).toEqual(Uint8Array.of(1, 2, 3))
})

test('it compares with strings, bytes and secrets', () => {
  expect(secret.equals(value)).toBe(true)
  expect(secret.equals(Buffer.from(value))).toBe(true)
  expect(secret.equals(new Secret('OTHER', value))).toBe(true)
  expect(secret.equals(`${value}x`)).toBe(false)
  expect(secret.equals(value.slice(1))).toBe(false)
  expect(secret.equals(fakeSecret('other'))).toBe(false)
  expect(secret.equals('')).toBe(false)
})

test('disposal takes the value away, and zeroes bytes, but a registry keeps redacting it', () => {
  const registry = createRegistry()
  const bytes = Buffer.from(value)
  const disposed = new Secret('BYTES', bytes)
  registry.add('BYTES', disposed)
  disposed[Symbol.dispose]()
  expect(() => disposed.reveal()).toThrow('load it again')
  expect(disposed.equals(value)).toBe(false)
  expect(bytes.every((byte) => byte === 0)).toBe(true)
  expect(redactText(`a ${value}`, { registry })).toBe('a [REDACTED:BYTES]')
})
