import { inspect, types } from 'node:util'
import { createRegistry, redactValue } from '@tacet/runtime'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { shown } from '../../helpers/shown.ts'

const key = fakeSecret('value objects')
const registry = createRegistry()
registry.add('KEY', key)
const redact = <T>(value: T): T => redactValue(value, { registry }) as T
const KEY = '[REDACTED:KEY]'

class Account {
  readonly name = 'account'
  readonly token: string
  readonly #hidden = 'kept'
  constructor(token: string) {
    this.token = token
  }
  get hidden() {
    return this.#hidden
  }
}

class Printer {
  readonly #token: string
  constructor(token: string) {
    this.#token = token
  }
  toJSON() {
    return { token: this.#token }
  }
  toString() {
    return `Printer ${this.#token}`
  }
  [Symbol.toPrimitive](hint: string) {
    return `${hint} ${this.#token}`
  }
  [inspect.custom]() {
    return `Printer <${this.#token}>`
  }
}

describe('errors', () => {
  test('lose the secret from message, stack, cause and their own properties, and stay errors', () => {
    const cause = new TypeError(`cause ${key}`)
    const config = { headers: { authorization: key } }
    const error = Object.assign(new RangeError(`failed with ${key}`, { cause }), { config })
    const redacted = redact(error)
    expect(types.isNativeError(redacted)).toBe(true)
    expect(redacted).toBeInstanceOf(RangeError)
    expect(redacted.message).toBe(`failed with ${KEY}`)
    expect(redacted.stack?.split('\n').slice(1)).toEqual(error.stack?.split('\n').slice(1))
    expect(redacted.cause).toBeInstanceOf(TypeError)
    expect(redacted.config).toEqual({ headers: { authorization: KEY } })
    expect(Object.keys(redacted)).toEqual(['config'])
    expect(shown(redacted)).not.toContain(key)
    expect(error.message).toBe(`failed with ${key}`)
  })

  test('of an AggregateError too', () => {
    const clean = new Error('clean')
    const redacted = redact(new AggregateError([new Error(key), clean], 'all'))
    expect(redacted.errors[0].message).toBe(KEY)
    expect(redacted.errors[1]).toBe(clean)
    expect(shown(redacted)).not.toContain(key)
  })

  test('that print themselves, as those of axios do', () => {
    class HttpError extends Error {
      readonly config = { headers: { authorization: key } }
      toJSON() {
        return { message: this.message, config: this.config }
      }
    }
    const redacted = redact(new HttpError('failed'))
    expect(JSON.parse(JSON.stringify(redacted))).toEqual({
      message: 'failed',
      config: { headers: { authorization: KEY } },
    })
  })

  test('that inherit their message', () => {
    const redacted = redact(new DOMException(key, 'AbortError'))
    expect(redacted.message).toBe(KEY)
    expect(redacted.name).toBe('AbortError')
    expect(shown(redacted)).not.toContain(key)
  })
})

describe('class instances', () => {
  test('keep their class', () => {
    const redacted = redact(new Account(key))
    expect(redacted).toBeInstanceOf(Account)
    expect(redacted.token).toBe(KEY)
    expect(redacted.name).toBe('account')
    const clean = new Account('none')
    expect(redact(clean)).toBe(clean)
  })

  test('print what they print, redacted, from private fields too', () => {
    const redacted = redact({ printer: new Printer(key) })
    expect(JSON.stringify(redacted)).toBe(`{"printer":{"token":"${KEY}"}}`)
    expect(inspect(redacted)).toBe(`{ printer: Printer <${KEY}> }`)
    expect(redacted.printer.toString()).toBe(`Printer ${KEY}`)
    expect(`${redacted.printer}`).toBe(`string ${KEY}`)
    const clean = { printer: new Printer('clean') }
    expect(redact(clean)).toBe(clean)
  })

  test('have accessors that read private fields, redacted', () => {
    class Named {
      readonly #name = key
      readonly #tags = [key, 'other']
      token = key
      get name(): string {
        return this.#name
      }
      get tags(): readonly string[] {
        return this.#tags
      }
    }
    const redacted = redact(new Named())
    expect([redacted.name, redacted.tags]).toEqual([KEY, [KEY, 'other']])
    expect(Object.assign(redacted, { name: 'another' }).name).toBe('another')
    expect(inspect(redacted)).toBe(`Named { token: '${KEY}' }`)
    const file = redact(new File(['text'], `${key}.txt`, { lastModified: 7 }))
    expect([file.name, file.lastModified, file.size]).toEqual([`${KEY}.txt`, 7, 4])
    const event = redact(Object.assign(new Event('told'), { detail: key }))
    expect([event.type, event.bubbles, event.detail]).toEqual(['told', false, KEY])
  })

  test('that give themselves, or others of their class, as JSON', () => {
    class Loop {
      key = key
      toJSON(): Loop {
        return new Loop()
      }
    }
    expect(JSON.stringify(redact(new Loop()))).toBe(`{"key":"${KEY}"}`)
    const self = { key, toJSON: () => self as unknown }
    expect(JSON.stringify(redact(self))).toBe(`{"key":"${KEY}"}`)
  })
})

test('one event for a secret that an object shows in several ways', () => {
  const own = createRegistry()
  own.add('KEY', key)
  redactValue(new Printer(key), { registry: own, sink: 'log', place: 'here' })
  expect(own.counts()).toEqual([{ name: 'KEY', form: 'raw', sink: 'log', count: 1 }])
})
