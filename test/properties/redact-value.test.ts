import { inspect } from 'node:util'
import { createRegistry, redactValue, Secret } from '@tacet/runtime'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fakeNumber, fakeSecret } from '../helpers/fake-secret.ts'

const key = fakeSecret('redact value')
const phrase = `${fakeSecret('a', 8)} "'\n<&>/é\\${fakeSecret('b', 8)}`
const pin = fakeNumber('redact value')
const registry = createRegistry()
registry.add('KEY', key)
registry.add('PHRASE', phrase)
registry.add('PIN', String(pin))

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
})

class Holder {
  readonly held: unknown
  readonly #hidden: unknown
  constructor(held: unknown) {
    this.held = held
    this.#hidden = held
  }
  toJSON() {
    return { hidden: this.#hidden }
  }
}

const encoders: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(`user:${text}`).toString('base64url'),
  (text) => Buffer.from(text).toString('hex'),
  encodeURIComponent,
  (text) => new URLSearchParams({ a: text }).toString(),
  (text) => JSON.stringify({ text }),
  (text) => JSON.stringify(JSON.stringify({ text })),
  (text) => inspect(text),
  (text) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
]
const forms = [key, phrase].flatMap((text) => encoders.map((encode) => encode(text)))

const planted = fc.oneof(
  fc.constantFrom<unknown>(...forms, pin, BigInt(pin), new Secret('OTHER', key)),
  fc.constantFrom(...forms).map((form) => Buffer.from(`<${form}>`)),
  fc
    .tuple(fc.string({ maxLength: 4 }), fc.constantFrom(...forms))
    .map(([before, form]) => `${before} ${form}`),
)

const wrappers: readonly ((value: unknown) => unknown)[] = [
  (value) => [value],
  (value) => ({ value }),
  (value) => Object.freeze({ deep: [{ value }] }),
  (value) => new Map([[value, value]]),
  (value) => new Set([value]),
  (value) => new Error(typeof value === 'string' ? value : 'no text', { cause: value }),
  (value) => new AggregateError([value], 'many'),
  (value) => Object.assign(new Error('fails'), { config: { headers: { authorization: value } } }),
  (value) => new Holder(value),
  (value) => ({
    get value() {
      return value
    },
  }),
  (value) => (typeof value === 'string' ? { [value]: value } : { value }),
  (value) => Object.assign(Object.create(null), { value }),
  (value) => new Proxy({ value }, {}),
  (value) => Promise.resolve(value),
  (value) => ({ [Symbol('kept')]: value }),
]

/** Values within values, of which some hold a secret. */
const { nested } = fc.letrec<{ nested: unknown }>((tie) => ({
  nested: fc.oneof(
    { depthSize: 'small' },
    planted,
    anything,
    fc.tuple(tie('nested'), fc.constantFrom(...wrappers)).map(([value, wrap]) => wrap(value)),
    fc.array(tie('nested'), { maxLength: 3 }),
    fc.dictionary(fc.string({ maxLength: 3 }), tie('nested'), { maxKeys: 3 }),
  ),
}))

const printings: readonly ((value: unknown) => string | undefined)[] = [
  (value) => inspect(value, { depth: null, showHidden: true, maxStringLength: null, maxArrayLength: null }),
  (value) => JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? `${inner}` : inner)),
  (value) => String(value),
]

function print(printing: (value: unknown) => string | undefined, value: unknown): string {
  try {
    return printing(value) ?? ''
  } catch {
    return ''
  }
}

test('what has no secret is returned itself', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(...wrappers), (value, wrap) => {
      const wrapped = wrap(value)
      expect(redactValue(wrapped, { registry })).toBe(wrapped)
    }),
    { numRuns: 400, seed: 1 },
  )
})

test('no form of a secret is left in anything that is printed', () => {
  fc.assert(
    fc.property(nested, (value) => {
      const redacted = redactValue(value, { registry })
      for (const printing of printings) expect(registry.matcher().test(print(printing, redacted))).toBe(false)
    }),
    { numRuns: 600, seed: 2 },
  )
})

test('redacting twice changes nothing, and the input is as it was', () => {
  fc.assert(
    fc.property(nested, (value) => {
      const before = printings.map((printing) => print(printing, value))
      const redacted = redactValue(value, { registry })
      expect(redactValue(redacted, { registry })).toBe(redacted)
      expect(printings.map((printing) => print(printing, value)).join() === before.join()).toBe(true)
    }),
    { numRuns: 400, seed: 3 },
  )
})

const traps = Object.getOwnPropertyNames(Reflect) as (keyof ProxyHandler<object>)[]

test('nothing that throws or lies makes it throw', () => {
  fc.assert(
    fc.property(
      nested,
      fc.subarray(traps),
      fc.oneof(anything, fc.constant('throw')),
      (value, chosen, answer) => {
        const respond = () => {
          if (answer === 'throw') throw new Error(key)
          return answer
        }
        const handler = Object.fromEntries(chosen.map((trap) => [trap, respond]))
        const target = typeof value === 'object' && value !== null ? value : { value }
        const hostile = [
          new Proxy(target, handler),
          {
            get bad() {
              return respond()
            },
          },
          { toJSON: respond, toString: respond, [Symbol.toPrimitive]: respond, [inspect.custom]: respond },
          Object.create(new Proxy({}, handler)),
          Object.assign(new Error(), { stack: value, message: value, cause: new Proxy(target, handler) }),
        ]
        for (const bad of hostile) {
          const redacted = redactValue({ bad }, { registry })
          for (const printing of printings)
            expect(registry.matcher().test(print(printing, redacted))).toBe(false)
        }
      },
    ),
    { numRuns: 400, seed: 4 },
  )
})
