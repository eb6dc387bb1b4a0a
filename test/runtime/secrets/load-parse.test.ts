import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { createRegistry, env, json, loadSecrets, number, redactText, url } from '@tacet/runtime'
import { type } from 'arktype'
import * as v from 'valibot'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const value = fakeSecret('parse')

describe('the parsers', () => {
  const { registry, set } = {
    registry: createRegistry(),
    set: { NUMBER: '-1234567.5', URL: `https://user:${value}@example.com/`, JSON: '{"a":[1]}' },
  }

  test('give a number, a URL, JSON', () => {
    const loaded = loadSecrets(
      {
        n: env('NUMBER', { parse: number() }),
        u: env('URL', { parse: url() }),
        j: env('JSON', { parse: json() }),
      },
      { env: set, registry },
    )
    expect(loaded.n.reveal()).toBe(-1234567.5)
    expect(loaded.u.reveal().hostname).toBe('example.com')
    expect(loaded.j.reveal()).toEqual({ a: [1] })
  })

  test.each([' 5', '', '0x10', 'Infinity', '1_000', '5 ', '1e999'])('do not take %j for a number', (text) => {
    expect(() => number()(text)).toThrow('it has to be a number')
  })

  test('have inclusive bounds', () => {
    const parse = number({ min: 1, max: 3, integer: true })
    expect(['1', '3'].map(parse)).toEqual([1, 3])
    for (const text of ['0', '4', '2.5']) {
      expect(() => parse(text)).toThrow('it has to be an integer, at least 1, at most 3')
    }
  })
})

describe('what a parse function returns', () => {
  test('stays secret: text, bytes, the secret fields of an object', () => {
    const registry = createRegistry()
    const encoded = (text: string) => Buffer.from(text).toString('base64')
    const key = fakeSecret('private', 40)
    const set = {
      TEXT: encoded(value).split('').reverse().join(''),
      BYTES: `${encoded(fakeSecret('bytes'))}`,
      ACCOUNT: encoded(JSON.stringify({ type: 'service_account', project: 'orders', private_key: key })),
    }
    const backwards = (text: string) => text.split('').reverse().join('')
    const loaded = loadSecrets(
      {
        text: env('TEXT', { parse: (text) => Buffer.from(backwards(text), 'base64').toString() }),
        bytes: env('BYTES', { parse: (text) => Buffer.from(text, 'base64') }),
        account: env('ACCOUNT', {
          parse: (text) => json<{ project: string }>('private_key')(Buffer.from(text, 'base64').toString()),
        }),
      },
      { env: set, registry },
    )
    expect(loaded.text.equals(value)).toBe(true)
    expect(loaded.account.reveal().project).toBe('orders')
    expect(redactText(`${value} ${fakeSecret('bytes')} ${key} orders service_account`, { registry })).toBe(
      '[REDACTED:TEXT] [REDACTED:BYTES] [REDACTED:ACCOUNT] orders service_account',
    )
    expect(`${loaded.account}`).toBe('[REDACTED:ACCOUNT]')
  })

  test('may be an object that shows nothing', () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
    const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    const { key } = loadSecrets(
      { key: env('KEY', { parse: (text) => createPrivateKey(text) }) },
      { env: { KEY: pem }, registry: createRegistry() },
    )
    expect(key.reveal().asymmetricKeyType).toBe('ed25519')
    expect(warning).not.toHaveBeenCalled()
    warning.mockRestore()
  })
})

test('a schema of zod, valibot, arktype parses', () => {
  const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  const loaded = loadSecrets(
    {
      a: env('KEY', { parse: z.string().transform((text) => text.length) }),
      b: env('KEY', { parse: v.pipe(v.string(), v.toUpperCase()) }),
      c: env('NUMBER', { parse: type('string.numeric.parse') }),
    },
    { env: { KEY: value, NUMBER: '123456789' }, registry: createRegistry() },
  )
  expect([loaded.a.reveal(), loaded.c.reveal()]).toEqual([value.length, 123456789])
  expect(loaded.b.equals(value.toUpperCase())).toBe(true)
  warning.mockRestore()
})

test('a choice and a default stand in the code: neither is redacted, nor warned of', () => {
  const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  const registry = createRegistry()
  const { mode } = loadSecrets(
    { mode: env('MODE', { oneOf: ['plain', 'tls'] }) },
    { env: { MODE: 'tls' }, registry },
  )
  expect(mode.reveal()).toBe('tls')
  expect(registry.registrations()).toEqual([])
  expect(warning).not.toHaveBeenCalled()
  warning.mockRestore()
})
