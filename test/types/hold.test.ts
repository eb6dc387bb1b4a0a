import type { Secret } from '@tacet/runtime'
import { expectTypeOf, test } from 'vitest'

declare const secret: Secret
declare const url: Secret<URL>

test('a secret is not a string, nor anything else that has text', () => {
  expectTypeOf<Secret<string>>().not.toExtend<string>()
  expectTypeOf<Secret<string>>().not.toExtend<PropertyKey>()
  expectTypeOf<Secret<string>>().not.toExtend<URL | Uint8Array | RegExp | Error>()
  expectTypeOf<string>().not.toExtend<Secret<string>>()
  type Lookalike = Pick<Secret, keyof Secret>
  expectTypeOf<Lookalike>().not.toExtend<Secret>()
})

test('a secret is of what it holds', () => {
  expectTypeOf<Secret<Uint8Array>>().not.toExtend<Secret<string>>()
  expectTypeOf<Secret<string>>().toExtend<Secret<string | Uint8Array>>()
  expectTypeOf<ReturnType<Secret<URL>['reveal']>>().toEqualTypeOf<URL>()
  expectTypeOf<Secret>().toEqualTypeOf<Secret<string>>()
})

test('what is made of a secret has the type that was made', () => {
  const made = () => [secret.use((value) => value.length), url.use(async ({ host }) => host)] as const
  expectTypeOf(made).returns.toEqualTypeOf<readonly [number, Promise<string>]>()
})

test('only text and bytes are compared', () => {
  const compare = () => [
    secret.equals('other'),
    secret.equals(secret),
    // @ts-expect-error a URL has no bytes of its own
    url.equals('other'),
    // @ts-expect-error a number is neither
    secret.equals(4711),
  ]
  const misuse = () => [
    // @ts-expect-error a function for text does not take it
    encodeURIComponent(secret),
    // @ts-expect-error nor does one for headers
    new Headers({ authorization: secret }),
  ]
  expectTypeOf(compare).returns.toExtend<boolean[]>()
  expectTypeOf(misuse).toBeFunction()
})
