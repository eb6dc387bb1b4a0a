import { inspect } from 'node:util'
import { runInNewContext } from 'node:vm'
import { createRegistry, redactValue, Secret } from '@tacet/runtime'
import { describe, expect, test } from 'vitest'
import { fakeNumber, fakeSecret } from '../../helpers/fake-secret.ts'
import { shown } from '../../helpers/shown.ts'

const key = fakeSecret('value')
const pin = fakeNumber('value')
const registry = createRegistry()
registry.add('KEY', key)
registry.add('PIN', String(pin))
const redact = <T>(value: T): T => redactValue(value, { registry }) as T
const KEY = '[REDACTED:KEY]'

describe('redacts', () => {
  test.each<[string, unknown, unknown]>([
    ['a string', `a ${key} b`, `a ${KEY} b`],
    ['an object', { a: 1, b: { c: key } }, { a: 1, b: { c: KEY } }],
    ['an array', [1, [key]], [1, [KEY]]],
    ['a key', { [key]: 1, [`x${key}`]: 2 }, { [KEY]: 1, [`x${KEY}`]: 2 }],
    ['a number', { pin, list: [pin] }, { pin: '[REDACTED:PIN]', list: ['[REDACTED:PIN]'] }],
    ['a BigInt', BigInt(pin), '[REDACTED:PIN]'],
    ['a Map', new Map([[key, { key }]]), new Map([[KEY, { key: KEY }]])],
    ['a Set', new Set([key, 'other']), new Set([KEY, 'other'])],
    ['a boxed string', { s: Object(key) }, { s: KEY }],
    ['a boxed number', { n: Object(pin) }, { n: '[Number: [REDACTED:PIN]]' }],
    ['a Secret', { s: new Secret('OTHER', key) }, { s: '[REDACTED:OTHER]' }],
    ['a Buffer', Buffer.from(`<${key}>`), Buffer.from(`<${KEY}>`)],
    ['a Uint8Array', new TextEncoder().encode(key), new TextEncoder().encode(KEY)],
    ['an ArrayBuffer', Uint8Array.from(Buffer.from(key)).buffer, Uint8Array.from(Buffer.from(KEY)).buffer],
    ['bytes as JSON has them', Buffer.from(key).toJSON(), Buffer.from(KEY).toJSON()],
    ['wide numbers', Float64Array.of(1, pin), '1, [REDACTED:PIN]'],
    ['a URL', new URL(`https://example.org/${key}?a=1`), new URL(`https://example.org/${KEY}?a=1`)],
    ['a URL whose host it is', new URL(`redis://${key}`), `redis://${KEY}`],
    [
      'search parameters',
      new URLSearchParams([
        ['a', key],
        ['a', 'b'],
      ]),
      new URLSearchParams([
        ['a', KEY],
        ['a', 'b'],
      ]),
    ],
    [
      'headers',
      new Headers({ authorization: `Bearer ${key}` }),
      new Headers({ authorization: `Bearer ${KEY}` }),
    ],
    ['a null-prototype object', Object.assign(Object.create(null), { key }), { key: KEY }],
    ['a frozen object', Object.freeze({ list: Object.freeze([key]) }), { list: [KEY] }],
    [
      'a getter',
      {
        get key() {
          return key
        },
      },
      { key: KEY },
    ],
    ['a regular expression', new RegExp(key), `/${KEY}/`],
    ['an escaped form', { a: Buffer.from(key).toString('hex').toUpperCase() }, { a: KEY }],
  ])('%s', (_, value, expected) => {
    const redacted = redact(value)
    expect(redacted).toEqual(expected)
    expect(shown(redacted)).not.toContain(key)
    expect(redact(redacted)).toBe(redacted)
  })

  test('a symbol, as a value and as a key', () => {
    const redacted = redact({ [Symbol(key)]: Symbol(`x ${key}`) })
    expect(inspect(redacted)).toBe(`{ [Symbol(${KEY})]: Symbol(x ${KEY}) }`)
  })

  test('two keys that come out the same', () => {
    const hex = Buffer.from(key).toString('hex')
    const redacted = redact({ [key]: 1, [hex]: 2, [KEY]: 3 })
    expect(Object.values(redacted)).toEqual([1, 2, 3])
    expect(new Set(Object.keys(redacted)).size).toBe(3)
    expect(
      redact(
        new Map([
          [key, 1],
          [hex, 2],
        ]),
      ).size,
    ).toBe(2)
  })

  test('a sparse array, a property of an array, and one of a Map', () => {
    const list = Object.assign([key], { extra: key })
    list.length = 3
    const redacted = redact(list)
    expect(redacted).toHaveLength(3)
    expect(1 in redacted).toBe(false)
    expect(redacted.extra).toBe(KEY)
    expect(redact(Object.assign(new Map(), { extra: key })).extra).toBe(KEY)
  })

  test('a promise, a function, an iterator and a weak collection, by what they print', () => {
    const named = Object.defineProperty(() => {}, 'name', { value: key })
    const held = { key }
    const hidden = [
      Promise.resolve(held),
      named,
      new Map([[key, 1]]).keys(),
      new Set([key]).values(),
      new WeakSet([held]),
      new WeakMap([[{}, held]]),
    ]
    for (const value of hidden) expect(shown(redact([value]))).not.toContain(key)
    expect(redact([Promise.resolve(key)])[0]).toBe(`Promise { '${KEY}' }`)
    const clean = [Promise.resolve(1), () => 1, new Map([['a', 1]]).values(), new WeakMap()]
    expect(redact(clean)).toBe(clean)
  })

  test('the arguments of a call, and objects of another realm', () => {
    const values: unknown[] = runInNewContext(
      `[{ key }, [key], new Error(key), new Map([[key, key]]), Object(key), (function () { return arguments })(key)]`,
      { key },
    )
    for (const value of values) {
      expect(shown(redact(value))).toContain(KEY)
      expect(shown(redact(value))).not.toContain(key)
    }
  })

  test('a property of something that cannot be copied', () => {
    for (const value of [() => {}, new Date(0), /x/, Object('boxed'), Object(1n)]) {
      const redacted = redact([Object.assign(value, { extra: key })])
      expect(shown(redacted)).toContain(KEY)
      expect(shown(redacted)).not.toContain(key)
    }
    const date = redact(Object.assign(new Date(7), { extra: key }))
    expect(date.getTime()).toBe(7)
  })

  test('a proxy, also what it keeps from everyone but util.inspect', () => {
    const veiled = new Proxy({ key }, { get: () => 'nothing', ownKeys: () => [] })
    expect(shown(redact({ veiled }))).not.toContain(key)
    expect(redact(new Proxy({ key }, {}))).toEqual({ key: KEY })
  })
})

describe('leaves alone', () => {
  test('what has no secret, at every level', () => {
    const clean = {
      list: [1, new Map([['a', new Date(0)]])],
      error: new Error('x'),
    }
    expect(redact(clean)).toBe(clean)
    const proxies = [new URL('https://example.org'), new Headers(), [1], new Map()].map(
      (it) => new Proxy(it, {}),
    )
    expect(redact(proxies)).toBe(proxies)
    const mixed = { clean, key }
    expect(redact(mixed).clean).toBe(clean)
  })

  test('what is given', () => {
    const given = { key, list: [key], map: new Map([[key, key]]) }
    const before = inspect(given, { depth: null })
    redact(given)
    expect(inspect(given, { depth: null }) === before).toBe(true)
  })

  test('cycles and shared references', () => {
    const shared = { key }
    const cycle: { self?: unknown; a: unknown; b: unknown; clean: unknown } = {
      a: shared,
      b: [shared],
      clean: {},
    }
    cycle.self = cycle
    const redacted = redact(cycle)
    expect(redacted.self).toBe(redacted)
    expect(redacted.a).toBe((redacted.b as unknown[])[0])
    expect(redacted.clean).toBe(cycle.clean)
    const ring: { next: { back?: unknown } } = { next: {} }
    ring.next.back = ring
    expect(redact(ring)).toBe(ring)
  })
})

describe('withholds', () => {
  const within = (value: unknown, limits: object) => redactValue(value, { registry, ...limits })

  test('what is too deep, too large or too long', () => {
    expect(within([[[1]]], { maxDepth: 2 })).toEqual([['[WITHHELD: too deep]']])
    expect(within({ a: [1, 2, 3], b: 1 }, { maxEntries: 4 })).toEqual({ a: '[WITHHELD: too large]', b: 1 })
    expect(within(['abcd', 'efgh'], { maxLength: 6 })).toEqual(['abcd', '[WITHHELD: too long]'])
    expect(within(Buffer.from('abcdefgh'), { maxLength: 6 })).toEqual(Buffer.from('[WITHHELD: too long]'))
  })

  test('a very deep value, without running out of stack', () => {
    let deep: unknown = key
    for (let level = 0; level < 50_000; level++) deep = [deep]
    expect(shown(within(deep, {}))).toContain('[WITHHELD: too deep]')
    expect(inspect(within(deep, { maxDepth: Infinity }), { depth: null })).not.toContain(key)
  })

  test('getters that throw and proxies that do, revoked ones too', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    const fail = () => {
      throw new Error(key)
    }
    const throwing = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, fail]))
    const hostile = {
      get bad() {
        return fail()
      },
      good: 1,
      proxy,
      throwing: new Proxy({}, throwing),
    }
    expect(redact(hostile)).toEqual({
      bad: '[WITHHELD: getter threw]',
      good: 1,
      proxy: '[WITHHELD: cannot be inspected]',
      throwing: '[WITHHELD: cannot be inspected]',
    })
  })

  test('but not what throws only when printed', () => {
    const value = {
      toJSON: () => {
        throw new Error(key)
      },
    }
    expect(redact(value)).toBe(value)
  })
})
