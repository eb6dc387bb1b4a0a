import diagnostics from 'node:diagnostics_channel'
import { inspect } from 'node:util'
import {
  createRegistry,
  type RedactionEvent,
  redactBytes,
  redactText,
  redactValue,
  Secret,
} from '@tacet/runtime'
import { describe, expect, test, vi } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const first = fakeSecret('registry first')
const second = fakeSecret('registry second')

describe('add', () => {
  test('a value is redacted from then on, under its name', () => {
    const registry = createRegistry()
    expect(redactText(`a ${first} b`, { registry })).toBe(`a ${first} b`)
    const registration = registry.add('API_KEY', first)
    expect(registration).toMatchObject({ name: 'API_KEY', registered: true })
    expect(registration.forms).toBeGreaterThan(0)
    expect(redactText(`a ${first} b`, { registry })).toBe('a [REDACTED:API_KEY] b')
  })

  test('values replaced by rotation stay redacted, and the name is listed once', () => {
    const registry = createRegistry()
    registry.add('ROTATED', first)
    registry.add('ROTATED', second)
    expect(redactText(`${first} ${second}`, { registry })).toBe('[REDACTED:ROTATED] [REDACTED:ROTATED]')
    expect(registry.names()).toEqual(['ROTATED'])
    expect(registry.size).toBe(1)
    expect(registry.registrations()).toHaveLength(2)
  })

  test('the same value again changes nothing, not even the matcher', () => {
    const registry = createRegistry()
    const once = registry.add('API_KEY', first)
    const matcher = registry.matcher()
    expect(registry.add('API_KEY', first)).toBe(once)
    expect(registry.matcher()).toBe(matcher)
  })

  test('one value may have several names, and text is not the same as its bytes', () => {
    const registry = createRegistry()
    const all = [registry.add('A', first), registry.add('B', first), registry.add('A', Buffer.from(first))]
    expect(new Set(all).size).toBe(3)
    expect(registry.add('B', first)).toBe(all[1])
    expect(registry.registrations()).toEqual(all)
    expect(registry.names()).toEqual(['A', 'B'])
    expect(redactText(first, { registry })).toBe('[REDACTED:A]')
  })

  test('what came of it can be written as JSON, before and after the forms were worked out', () => {
    const registry = createRegistry()
    const registration = registry.add('API_KEY', first)
    const json = JSON.stringify(registration)
    expect(JSON.parse(json)).toEqual({
      name: 'API_KEY',
      registered: true,
      forms: registration.forms,
      leftOut: [],
    })
    expect(JSON.stringify(registration)).toBe(json)
  })

  test('takes bytes and a Secret', () => {
    const registry = createRegistry()
    registry.add('BYTES', Uint8Array.from([0, 255, 1, 254, 2, 253, 3, 252, 4]))
    registry.add('WRAPPED', new Secret('WRAPPED', first))
    expect(redactText(first, { registry })).toBe('[REDACTED:WRAPPED]')
    expect(redactText(Buffer.from([0, 255, 1, 254, 2, 253, 3, 252, 4]).toString('hex'), { registry })).toBe(
      '[REDACTED:BYTES]',
    )
  })

  test('bytes stay redacted, and nothing else is, when the caller overwrites them', () => {
    const registry = createRegistry()
    const bytes = Uint8Array.from([0, 255, 1, 254, 2, 253, 3, 252, 4])
    const zeros = new Uint8Array(bytes.length)
    const emitted = Uint8Array.from(bytes)
    const secret = new Secret('BYTES', bytes)
    registry.add('BYTES', secret)
    secret[Symbol.dispose]()
    expect(redactBytes(emitted, { registry })).toEqual(Buffer.from('[REDACTED:BYTES]'))
    expect(redactBytes(zeros, { registry })).toBe(zeros)
  })

  test.each([
    ['', 'it is empty'],
    ['  \n', 'it is empty'],
    ['abc12', 'shorter than 6'],
    ['8080', 'shorter than 6'],
    ['482913', 'fewer than 8 digits'],
    ['20240229', 'a date'],
    ['password', 'a common word'],
    ['Localhost', 'a common word'],
    ['development', 'a common word'],
    ['xxxxxxxxxxxx', 'one character'],
    ['***abc****', 'mostly asterisks'],
    ['*'.repeat(40), 'mostly asterisks'],
    ['x'.repeat(40), 'one character'],
  ])('refuses %j: %s', (value, reason) => {
    const registry = createRegistry()
    const registration = registry.add('NAME', value)
    expect(registration).toMatchObject({ registered: false, forms: 0 })
    expect(registration.reason).toContain(reason)
    if (value.trim().length > 3) expect(registration.reason).not.toContain(value)
    expect(registry.size).toBe(0)
    expect(redactText(`a ${value} b`, { registry })).toBe(`a ${value} b`)
    expect(registry.registrations()).toEqual([registration])
  })

  test('true, and other short words, are refused however short is allowed', () => {
    const registry = createRegistry({ minLength: 4 })
    expect(registry.add('FLAG', 'true').registered).toBe(false)
    expect(registry.add('PIN', '4829').registered).toBe(true)
    expect(createRegistry().add('PIN', '4829', { minLength: 4 }).registered).toBe(true)
  })

  test('a value that was refused can be added with a smaller minLength', () => {
    const registry = createRegistry()
    expect(registry.add('PIN', '4829').registered).toBe(false)
    expect(registry.add('PIN', '4829', { minLength: 4 }).registered).toBe(true)
    expect(redactText('is 4829', { registry })).toBe('is [REDACTED:PIN]')
  })

  test('throws for what is neither text nor bytes, without quoting it', () => {
    const { add } = createRegistry()
    for (const value of [undefined, null, 48_291_337, [48_291_337]]) {
      const attempt = () => add('PIN', value as unknown as string)
      expect(attempt).toThrow(TypeError)
      expect(attempt).not.toThrow('48291337')
    }
  })

  test('parts of a structured value count, and what is left out is told', () => {
    const registry = createRegistry()
    const complete = registry.add('DATABASE_URL', `postgres://app:${first}@db.internal/app`)
    expect(complete.leftOut).toEqual([])
    expect(redactText(`password is ${first}`, { registry })).toBe('password is [REDACTED:DATABASE_URL]')
    expect(redactText('app at db.internal', { registry })).toBe('app at db.internal')
    const weak = 'q7q'
    const { registered, leftOut } = registry.add('WEAK_URL', `postgres://app:${weak}@db.internal/app`)
    expect(registered).toBe(true)
    expect(leftOut.map(({ part }) => part)).toContain('password')
    expect(JSON.stringify(leftOut)).not.toContain(weak)
    expect(redactText(`is ${weak}`, { registry })).toBe(`is ${weak}`)
  })

  test('shows no value when printed', () => {
    const registry = createRegistry()
    registry.add('API_KEY', first)
    const shown = inspect([registry, registry.registrations()], { depth: null, showHidden: true })
    expect(shown.includes(first)).toBe(false)
  })
})

test('what an older matcher found keeps its name when secrets are added before it is replaced', () => {
  const registry = createRegistry()
  registry.add('FIRST', first)
  const matches = registry.matcher().find(`x ${first}`)
  for (let index = 0; index < 20; index++) registry.add(`OTHER_${index}`, fakeSecret(`other ${index}`))
  registry.add('SECOND', second)
  const events: RedactionEvent[] = []
  registry.on('redaction', (event) => events.push(event))
  registry.report(matches[0]!.pattern, 'test')
  expect(registry.placeholder(matches[0]!.pattern)).toBe('[REDACTED:FIRST]')
  expect(events).toEqual([{ name: 'FIRST', form: 'raw', sink: 'test' }])
})

describe('events', () => {
  const setup = () => {
    const registry = createRegistry()
    registry.add('API_KEY', first)
    return registry
  }

  test('tell name, form, sink and place, until the listener is taken away', () => {
    const registry = setup()
    const events: RedactionEvent[] = []
    const off = registry.on('redaction', (event) => events.push(event))
    redactText(`${Buffer.from(first).toString('hex')}`, { registry, sink: 'log', place: 'main' })
    redactText(first, { registry })
    off()
    redactText(first, { registry })
    expect(events).toEqual([
      { name: 'API_KEY', form: 'hex', sink: 'log', place: 'main' },
      { name: 'API_KEY', form: 'raw', sink: 'text' },
    ])
  })

  test('are counted by name, form and sink', () => {
    const registry = setup()
    redactText(`${first} ${first}`, { registry, sink: 'log' })
    redactText(first, { registry, sink: 'body' })
    expect(registry.counts()).toEqual([
      { name: 'API_KEY', form: 'raw', sink: 'log', count: 2 },
      { name: 'API_KEY', form: 'raw', sink: 'body', count: 1 },
    ])
  })

  test('a listener that throws harms neither the output nor the other listeners, and is warned of once', () => {
    const registry = setup()
    const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    const other = vi.fn()
    registry.on('redaction', () => {
      throw new Error(first)
    })
    registry.on('redaction', other)
    expect(redactText(`${first} ${first}`, { registry })).toBe('[REDACTED:API_KEY] [REDACTED:API_KEY]')
    expect(other).toHaveBeenCalledTimes(2)
    expect(warning).toHaveBeenCalledTimes(1)
    expect(JSON.stringify(warning.mock.calls).includes(first)).toBe(false)
    warning.mockRestore()
  })

  test('a listener that redacts is not told of its own, but they are counted', () => {
    const registry = setup()
    const listener = vi.fn(() => void redactText(first, { registry, sink: 'listener' }))
    registry.on('redaction', listener)
    redactText(first, { registry, sink: 'log' })
    expect(listener).toHaveBeenCalledTimes(1)
    expect(registry.counts().map(({ sink }) => sink)).toEqual(['log', 'listener'])
  })

  test('go to the diagnostics channels', () => {
    const registry = setup()
    const seen: unknown[] = []
    const subscriber = (message: unknown) => void seen.push(message)
    for (const name of ['tacet:redaction', 'tacet:withheld']) diagnostics.subscribe(name, subscriber)
    redactText(first, { registry, sink: 'log' })
    registry.withhold('too deep', 'value', 'here')
    for (const name of ['tacet:redaction', 'tacet:withheld']) diagnostics.unsubscribe(name, subscriber)
    redactText(first, { registry, sink: 'log' })
    expect(seen).toEqual([
      { name: 'API_KEY', form: 'raw', sink: 'log' },
      { reason: 'too deep', sink: 'value', place: 'here' },
    ])
  })

  test('withheld content is told to its listeners', () => {
    const registry = setup()
    const listener = vi.fn()
    registry.on('withheld', listener)
    expect(redactValue({ a: { b: 1 } }, { registry, maxDepth: 1 })).toEqual({ a: '[WITHHELD: too deep]' })
    expect(listener).toHaveBeenCalledExactlyOnceWith({ reason: 'too deep', sink: 'value' })
  })
})
