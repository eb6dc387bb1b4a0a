import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import {
  createRegistry,
  env,
  file,
  type LoadOptions,
  loadSecrets,
  number,
  redactText,
  SecretsUsageError,
} from '@tacet/runtime'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const value = fakeSecret('load')
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tacet-load-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(root, name), content)

describe('loadSecrets', () => {
  test('reads the environment and mounted files, and registers both under their names', () => {
    const registry = createRegistry()
    write('tls.key', `${value}\n`)
    const secrets = loadSecrets(
      { api: env('API_KEY'), tls: file('tls.key') },
      { root, env: { API_KEY: fakeSecret('api') }, registry },
    )
    expect(secrets.api.equals(fakeSecret('api'))).toBe(true)
    expect(secrets.tls.equals(value)).toBe(true)
    expect(secrets.tls.path).toBe(join(root, 'tls.key'))
    expect(redactText(`${fakeSecret('api')} ${value}`, { registry })).toBe(
      '[REDACTED:API_KEY] [REDACTED:tls.key]',
    )
    expect(inspect(secrets)).not.toContain(value)
  })

  test.each([
    ['one line feed', '\n', ''],
    ['one line break of Windows', '\r\n', ''],
    ['only the last of two', '\n\n', '\n'],
    ['nothing else', ' ', ' '],
  ])('takes %s from the end of a text', (_, end, left) => {
    write('key', value + end)
    const { key } = loadSecrets({ key: file('key') }, { root, registry: createRegistry() })
    expect(key.equals(value + left)).toBe(true)
  })

  test('takes a byte order mark away, and keeps bytes as they are', () => {
    write('text', `\ufeff${value}`)
    write('bytes', Uint8Array.of(0xef, 0xbb, 0xbf, 0xff, 1, 2, 3, 10))
    const options = { root, registry: createRegistry() }
    const secrets = loadSecrets({ text: file('text'), bytes: file('bytes', { as: 'bytes' }) }, options)
    expect(secrets.text.equals(value)).toBe(true)
    expect([...secrets.bytes.reveal()]).toEqual([0xef, 0xbb, 0xbf, 0xff, 1, 2, 3, 10])
  })

  test('finds the folder in TACET_SECRETS_DIR', () => {
    write('key', value)
    const options = { env: { TACET_SECRETS_DIR: root }, registry: createRegistry() }
    expect(loadSecrets({ key: file('key') }, options).key.equals(value)).toBe(true)
  })

  test('an optional secret may be missing', () => {
    const sources = { a: env('NOT_SET', { optional: true }), b: file('not-there', { optional: true }) }
    const { a, b } = loadSecrets(sources, { root, env: {}, registry: createRegistry() })
    expect([a, b]).toEqual([undefined, undefined])
  })

  test('a value that cannot be redacted is loaded with a warning that does not tell it', () => {
    const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    const { pin } = loadSecrets({ pin: env('PIN') }, { env: { PIN: '4829' }, registry: createRegistry() })
    expect(pin.reveal()).toBe('4829')
    expect(warning).toHaveBeenCalledOnce()
    const [message, options] = warning.mock.calls[0]!
    expect(message).toMatch(/^PIN is not redacted: it is shorter than 6/)
    expect(options).toMatchObject({ code: 'TACET_NOT_REDACTED' })
    expect(JSON.stringify(warning.mock.calls)).not.toContain('4829')
    warning.mockRestore()
  })

  test('takes a default and optional secrets that are nowhere', () => {
    const registry = createRegistry()
    const { port, none } = loadSecrets(
      { port: env('PORT', { parse: number(), default: 5432 }), none: env('NONE', { optional: true }) },
      { env: {}, registry },
    )
    expect(port.reveal()).toBe(5432)
    expect(none).toBeUndefined()
    expect(registry.size).toBe(0)
  })

  test('a definition may be loaded again, and gives another secret', () => {
    const definitions = { key: env('KEY') }
    const options = { env: { KEY: value }, registry: createRegistry() }
    expect(loadSecrets(definitions, options).key).not.toBe(loadSecrets(definitions, options).key)
  })

  test.each([value, undefined])(
    'refuses a value in the place of a definition, and does not show it',
    (wrong) => {
      const definitions = { key: wrong } as unknown as { key: ReturnType<typeof env> }
      const load = () => loadSecrets(definitions, { env: {}, registry: createRegistry() })
      expect(load).toThrow(SecretsUsageError)
      expect(load).toThrow(/^The secret key is not declared: give it env\('NAME'\) or file\('name'\)\.$/)
    },
  )

  test.each(['reload', 'onRotate', 'close', 'then'])('refuses the key %s, which is a method', (key) => {
    const load = () => loadSecrets({ [key]: env('KEY') }, { env: { KEY: value }, registry: createRegistry() })
    expect(load).toThrow(SecretsUsageError)
    expect(load).toThrow(`A secret cannot have the key ${key}, which is a method: choose another key.`)
  })
})

describe('sources', () => {
  const other = fakeSecret('other')
  const options = (more: LoadOptions): LoadOptions => ({ root, env: {}, registry: createRegistry(), ...more })

  test('variables: the environment before other sources, those in order, then .env', () => {
    write('.env', 'A=from-dotenv-1\nB=from-dotenv-2\nC=from-dotenv-3\nD=from-dotenv-4\n')
    const vault = new Map([
      ['B', 'from-vault-2'],
      ['C', 'from-vault-3'],
    ])
    const store = new Map([['C', 'from-store-3']])
    const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    const loaded = loadSecrets(
      { a: env('A'), b: env('B'), c: env('C'), d: env('D') },
      options({
        env: { A: 'from-environment-1' },
        sources: { vault: (name) => vault.get(name), store: (name) => store.get(name) },
        dotenv: { folder: root },
      }),
    )
    expect(Object.values(loaded).map((secret) => secret.reveal())).toEqual([
      'from-environment-1',
      'from-vault-2',
      'from-vault-3',
      'from-dotenv-4',
    ])
    expect(warning.mock.calls.map(([message]) => String(message).replaceAll(root, '<root>'))).toEqual([
      'A has different values in the environment and <root>/.env: the first is used.',
      'B has different values in vault and <root>/.env: the first is used.',
      'C has different values in vault and store: the first is used.',
      'C has different values in vault and <root>/.env: the first is used.',
    ])
    expect(warning.mock.calls[0]![1]).toMatchObject({ code: 'TACET_SECRET_CONFLICT' })
    warning.mockRestore()
  })

  test('a variable and a mounted file of the same name are compared, either way round', () => {
    write('KEY', `${other}\n`)
    write('SAME', `${value}\n`)
    const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    const loaded = loadSecrets(
      { variable: env('KEY'), mounted: file('KEY'), same: env('SAME'), sameFile: file('SAME') },
      options({ env: { KEY: value, SAME: value } }),
    )
    expect(loaded.variable.equals(value) && loaded.mounted.equals(other)).toBe(true)
    expect(warning.mock.calls.map(([message]) => String(message).replaceAll(root, '<root>'))).toEqual([
      'KEY has different values in the environment and <root>/KEY: the first is used.',
      'KEY has different values in <root>/KEY and the environment: the first is used.',
    ])
    expect(JSON.stringify(warning.mock.calls)).not.toMatch(new RegExp(`${value}|${other}`))
    warning.mockRestore()
  })

  test('a file may come from a source, and has a path all the same', () => {
    const sources = { vault: (name: string) => (name === 'tls.key' ? value : undefined) }
    const { key } = loadSecrets({ key: file('tls.key') }, options({ sources }))
    expect(key.equals(value)).toBe(true)
    expect(key.path).toBe(join(root, 'tls.key'))
  })
})

describe('files', () => {
  const options = () => ({ root, registry: createRegistry() })

  test('keeps a chain of PEM blocks whole, with its line breaks, and redacts any of them', () => {
    const block = (seed: string) => {
      const label = 'PRIVATE KEY'
      return [
        `-----BEGIN ${label}-----`,
        fakeSecret(seed, 64),
        fakeSecret(`${seed}2`, 64),
        `-----END ${label}-----`,
      ]
    }
    const chain = [...block('one'), ...block('two')].join('\r\n')
    write('tls.pem', `\ufeff${chain}\r\n`)
    const { registry, root: folder } = options()
    const { pem } = loadSecrets({ pem: file('tls.pem') }, { root: folder, registry })
    expect(pem.reveal() === chain).toBe(true)
    const second = block('two').join('\n')
    expect(redactText(second, { registry })).not.toContain(fakeSecret('two', 64))
  })

  test('a folder below the root, and an absolute path, are looked into', () => {
    mkdirSync(join(root, 'db'))
    write('db/password', value)
    const { below, absolute } = loadSecrets(
      { below: file('db/password'), absolute: file(join(root, 'db/password')) },
      { ...options(), root },
    )
    expect(below.equals(absolute)).toBe(true)
  })

  test('reads a file once, at the start: neither its path nor its value reads it again', () => {
    write('key', value)
    const parse = vi.fn((text: string) => text)
    const { key } = loadSecrets({ key: file('key', { parse }) }, { ...options(), root })
    rmSync(join(root, 'key'))
    expect(key.path).toBe(join(root, 'key'))
    expect(key.equals(value) && key.reveal() === value && key.use((text) => text === value)).toBe(true)
    expect(parse).toHaveBeenCalledOnce()
  })

  test('gives bytes that share their memory with nothing else', () => {
    write('one', value)
    write('two', fakeSecret('two'))
    const as = 'bytes'
    const { one } = loadSecrets({ one: file('one', { as }), two: file('two', { as }) }, options())
    const bytes = one.reveal()
    expect(Buffer.from(bytes.buffer).toString() === value).toBe(true)
  })

  test('reads a file of exactly the most bytes', () => {
    write('key', value)
    const loaded = loadSecrets({ key: file('key') }, { ...options(), maxBytes: value.length })
    expect(loaded.key.equals(value)).toBe(true)
  })
})
