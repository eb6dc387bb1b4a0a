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
  redactText,
  SecretsError,
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

const failure = (load: () => unknown): SecretsError => {
  try {
    load()
  } catch (error) {
    if (error instanceof SecretsError) return error
    throw error
  }
  throw new Error('nothing was missing')
}

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
})

describe('when secrets are missing', () => {
  const missing = (source: Parameters<typeof loadSecrets>[0][string], options: LoadOptions = {}) =>
    failure(() => loadSecrets({ source }, { root, env: {}, registry: createRegistry(), ...options }))

  test('one error names all of them, and those found are registered', () => {
    const registry = createRegistry()
    const sources = { a: env('FIRST_KEY'), b: env('PRESENT'), c: file('third.pem') }
    const error = failure(() => loadSecrets(sources, { root, env: { PRESENT: value }, registry }))
    expect(error.code).toBe('TACET_SECRETS_MISSING')
    expect(error.message).toMatch(/^2 secrets are missing:\n/)
    expect(error.missing.map(({ name }) => name)).toEqual(['FIRST_KEY', 'third.pem'])
    expect(inspect(error, { depth: null })).not.toContain(value)
    expect(redactText(value, { registry })).toBe('[REDACTED:PRESENT]')
  })

  test('a variable: set but empty, close to another, delivered as a file', () => {
    expect(missing(env('API_KEY'), { env: { API_KEY: '' } }).message).toMatch(/set but empty\. Set API_KEY/)
    expect(missing(env('STRIPE_API_KEY'), { env: { STRIPE_APIKEY: value } }).message).toContain(
      'Did you mean STRIPE_APIKEY',
    )
    expect(missing(env('API_KEY'), { env: { HOME: '/root' } }).message).toContain('Set API_KEY')
    write('API_KEY', value)
    expect(missing(env('API_KEY')).message).toContain(`file('API_KEY')`)
  })

  test('a file: no folder, close to another, delivered in the environment, elsewhere', () => {
    const nowhere = join(root, 'nowhere')
    expect(missing(file('tls.key'), { root: nowhere }).message).toContain(`${nowhere}, which does not exist`)
    write('tls-key', value)
    expect(missing(file('tls.key')).message).toContain('Did you mean tls-key')
    expect(missing(file('other.pem'), { env: { 'other.pem': value } }).message).toContain(`env('other.pem')`)
    expect(missing(file('other.pem')).message).toContain(`mounted at ${root}`)
  })

  test('a file that is there and no good', () => {
    write('empty', '')
    write('break', '\n')
    write('binary', Uint8Array.of(0xff, 0xfe, 0x80))
    mkdirSync(join(root, 'folder'))
    expect(missing(file('empty')).message).toContain('empty')
    expect(missing(file('break')).message).toContain('a line break only')
    expect(missing(file('binary')).message).toContain(`file('binary', { as: 'bytes' })`)
    expect(missing(file('folder')).message).toContain('EISDIR')
    expect(missing(file('folder')).cause).toMatchObject({ code: 'EISDIR' })
    expect(missing(file('folder', { optional: true })).missing).toHaveLength(1)
  })
})
