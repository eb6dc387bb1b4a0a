import { redactValue } from '@tacet/runtime'
import { describe, expect, test } from 'vitest'
import { fakeNumber, fakeSecret } from '../../helpers/fake-secret.ts'
import { loggedJson } from '../../helpers/logged-json.ts'
import { registryWith } from '../../helpers/registries.ts'

// Plain data is first looked at in a cheaper way. Wherever the secret is, that way must not let it pass.

const secret = fakeSecret('innocent')
const pin = fakeNumber('innocent')
const registry = registryWith({
  KEY: secret,
  PIN: String(pin),
  LINES: `${fakeSecret('a')}\n${fakeSecret('b')}`,
})

const nested = (depth: number, inner: unknown): unknown =>
  depth === 0 ? inner : { inner: nested(depth - 1, inner) }
const without = (prototype: object | null, properties: object): object =>
  Object.assign(Object.create(prototype), properties)

const texts = (value: unknown, seen = new Set<unknown>()): string[] => {
  if (typeof value !== 'object' || value === null) return [String(value)]
  if (seen.has(value)) return []
  seen.add(value)
  return Reflect.ownKeys(value).flatMap((key) => [String(key), ...texts(Reflect.get(value, key), seen)])
}

const circle: Record<string, unknown> = { secret }
circle.self = circle

describe('is found', () => {
  test.each<[string, unknown]>([
    ['as the value', secret],
    ['in a text', { a: `x ${secret} y` }],
    ['as a key', { [secret]: 1 }],
    ['as the name of a symbol', { [Symbol(secret)]: 1 }],
    ['as a symbol', { a: Symbol(secret) }],
    ['under a symbol', { [Symbol('a')]: { b: secret } }],
    ['as a number', { a: pin }],
    ['as a BigInt', { a: BigInt(pin) }],
    ['as a number in a list', { a: [1, pin] }],
    ['as bytes in a list', { a: [...Buffer.from(secret)] }],
    ['in an object without a prototype', without(null, { a: secret })],
    [
      'by a getter',
      {
        get a() {
          return secret
        },
      },
    ],
    ['in a hidden property', Object.defineProperty({}, 'a', { value: secret })],
    ['in an instance of a class', { a: without(class {}.prototype, { b: secret }) }],
    ['by toJSON', { a: { toJSON: () => secret } }],
    ['17 objects deep', nested(17, secret)],
    ['150 objects deep', nested(150, { secret })],
    ['after 600 properties', { list: Array.from({ length: 600 }, () => 'a'), secret }],
    ['after a long text', { a: 'a'.repeat(70_000), secret }],
    ['in a long text', { a: `${'a'.repeat(70_000)}${secret}` }],
    ['in several lines', { a: `x\n${secret}\ny`, b: `${fakeSecret('a')}\n${fakeSecret('b')}` }],
    [
      'base64 with line breaks',
      { a: Buffer.from(secret.repeat(2)).toString('base64').replace(/.{32}/g, '$&\n') },
    ],
    ['in a circle', circle],
    ['in a proxy', new Proxy({ secret }, {})],
    ['in a Map', { a: new Map([['a', secret]]) }],
  ])('%s', (_, value) => {
    const redacted = redactValue(value, { registry })
    expect(redacted).not.toBe(value)
    const said = [...texts(redacted), value === circle ? '' : loggedJson(redacted)]
    expect(said.some((text) => text.includes(secret) || text.includes(String(pin)))).toBe(false)
  })
})

test('texts that make a secret only together are none, and stay', () => {
  const value = { a: secret.slice(0, 16), b: secret.slice(16), list: [secret.slice(0, 16), secret.slice(16)] }
  expect(redactValue(value, { registry })).toBe(value)
  const lines = [fakeSecret('a'), fakeSecret('b')]
  expect(redactValue({ a: 'x', b: lines.map((line) => line.slice(1)) }, { registry })).toBeTypeOf('object')
})

test('a getter that throws is withheld', () => {
  const value = {
    get a() {
      throw new Error(secret)
    },
  }
  expect(redactValue(value, { registry })).toEqual({ a: '[WITHHELD: getter threw]' })
})
