import { env, type FileSecret, file, type loadSecrets, type Secret } from '@tacet/runtime'
import { expectTypeOf, test } from 'vitest'

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
