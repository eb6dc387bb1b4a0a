import {
  createRegistry,
  env,
  file,
  loadSecrets,
  redactStream,
  redactText,
  SecretsError,
  scrubEnvironment,
} from '@tacet/runtime'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeSecret } from '../../../helpers/fake-secret.ts'
import { publish } from '../../../helpers/kubernetes-volume.ts'
import { addFiles, tempTree } from '../../../helpers/temp-tree.ts'

const [first, second, third] = ['first', 'second', 'third'].map((seed) => fakeSecret(seed)) as [
  string,
  string,
  string,
]

const load = (files: Record<string, string>, sources = { a: file('a'), b: file('b') }) => {
  const root = tempTree()
  publish(root, files)
  const registry = createRegistry()
  return { root, registry, secrets: loadSecrets(sources, { root, env: {}, registry }) }
}

let warnings: string[]
beforeEach(() => {
  warnings = []
  vi.spyOn(process, 'emitWarning').mockImplementation((warning) => void warnings.push(String(warning)))
})
afterEach(() => vi.restoreAllMocks())

describe('reload', () => {
  test('gives the secrets that changed their new values, and says which', () => {
    const { root, secrets } = load({ a: first, b: second })
    publish(root, { a: first, b: third })
    expect(secrets.reload()).toEqual(['b'])
    expect(secrets.a.equals(first)).toBe(true)
    expect(secrets.b.equals(third)).toBe(true)
    expect(secrets.reload()).toEqual([])
  })

  test('keeps all old values when one is missing, and throws what loading would', () => {
    const { root, secrets, registry } = load({ a: first, b: second })
    publish(root, { a: third, b: '' })
    expect(() => secrets.reload()).toThrow(SecretsError)
    expect(secrets.a.equals(first)).toBe(true)
    expect(secrets.b.equals(second)).toBe(true)
    expect(registry.names()).toEqual(['a', 'b'])
    publish(root, { a: third, b: second })
    expect(secrets.reload()).toEqual(['a'])
  })

  test('keeps old values redacted, and redacts new ones before a subscriber gets to know', () => {
    const { root, secrets, registry } = load({ a: first, b: second })
    let seen: string | undefined
    secrets.onRotate('a', () => {
      seen = redactText(secrets.a.reveal(), { registry })
    })
    publish(root, { a: third, b: second })
    secrets.reload()
    secrets.close()
    expect(seen).toBe('[REDACTED:a]')
    expect(redactText(first, { registry })).toBe('[REDACTED:a]')
  })

  test('reaches a stream that is open already', async () => {
    const { root, secrets, registry } = load({ a: first, b: second })
    const stream = redactStream({ registry })
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)))
    stream.write(`before ${first}; `)
    publish(root, { a: third, b: second })
    secrets.reload()
    stream.end(`after ${third.slice(0, 5)}`.concat(third.slice(5)))
    await new Promise((done) => stream.once('end', done))
    expect(Buffer.concat(chunks).toString()).toBe('before [REDACTED:a]; after [REDACTED:a]')
  })

  test('takes no torn set: what is published in between is read again as a whole', () => {
    const root = tempTree()
    const generations = [0, 1, 2].map((index) => ({
      a: fakeSecret(`a${index}`),
      b: fakeSecret(`b${index}`),
    }))
    publish(root, generations[0]!)
    let during: (() => void) | undefined
    const b = file('b')
    const swapping: typeof b = {
      ...b,
      find(surroundings) {
        during?.()
        during = undefined
        return b.find(surroundings)
      },
    }
    const secrets = loadSecrets({ a: file('a'), b: swapping }, { root, env: {}, registry: createRegistry() })
    publish(root, generations[1]!)
    during = () => publish(root, generations[2]!)
    secrets.reload()
    expect(secrets.a.equals(generations[2]!.a)).toBe(true)
    expect(secrets.b.equals(generations[2]!.b)).toBe(true)
  })

  test('gives up on a volume that never stands still, and keeps the old values', () => {
    const root = tempTree()
    publish(root, { a: first })
    const a = file('a')
    let restless = false
    const moving: typeof a = {
      ...a,
      find(surroundings) {
        if (restless) publish(root, { a: second })
        return a.find(surroundings)
      },
    }
    const secrets = loadSecrets({ a: moving }, { root, env: {}, registry: createRegistry() })
    restless = true
    expect(() => secrets.reload()).toThrow(expect.objectContaining({ code: 'TACET_SECRETS_UNSTABLE' }))
    expect(secrets.a.equals(first)).toBe(true)
  })

  test('reads where it read at first, also when the process works in another folder by now', () => {
    const root = tempTree({ 'mounted/a': first, '.env': `B=${second}\n` })
    vi.spyOn(process, 'cwd').mockReturnValue(root)
    const options = { root: 'mounted', env: {}, dotenv: true, registry: createRegistry() }
    const secrets = loadSecrets({ a: file('a'), b: env('B') }, options)
    vi.spyOn(process, 'cwd').mockReturnValue(tempTree({ 'mounted/a': third, '.env': `B=${third}\n` }))
    expect(secrets.reload()).toEqual([])
    addFiles(root, { '.env': `B=${third}\n` })
    expect(secrets.reload()).toEqual(['b'])
  })

  test('reads variables again too, and those that were scrubbed', () => {
    const registry = createRegistry()
    vi.stubEnv('TACET_TEST_A', first)
    vi.stubEnv('TACET_TEST_B', second)
    const secrets = loadSecrets(
      { a: env('TACET_TEST_A'), b: env('TACET_TEST_B') },
      { dotenv: false, registry },
    )
    expect(scrubEnvironment(undefined, { registry })).toEqual(['TACET_TEST_A', 'TACET_TEST_B'])
    vi.stubEnv('TACET_TEST_B', third)
    expect(secrets.reload()).toEqual(['b'])
    vi.unstubAllEnvs()
    expect(secrets.a.equals(first)).toBe(true)
    expect(secrets.b.equals(third)).toBe(true)
  })

  test('replaces what a value was parsed into, and redacts that', () => {
    const root = tempTree()
    publish(root, { settings: JSON.stringify({ password: first }) })
    const registry = createRegistry()
    const definition = file('settings', { parse: (text: string) => JSON.parse(text) as { password: string } })
    const secrets = loadSecrets({ settings: definition }, { root, env: {}, registry })
    publish(root, { settings: JSON.stringify({ password: second }) })
    secrets.reload()
    expect(secrets.settings.use(({ password }) => password === second)).toBe(true)
    expect(redactText(second, { registry })).not.toContain(second)
  })

  test('is not among the secrets that are listed', () => {
    const { secrets } = load({ a: first, b: second })
    expect(Object.keys(secrets)).toEqual(['a', 'b'])
    expect(JSON.stringify(secrets)).toBe('{"a":"[REDACTED:a]","b":"[REDACTED:b]"}')
  })

  test.each(['reload', 'onRotate', 'on', 'close'])('keeps the name %s for itself', (key) => {
    expect(() => loadSecrets({ [key]: env('A') }, { env: { A: first }, registry: createRegistry() })).toThrow(
      `A secret cannot have the key ${key}`,
    )
  })
})

describe('onRotate', () => {
  test('calls those whose secrets changed, until they unsubscribe', async () => {
    const { root, secrets } = load({ a: first, b: second })
    const calls: string[] = []
    const leave = secrets.onRotate('a', (names) => void calls.push(`a: ${names}`))
    secrets.onRotate('b', (names) => void calls.push(`b: ${names}`))
    secrets.onRotate(['a', 'b'], (names) => void calls.push(`both: ${names}`))
    publish(root, { a: third, b: second })
    secrets.reload()
    expect(calls.splice(0)).toEqual(['a: a', 'both: a'])
    leave()
    await new Promise(setImmediate)
    publish(root, { a: first, b: third })
    secrets.reload()
    secrets.close()
    expect(calls).toEqual(['b: b', 'both: a,b'])
  })

  test('refuses names that were not loaded', () => {
    const { secrets } = load({ a: first, b: second })
    expect(() => secrets.onRotate('c' as 'a', () => {})).toThrow('No secret was loaded as c.')
  })

  test.each([
    [
      'throws',
      () => {
        throw new Error(third)
      },
    ],
    ['rejects', () => Promise.reject(new Error(third))],
  ])('goes on with others when one %s, and tells of it without what was thrown', async (_, failing) => {
    const { root, secrets } = load({ a: first, b: second })
    const failed = new Promise<string>((tell) => secrets.on('rotation-failed', ({ reason }) => tell(reason)))
    const other = vi.fn()
    secrets.onRotate('a', failing)
    secrets.onRotate('a', other)
    publish(root, { a: third, b: second })
    secrets.reload()
    expect(other).toHaveBeenCalledTimes(1)
    expect(await failed).toBe('A subscriber of a failed. Others go on.')
    secrets.close()
    expect(warnings).toEqual(['A subscriber of a failed. Others go on.'])
  })

  test('never runs a subscriber twice at a time, and loses nothing that is rotated meanwhile', async () => {
    const { root, secrets } = load({ a: first, b: second })
    const values = [...Array(20).keys()].map((index) => fakeSecret(`value ${index}`))
    let running = 0
    let most = 0
    const built: string[] = []
    let release = (): void => {}
    const gate = new Promise<void>((open) => {
      release = open
    })
    const done = new Promise<void>((finish) => {
      secrets.onRotate('a', async () => {
        most = Math.max(most, ++running)
        const value = secrets.a.reveal()
        await gate
        built.push(value)
        running--
        if (value === values.at(-1)) finish()
      })
    })
    for (const value of values) {
      publish(root, { a: value, b: second })
      secrets.reload()
    }
    release()
    await done
    secrets.close()
    expect(most).toBe(1)
    expect(built.map((value) => values.indexOf(value))).toEqual([0, 19])
  })
})
