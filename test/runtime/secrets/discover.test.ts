import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { rules, seededRandom } from '@tacet/rules'
import { createRegistry, redactBytes, redactText } from '@tacet/runtime'
import { type DiscoverOptions, type Discovery, discover } from '@tacet/runtime/discover'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { addFiles } from '../../helpers/temp-tree.ts'

let root: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tacet-discover-'))
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

const nothing = '/nowhere'

/** Discovers in a registry of its own. */
function discovered(options: DiscoverOptions) {
  const registry = createRegistry()
  const discovery = discover({ root: nothing, env: {}, registry, ...options })
  return { registry, discovery }
}

const inEnv = (env: Record<string, string>, options: DiscoverOptions = {}) => discovered({ env, ...options })
const why = ({ registered }: Discovery, name: string) => registered.find((each) => each.name === name)?.why
const reason = ({ leftOut }: Discovery, name: string) => leftOut.find((each) => each.name === name)?.reason

const sampleOf = (id: string): string => rules.find((rule) => rule.id === id)!.sample(seededRandom(7))

describe('in the environment', () => {
  test.each([
    ['DB_PASSWORD', fakeSecret('a', 9), 'its name says password'],
    ['PGPASSWORD', fakeSecret('b', 12), 'its name says password'],
    ['DATABASE_PASS', 'four words make a phrase', 'its name says password'],
    ['API_TOKEN', fakeSecret('c'), 'its name says secret'],
    ['SESSION_SECRET', fakeSecret('d'), 'its name says secret'],
    ['SERVICE_TOKEN', randomUUID(), 'its name says secret'],
    ['MAPS_KEY', `${fakeSecret('e')}7`, 'its name says key'],
    ['ENCRYPTION_KEY', fakeSecret('f', 64), 'its name says secret'],
    ['npm_config_//registry.example/:_authToken', fakeSecret('g'), 'its name says secret'],
    ['CACHE', `redis://:${fakeSecret('h', 20)}@cache:6379/0`, /^it (?:is an address with|looks like: )/],
    ['DATABASE_URL', `postgres://app:${fakeSecret('i', 20)}@db.internal/x`, /connection string|address/],
    ['UPSTREAM', `https://u:${fakeSecret('j', 20)}@proxy.corp.net`, /URL|address/],
    ['JAVA_OPTS', `-Xmx512m -Dkeystore.password=${fakeSecret('k', 20)}`, /^it looks like: /],
  ])('%s is registered', (name, value, expected) => {
    const { registry, discovery } = inEnv({ [name]: value })
    expect(why(discovery, name)).toMatch(expected)
    expect(discovery.registered[0]!.origin).toBe('environment')
    expect(redactText(`got ${value}.`, { registry }).includes(value)).toBe(false)
    expect(String(discovery).includes(value)).toBe(false)
  })

  test('a token of a provider is known by its shape, whatever it is called', () => {
    const sample = sampleOf('github-personal-access-token')
    const { registry, discovery } = inEnv({ PLAIN: sample })
    expect(why(discovery, 'PLAIN')).toMatch(/^it looks like: GitHub/)
    expect(redactText(`got ${sample}.`, { registry }).includes(sample)).toBe(false)
  })

  test('a secret within a value is redacted without the rest', () => {
    const password = fakeSecret('within', 20)
    const { registry } = inEnv({ JAVA_OPTS: `-Xmx512m -Dkeystore.password=${password} -Dother=1` })
    expect(redactText(`only ${password}`, { registry })).toBe('only [REDACTED:JAVA_OPTS]')
    expect(redactText('-Xmx512m -Dother=1', { registry })).toBe('-Xmx512m -Dother=1')
  })

  test.each([
    ['PATH', '/usr/bin:/bin'],
    ['HOME', '/home/app'],
    ['LANG', 'C.UTF-8'],
    ['npm_package_name', 'service'],
    ['npm_config_user_agent', 'npm/10.8.2 node/v20.19.0 linux x64'],
    ['KUBERNETES_SERVICE_HOST', '10.0.0.1'],
    ['KUBERNETES_PORT_443_TCP', 'tcp://10.0.0.1:443'],
    ['AUTH_TOKEN_SERVICE_PORT', '8080'],
    ['DB_PASSWORD_FILE', '/run/secrets/db'],
    ['TOKEN_TTL', '3600'],
    ['NODE_ENV', 'production'],
    ['LOG_LEVEL', 'debug'],
    ['COMMIT', fakeSecret('commit', 40)],
    ['REQUEST_ID', randomUUID()],
    ['BASE_URL', 'https://api.example.net/v1'],
  ])('%s is harmless', (name, value) => {
    const { registry, discovery } = inEnv({ [name]: value })
    expect({ ...discovery, size: registry.size }).toMatchObject({ registered: [], leftOut: [], size: 0 })
  })

  test.each([
    ['PIN_SECRET', '4711', 'it is shorter than 6 characters and would black out other text'],
    ['DB_PASSWORD', 'postgres', /common word|placeholder/],
    ['JWT_SECRET', 'dev-only-not-a-real-key', /^it is a placeholder: /],
    ['API_TOKEN', 'changeme', /placeholder|common word/],
    ['SECRET_KEY', '/etc/keys/main', 'its name says secret, but its value reads like: path'],
    ['MY_KEY', 'users', 'its name says key, but its value is not random'],
    ['EMPTY_TOKEN', '', 'it is empty'],
    ['QUEUE', 'amqp://guest:guest@rabbit:5672', /^it is an address with a password, but of that: /],
  ])('%s is left out, with the reason', (name, value, expected) => {
    const { registry, discovery } = inEnv({ [name]: value })
    expect(discovery.registered).toEqual([])
    expect(reason(discovery, name)).toMatch(expected)
    expect(registry.size).toBe(0)
  })
})

describe('a guess is corrected', () => {
  const token = fakeSecret('corrected')

  test('by exclude', () => {
    const { registry, discovery } = inEnv({ API_TOKEN: token }, { exclude: ['API_TOKEN'] })
    expect(reason(discovery, 'API_TOKEN')).toBe('it is excluded')
    expect(registry.size).toBe(0)
  })

  test('by include, of what looks harmless, is a placeholder or is short', () => {
    const env = { COMMIT: token, JWT_SECRET: 'dev-only-not-a-real-key', PIN: '4711' }
    const { registry, discovery } = inEnv(env, { include: ['COMMIT', 'JWT_SECRET', 'PIN'] })
    expect(discovery.registered.map(({ name, why }) => [name, why])).toEqual(
      Object.keys(env).map((name) => [name, 'it is included']),
    )
    expect(redactText(`${token} dev-only-not-a-real-key 4711`, { registry })).toBe(
      '[REDACTED:COMMIT] [REDACTED:JWT_SECRET] [REDACTED:PIN]',
    )
  })

  test('not to redact what no text could be read without, nor what is not there', () => {
    const { discovery } = inEnv({ DIGIT: '1', FLAG: 'true' }, { include: ['DIGIT', 'FLAG', 'TYPO'] })
    expect(discovery.registered).toEqual([])
    expect(discovery.leftOut).toEqual([
      { name: 'DIGIT', origin: 'environment', reason: expect.stringContaining('shorter than 4') },
      { name: 'FLAG', origin: 'environment', reason: expect.stringContaining('common word') },
      { name: 'TYPO', origin: 'nowhere', reason: 'it is included, but not there' },
    ])
  })
})

describe('among mounted files', () => {
  const keys = () =>
    generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    })

  function mount(folder: string, files: Record<string, string | Uint8Array>): string {
    const path = join(root, folder)
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true })
      writeFileSync(join(path, name), content)
    }
    return path
  }

  test('keys, passwords, settings, keystores and anything random are registered', () => {
    const { privateKey, publicKey } = keys()
    const [password, setting, random] = ['p', 'q', 'r'].map((seed) => fakeSecret(seed, 24)) as [
      string,
      string,
      string,
    ]
    const keystore = randomBytes(400)
    const folder = mount('plain', {
      'tls.key': privateKey,
      'tls.pub': publicKey,
      username: 'app_user\n',
      password: `${password}\n`,
      'app/config.yaml': `db:\n  host: db.internal\n  password: ${setting}\n`,
      payments: random,
      'store.p12': keystore,
    })
    const { registry, discovery } = discovered({ root: folder })
    expect(Object.fromEntries(discovery.registered.map(({ name, why }) => [name, why]))).toEqual({
      'tls.key': expect.stringMatching(/^it looks like: .*key/i),
      password: 'its name says password',
      'app/config.yaml': expect.stringMatching(/^it looks like: /),
      payments: expect.stringMatching(/random|looks like/),
      'store.p12': 'it is binary, and mounted with secrets',
    })
    expect(discovery.registered.find(({ name }) => name === 'password')!.origin).toBe(
      join(folder, 'password'),
    )
    for (const value of [privateKey, password, setting, random]) {
      expect(redactText(`got ${value} here`, { registry }).includes(value.trim())).toBe(false)
    }
    expect(Buffer.from(redactBytes(keystore, { registry })).equals(keystore)).toBe(false)
    const readable = `${publicKey} app_user db.internal`
    expect(redactText(readable, { registry }) === readable).toBe(true)
  })

  test('a volume of Kubernetes is read through its links, each file once', () => {
    const folder = mount('volume', { '..2026_11_24/token': fakeSecret('volume') })
    symlinkSync('..2026_11_24', join(folder, '..data'))
    symlinkSync('..data/token', join(folder, 'token'))
    const { discovery } = discovered({
      env: { TACET_SECRETS_DIR: folder } as Record<string, string>,
      root: folder,
    })
    expect(discovery.registered.map(({ name }) => name)).toEqual(['token'])
  })

  test('TACET_SECRETS_DIR says where they are', () => {
    const folder = mount('told', { token: fakeSecret('told') })
    const registry = createRegistry()
    const { registered } = discover({ env: { TACET_SECRETS_DIR: folder }, registry })
    expect(registered.map(({ name, origin }) => [name, origin])).toEqual([['token', join(folder, 'token')]])
  })

  test('what cannot be read, or is too large, is left out with the reason', () => {
    const folder = mount('awkward', { 'data.bin': Buffer.alloc(64 * 1024 + 1), 'empty.key': '' })
    symlinkSync('gone', join(folder, 'dangling'))
    symlinkSync('.', join(folder, 'loop'))
    const { discovery } = discovered({ root: folder })
    expect(discovery.registered).toEqual([])
    expect(reason(discovery, 'dangling')).toBe('it cannot be read (ENOENT)')
    const large = (most: string) =>
      `it is larger than ${most} KiB, too much to guess about: load it with file()`
    expect(reason(discovery, 'data.bin')).toBe(large('64'))
    expect(reason(discovery, 'empty.key')).toBe('it is empty')
    const deep = 'it is a folder, 3 folders down: load what is in it with file()'
    expect(reason(discovery, 'loop/loop/loop/loop')).toBe(deep)

    addFiles(folder, { 'data.bin': randomBytes(64 * 1024 + 1), 'huge.bin': Buffer.alloc(1024 * 1024 + 1) })
    const included = discovered({ root: folder, include: ['data.bin', 'huge.bin'] }).discovery
    expect(included.registered.map(({ name }) => name)).toContain('data.bin')
    expect(included.leftOut.filter(({ name }) => name === 'huge.bin')).toEqual([
      { name: 'huge.bin', origin: join(folder, 'huge.bin'), reason: large('1024') },
    ])
  })
})

test('the report in words tells what was done and what to do, and no value', () => {
  const value = fakeSecret('words')
  const { discovery } = inEnv({ API_TOKEN: value, PIN_SECRET: '4711' })
  expect(String(discovery)).toBe(
    [
      '1 redacted (leave one alone with exclude):',
      '  API_TOKEN (environment): its name says secret',
      '1 left out (register one all the same with include):',
      '  PIN_SECRET (environment): it is shorter than 6 characters and would black out other text',
    ].join('\n'),
  )
  expect(JSON.stringify(discovery).includes(value)).toBe(false)
})
