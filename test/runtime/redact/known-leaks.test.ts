import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { inspect } from 'node:util'
import {
  createRegistry,
  type Registry,
  redactJson,
  redactStream,
  redactText,
  redactValue,
} from '@tacet/runtime'
import { describe, expect, test, vi } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

// What other tools for the same purpose are known to let out, to break, or to black out.

function registryOf(secrets: Readonly<Record<string, string>>): Registry {
  const registry = createRegistry()
  for (const [name, value] of Object.entries(secrets)) registry.add(name, value)
  return registry
}

const written = (registry: Registry, chunks: readonly (string | Uint8Array)[]): Promise<string> =>
  text(Readable.from(chunks.map((chunk) => Buffer.from(chunk))).pipe(redactStream({ registry })))

const key = fakeSecret('known leaks')

describe('secrets that look like themselves', () => {
  test.each([
    ['a repeated beginning', 'aab1c2d3', 'aaab1c2d3', 'a[REDACTED:KEY]'],
    ['a repeated beginning, after a part of it', 'aab1c2d3', 'aabaab1c2d3', 'aab[REDACTED:KEY]'],
    ['a beginning that is the end', 'a9f3kQ2x7Lma', 'is=a9f3kQ2x7Lma', 'is=[REDACTED:KEY]'],
    ['a period', 'abcabcabd', 'abcabcabcabd', 'abc[REDACTED:KEY]'],
  ])('%s: whole, cut anywhere, and byte by byte', async (_name, value, input, expected) => {
    const registry = registryOf({ KEY: value })
    expect(redactText(input, { registry })).toBe(expected)
    for (let cut = 0; cut <= input.length; cut++)
      expect(await written(registry, [input.slice(0, cut), input.slice(cut)])).toBe(expected)
    expect(await written(registry, [...input])).toBe(expected)
  })
})

describe('secrets that overlap', () => {
  test.each([
    [{ ONE: 'foo123bar', TWO: 'bar456xyz' }, 'foo123bar456xyz'],
    [{ ONE: 'word-live-x', TWO: 'live-xyz9k2' }, 'word-live-xyz9k2'],
    [{ LONG: 'prefix-and-rest', SHORT: 'prefix-and' }, 'prefix-and-rest'],
    [{ SHORT: 'prefix-and', LONG: 'prefix-and-rest' }, 'prefix-and-rest'],
    [{ INNER: 'inner-of-it', OUTER: 'an-inner-of-it-all' }, 'an-inner-of-it-all'],
  ])('%j', async (secrets, input) => {
    const registry = registryOf(secrets)
    expect(redactText(`<${input}>`, { registry })).toMatch(/^<\[REDACTED:[A-Z]+\]>$/)
    for (let cut = 0; cut <= input.length; cut++)
      expect(await written(registry, [`<${input.slice(0, cut)}`, `${input.slice(cut)}>`])).toMatch(
        /^<(?:\[REDACTED:[A-Z]+\])+>$/,
      )
  })
})

describe('encodings', () => {
  test.each([0, 1, 2])('base64 after %i other bytes, without its last characters', (before) => {
    const registry = registryOf({ KEY: key })
    const encoded = Buffer.from(`${'~'.repeat(before)}${key}\n`)
      .toString('base64')
      .replace(/=+$/, '')
    const redacted = redactText(encoded, { registry })
    expect(redacted).toContain('[REDACTED:KEY]')
    expect(Buffer.from(redacted.replace('[REDACTED:KEY]', ''), 'base64').toString('latin1')).not.toContain(
      key.slice(4, -4),
    )
  })

  test.each([
    ['doubled dollars of a build tool', (value: string) => value.replaceAll('$', '$$$$')],
    ['quotes of a shell', (value: string) => `'${value.replaceAll("'", String.raw`'\''`)}'`],
    ['quotes of another shell', (value: string) => `'${value.replaceAll("'", `'"'"'`)}'`],
    ['xxd -p', (value: string) => Buffer.from(value).toString('hex')],
    ['backwards', (value: string) => [...value].reverse().join('')],
    ['a percent form', (value: string) => encodeURIComponent(value)],
    ['JSON in JSON', (value: string) => JSON.stringify(JSON.stringify(value))],
    [
      'the body in the error of an HTTP client, printed',
      (value: string) => inspect({ config: { data: JSON.stringify({ value }) } }),
    ],
    [
      'the same, in a line of JSON',
      (value: string) => JSON.stringify({ msg: inspect({ data: JSON.stringify({ value }) }) }),
    ],
    [
      'a form in base64',
      (value: string) => Buffer.from(`${new URLSearchParams({ value })}`).toString('base64'),
    ],
  ])('%s', (_name, encode) => {
    const value = `${key.slice(0, 12)}$'"/é${key.slice(12)}`
    const redacted = redactText(`<${encode(value)}>`, { registry: registryOf({ KEY: value }) })
    expect(redacted).toContain('[REDACTED:KEY]')
    expect(redacted).not.toContain(key.slice(0, 12))
    expect(redacted).not.toContain(key.slice(12))
  })

  test('the password of a login, in the base64 of user and password', () => {
    const registry = registryOf({ URL: `postgres://app:${key}@db.internal/orders` })
    const login = Buffer.from(`app:${key}`).toString('base64')
    expect(redactText(`Authorization: Basic ${login}`, { registry })).not.toContain(login.slice(8, -4))
  })
})

describe('values of several lines', () => {
  const lines = [fakeSecret('line one', 40), '{', fakeSecret('line two', 40), '}']
  const registry = registryOf({ CONFIG: lines.join('\n') })

  test.each([
    ['whole', lines.join('\n')],
    ['with the line ends of Windows', lines.join('\r\n')],
    ['in JSON', JSON.stringify(lines.join('\n'))],
    ['one line of it', lines[2]!],
    ['one line of it, indented', `    ${lines[0]}`],
  ])('%s', (_name, input) => {
    const redacted = redactText(input, { registry })
    expect([redacted.includes(lines[0]!), redacted.includes(lines[2]!)]).toEqual([false, false])
  })

  test('a line that is only a brace is no secret', () => {
    expect(redactText('function f() {\n}\n', { registry })).toBe('function f() {\n}\n')
  })

  test('short and common values are refused, and said to be', () => {
    const own = createRegistry()
    const refused = ['{', 'true', 'a', 'airflow'.slice(0, 3), 'password'].map((value) => own.add('X', value))
    expect(refused.map(({ registered }) => registered)).toEqual(refused.map(() => false))
    expect(refused.every(({ reason }) => typeof reason === 'string')).toBe(true)
  })
})

test.each(['\n', '\r\n', ' \n\n'])('a value with the white space at the end of its file: %j', async (end) => {
  const registry = registryOf({ KEY: key + end })
  expect(await written(registry, [`<${key}`, '>'])).toBe('<[REDACTED:KEY]>')
})

describe('time', () => {
  test('a pause lets no beginning of a secret out', async () => {
    vi.useFakeTimers()
    try {
      const stream = redactStream({ registry: registryOf({ KEY: key }) })
      stream.write(key.slice(0, 20))
      await vi.advanceTimersByTimeAsync(60_000)
      expect(stream.read()).toBe(null)
      stream.end(key.slice(20))
      expect(String(stream.read())).toBe('[REDACTED:KEY]')
    } finally {
      vi.useRealTimers()
    }
  })

  // Were it quadratic, these would not end before the test is given up.
  test('a text in which a secret begins at every place ends', () => {
    const registry = registryOf({ ONE: `${'ab'.repeat(40)}c`, TWO: `${'a'.repeat(60)}b` })
    for (const unit of ['ab', 'a', '\\', '%61']) {
      const text = unit.repeat(2_000_000 / unit.length)
      expect(redactText(text, { registry }) === text).toBe(true)
    }
  })

  test('a stream that comes byte by byte, and always may be one, ends', async () => {
    const registry = registryOf({ LONG: `${'ab'.repeat(400)}c` })
    const chunks = Array.from({ length: 50_000 }, (_, index) => 'ab'[index % 2]!)
    expect(await written(registry, chunks)).toBe('ab'.repeat(25_000))
  })
})

describe('what is not text', () => {
  test('goes on after bytes that are no UTF-8', async () => {
    const registry = registryOf({ KEY: key })
    const bytes = Buffer.concat([Buffer.of(0xff, 0xfe, 0xc3), Buffer.from(`${key}\n`), Buffer.of(0xe9)])
    const out = await written(registry, [bytes])
    expect(out).toContain('[REDACTED:KEY]\n')
  })

  test('a character that is cut in two is whole again', async () => {
    const registry = registryOf({ KEY: `${key}é` })
    const bytes = Buffer.from(`é${key}é€`)
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(await written(registry, [bytes.subarray(0, cut), bytes.subarray(cut)])).toBe('é[REDACTED:KEY]€')
  })

  test('a secret that is longer than any carry, before a cut', async () => {
    const long = fakeSecret('long', 2000)
    const registry = registryOf({ LONG: long })
    expect(await written(registry, [long.slice(0, 1999), long.slice(1999)])).toBe('[REDACTED:LONG]')
  })
})

describe('objects', () => {
  class Session {
    readonly #hidden = key
    readonly shown = key
    reveal(): string {
      return this.#hidden
    }
  }

  test.each([
    ['a class instance', () => new Session()],
    ['a Map', () => new Map([['a', { key }]])],
    ['a Set', () => new Set([key])],
    ['a Buffer', () => ({ body: Buffer.from(key) })],
    ['a key', () => ({ [key]: 1 })],
    [
      'an error of an HTTP client',
      () => Object.assign(new Error('failed'), { config: { headers: { authorization: `Bearer ${key}` } } }),
    ],
    ['a cause of a cause', () => new Error('a', { cause: new Error('b', { cause: key }) })],
    ['something deep', () => deep(200)],
  ])('%s', (_name, make) => {
    const value = make()
    const redacted = redactValue(value, { registry: registryOf({ KEY: key }) })
    const shown = inspect(redacted, { depth: null, showHidden: true })
    expect([shown.includes(key), shown.includes(Buffer.from(key).toString('hex'))]).toEqual([false, false])
  })

  test('what was given is as it was', () => {
    const given = { a: [{ key }], b: new Map([[key, key]]) }
    const before = inspect(given, { depth: null })
    redactValue(given, { registry: registryOf({ KEY: key }) })
    expect(inspect(given, { depth: null })).toBe(before)
  })

  test('numbers that JSON has no place for, and toJSON, are not broken', () => {
    const registry = registryOf({ KEY: key })
    const value = { id: { toJSON: () => '9007199254740993' }, big: 10n, key }
    const redacted = redactValue(value, { registry }) as typeof value
    expect(JSON.stringify({ id: redacted.id, key: redacted.key })).toBe(
      '{"id":"9007199254740993","key":"[REDACTED:KEY]"}',
    )
    expect(redacted.big).toBe(10n)
  })

  test('a listener that logs what it is told does not go round in circles', () => {
    const registry = registryOf({ KEY: key })
    let told = 0
    registry.on('redaction', () => {
      told++
      redactText(key, { registry })
    })
    redactText(key, { registry })
    expect(told).toBe(1)
  })

  test('text is redacted before it is shortened', () => {
    const registry = registryOf({ KEY: key })
    const shortened = redactText(`${'~'.repeat(90)}${key}`, { registry }).slice(0, 100)
    expect(shortened).toBe(`${'~'.repeat(90)}[REDACTED:`)
  })

  test('JSON stays JSON, with a secret in the middle of escapes', () => {
    const value = `${key}"\\\n${key}2`
    const registry = registryOf({ KEY: value })
    expect(JSON.parse(redactJson(JSON.stringify({ value, n: 1 }), { registry }))).toEqual({
      value: '[REDACTED:KEY]',
      n: 1,
    })
  })
})

/** An object so many levels deep, with the secret at the bottom. */
function deep(levels: number): object {
  let object: object = { key }
  for (let level = 0; level < levels; level++) object = { object }
  return object
}
