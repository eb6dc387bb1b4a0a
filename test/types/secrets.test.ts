import {
  env,
  type FileSecret,
  file,
  json,
  type loadSecrets,
  number,
  type Secret,
  type Secrets,
  url,
} from '@tacet/runtime'
import { type } from 'arktype'
import * as v from 'valibot'
import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'

test('a secret cannot be used as a string by mistake', () => {
  expectTypeOf<Secret>().not.toExtend<string>()
  expectTypeOf<string>().not.toExtend<Secret>()
  expectTypeOf<Secret<Uint8Array>>().not.toExtend<Secret>()
  expectTypeOf<{ name: string; reveal(): string }>().not.toExtend<Secret>()
})

test('what is loaded has the type of its source', () => {
  const sources = {
    url: env('URL'),
    maybe: env('MAYBE', { optional: true }),
    key: file('key'),
    store: file('store.p12', { as: 'bytes' }),
    maybeFile: file('file', { optional: true }),
  }
  type Loaded = ReturnType<typeof loadSecrets<typeof sources>>
  expectTypeOf<Loaded['url']>().toEqualTypeOf<Secret>()
  expectTypeOf<Loaded['maybe']>().toEqualTypeOf<Secret | undefined>()
  expectTypeOf<Loaded['key']>().toEqualTypeOf<FileSecret<string>>()
  expectTypeOf<Loaded['store']>().toEqualTypeOf<FileSecret<Uint8Array>>()
  expectTypeOf<Loaded['maybeFile']>().toEqualTypeOf<FileSecret<string> | undefined>()
  expectTypeOf<ReturnType<Secret['reveal']>>().toEqualTypeOf<string>()
})

test('what is parsed has the type of its parser, and what is chosen that of the choices', () => {
  const sources = {
    port: env('PORT', { parse: number({ min: 1 }), default: 5432 }),
    mode: env('MODE', { oneOf: ['plain', 'tls'] }),
    address: env('ADDRESS', { parse: url() }),
    account: file('account.json', { parse: json<{ private_key: string }>('private_key') }),
    length: file('key', { parse: (text: string) => text.length, optional: true }),
    list: env('LIST', { parse: (text) => text.split(',') }),
    withZod: env('A', { parse: z.coerce.number() }),
    withValibot: env('B', { parse: v.pipe(v.string(), v.minLength(8)) }),
    withArktype: env('C', { parse: type('string.numeric.parse') }),
  }
  type Loaded = Secrets<typeof sources>
  expectTypeOf<Loaded['port']>().toEqualTypeOf<Secret<number>>()
  expectTypeOf<Loaded['mode']>().toEqualTypeOf<Secret<'plain' | 'tls'>>()
  expectTypeOf<Loaded['address']>().toEqualTypeOf<Secret<URL>>()
  expectTypeOf<Loaded['account']>().toEqualTypeOf<FileSecret<{ private_key: string }>>()
  expectTypeOf<Loaded['length']>().toEqualTypeOf<FileSecret<number> | undefined>()
  expectTypeOf<Loaded['list']>().toEqualTypeOf<Secret<string[]>>()
  expectTypeOf<Loaded['withZod']>().toEqualTypeOf<Secret<number>>()
  expectTypeOf<Loaded['withValibot']>().toEqualTypeOf<Secret<string>>()
  expectTypeOf<Loaded['withArktype']>().toEqualTypeOf<Secret<number>>()
})
