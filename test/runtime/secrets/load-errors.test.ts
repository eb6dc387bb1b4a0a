import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import {
  createRegistry,
  type Definitions,
  env,
  file,
  json,
  type LoadOptions,
  loadSecrets,
  number,
  redactText,
  SecretsError,
  url,
} from '@tacet/runtime'
import { type } from 'arktype'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const value = fakeSecret('load errors')
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tacet-errors-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(root, name), content)

/** The error, after a check that nothing of it tells any four characters of a value that was generated. */
function failure(definitions: Definitions, options: LoadOptions = {}): SecretsError {
  try {
    loadSecrets(definitions, { root, env: {}, registry: createRegistry(), ...options })
  } catch (error) {
    if (!(error instanceof SecretsError)) throw error
    const shown = inspect(error, { depth: null, showHidden: true }).replaceAll(root, '')
    for (let start = 0; start + 4 <= value.length; start++) {
      if (shown.includes(value.slice(start, start + 4)))
        throw new Error('the error tells a part of the value')
    }
    return error
  }
  throw new Error('nothing was missing')
}

/** What stands below the heading, without the advice that is the same for all. */
const lines = (definitions: Definitions, options?: LoadOptions): string =>
  failure(definitions, options)
    .message.replaceAll(root, '<root>')
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim())
    .join('\n')

test('one error names all that is missing, and what was found is registered', () => {
  const registry = createRegistry()
  const definitions = { a: env('FIRST_KEY'), b: env('PRESENT'), c: file('third.pem') }
  const error = failure(definitions, { env: { PRESENT: value }, registry })
  expect(error.code).toBe('TACET_SECRETS_UNUSABLE')
  expect(error.problems.map(({ name, kind }) => [name, kind])).toEqual([
    ['FIRST_KEY', 'missing'],
    ['third.pem', 'missing'],
  ])
  expect(redactText(value, { registry })).toBe('[REDACTED:PRESENT]')
  expect(error.message.replaceAll(root, '<root>')).toMatchInlineSnapshot(`
    "2 secrets cannot be used:
      secret FIRST_KEY not found: looked in the environment (not set).
      secret third.pem not found: looked for <root>/third.pem.
    On your machine: put variables into a .env file that Git ignores, and files into a folder that
    TACET_SECRETS_DIR names. In a cluster: add the key to the store that the Kubernetes Secret is synced from, then see
    that it arrives (kubectl get externalsecret) and reaches the container (kubectl describe pod)."
  `)
})

describe('a variable', () => {
  test('that is nowhere, empty, misspelt, or delivered as a file', () => {
    write('AS_FILE', value)
    const definitions = {
      a: env('DATABASE_URL'),
      b: env('EMPTY'),
      c: env('STRIPE_API_KEY'),
      d: env('AS_FILE'),
    }
    const set = { EMPTY: '', STRIPE_APIKEY: value }
    expect(lines(definitions, { env: set })).toMatchInlineSnapshot(`
      "secret DATABASE_URL not found: looked in the environment (not set).
      secret EMPTY is empty: looked in the environment (set, but empty).
      secret STRIPE_API_KEY not found: looked in the environment (not set). Did you mean STRIPE_APIKEY, which is set?
      secret AS_FILE not found: looked in the environment (not set). There is a file <root>/AS_FILE: read it with file('AS_FILE')."
    `)
  })

  test('that no source has, or that a source fails for', () => {
    const sources = {
      vault: (name: string) => {
        if (name === 'THROWS') throw new Error(value)
        return name === 'WRONG' ? (Number(name) as unknown as string) : undefined
      },
    }
    write('.env', `OTHER=${value}\n`)
    const definitions = { a: env('NOWHERE'), b: env('THROWS'), c: env('WRONG') }
    expect(lines(definitions, { sources, dotenv: { folder: root } })).toMatchInlineSnapshot(`
      "secret NOWHERE not found: looked in the environment (not set), vault, <root>/.env.
      secret THROWS cannot be read: the source vault threw, or gave neither text nor bytes nor undefined. Call it by itself to see why; a source has to be synchronous.
      secret WRONG cannot be read: the source vault threw, or gave neither text nor bytes nor undefined. Call it by itself to see why; a source has to be synchronous."
    `)
  })
})

describe('a file', () => {
  test('without a folder', () => {
    const nowhere = join(root, 'nowhere')
    expect(lines({ a: file('tls.key') }, { root: nowhere })).toMatchInlineSnapshot(
      `"secret tls.key not found: looked for <root>/nowhere/tls.key; the folder <root>/nowhere does not exist. Mount the secrets there, or name another folder in TACET_SECRETS_DIR or the option root."`,
    )
  })

  test('that is nowhere, misspelt, or delivered in the environment', () => {
    write('tls-key', value)
    const definitions = { a: file('tls.key'), b: file('as-variable'), c: file('quite/else') }
    expect(lines(definitions, { env: { 'as-variable': value } })).toMatchInlineSnapshot(`
      "secret tls.key not found: looked for <root>/tls.key. Did you mean tls-key, which is there?
      secret as-variable not found: looked for <root>/as-variable. as-variable is set in the environment: read it with env('as-variable').
      secret quite/else not found: looked for <root>/quite/else."
    `)
  })

  test('that is there and no good', () => {
    write('empty', '')
    write('break', '\n')
    write('binary', Uint8Array.of(0xff, 0xfe, 0x80))
    write('large', value)
    mkdirSync(join(root, 'folder'))
    symlinkSync('loop', join(root, 'loop'))
    execFileSync('mkfifo', [join(root, 'pipe')])
    const names = ['empty', 'break', 'binary', 'large', 'folder', 'loop', 'pipe']
    const definitions = Object.fromEntries(names.map((name) => [name, file(name)]))
    expect(lines(definitions, { maxBytes: 20 })).toMatchInlineSnapshot(`
      "secret empty is empty: <root>/empty holds nothing. Write the secret into it.
      secret break is empty: <root>/break holds a line break only. Write the secret into it.
      secret binary cannot be read: <root>/binary is not UTF-8. Read it with file('binary', { as: 'bytes' }).
      secret large cannot be read: <root>/large has 32 bytes, more than 20. Raise maxBytes if it has to be that large.
      secret folder cannot be read: <root>/folder is a folder. Name a file in it: file('folder/…').
      secret loop cannot be read: <root>/loop (ELOOP). See what ls -l says of it.
      secret pipe cannot be read: <root>/pipe is no regular file. Mount a file there."
    `)
    const optional = Object.fromEntries(names.map((name) => [name, file(name, { optional: true })]))
    expect(failure(optional, { maxBytes: 20 }).problems).toHaveLength(names.length)
  })

  test('that the system refuses to open, with its error as the cause', () => {
    symlinkSync('loop', join(root, 'loop'))
    expect(failure({ a: file('loop') }).cause).toMatchObject({ code: 'ELOOP' })
  })
})

describe('a value that is refused', () => {
  test('by a parser or a choice', () => {
    const definitions = {
      number: env('KEY', { parse: number() }),
      integer: env('HALF', { parse: number({ integer: true, min: 1, max: 65_535 }) }),
      url: env('KEY', { parse: url() }),
      protocol: env('PAGE', { parse: url({ protocols: ['postgres', 'postgresql'] }) }),
      json: env('KEY', { parse: json() }),
      object: env('LIST', { parse: json('private_key') }),
      account: env('ACCOUNT', { parse: json('type', 'private_key') }),
      choice: env('KEY', { oneOf: ['plain', 'tls'] }),
      thrown: env('KEY', {
        parse: (text) => {
          throw new TypeError(text)
        },
      }),
      slow: env('KEY', { parse: async (text) => Promise.reject(new Error(text)) }),
    }
    const set = {
      KEY: value,
      HALF: '0.5',
      PAGE: `https://${value}`,
      LIST: JSON.stringify([value]),
      ACCOUNT: JSON.stringify({ type: value }),
    }
    expect(lines(definitions, { env: set })).toMatchInlineSnapshot(`
      "secret KEY is not valid: from the environment; it has to be a number.
      secret HALF is not valid: from the environment; it has to be an integer, at least 1, at most 65535.
      secret KEY is not valid: from the environment; it has to be an absolute URL.
      secret PAGE is not valid: from the environment; the protocol of its URL has to be postgres or postgresql.
      secret KEY is not valid: from the environment; it has to be JSON.
      secret LIST is not valid: from the environment; it has to be a JSON object.
      secret ACCOUNT is not valid: from the environment; its JSON lacks private_key.
      secret KEY is not valid: from the environment; it has to be one of 'plain', 'tls'.
      secret KEY is not valid: from the environment; its parse function threw.
      secret KEY is not valid: from the environment; its check is asynchronous, and secrets are loaded synchronously: use one that returns at once."
    `)
  })

  test('by a schema of zod, valibot, arktype', () => {
    const quoting = `not ${value}`
    const definitions = {
      zod: env('KEY', { parse: z.string().max(8, quoting).regex(/^\d+$/, quoting) }),
      record: env('JSON', {
        parse: z
          .string()
          .transform((text) => JSON.parse(text) as unknown)
          .pipe(z.object({ user: z.object({ name: z.number() }), keys: z.record(z.string(), z.number()) })),
      }),
      valibot: env('KEY', { parse: v.pipe(v.string(), v.maxLength(8)) }),
      arktype: env('KEY', { parse: type('string.numeric.parse') }),
      arktypeLiteral: env('KEY', { parse: type('"on" | "off"') }),
      slow: env('KEY', { parse: z.string().refine(async () => false) }),
    }
    const set = { KEY: value, JSON: JSON.stringify({ user: { name: value }, keys: { [value]: value } }) }
    expect(lines(definitions, { env: set })).toMatchInlineSnapshot(`
      "secret KEY is not valid: from the environment; its schema refused it (zod: too_big; invalid_format).
      secret JSON is not valid: from the environment; its schema refused it (zod: invalid_type at user.name; invalid_type at keys.…).
      secret KEY is not valid: from the environment; its schema refused it (valibot: max_length).
      secret KEY is not valid: from the environment; its schema refused it (arktype: pattern).
      secret KEY is not valid: from the environment; its schema refused it (arktype: union).
      secret KEY is not valid: from the environment; its check is asynchronous, and secrets are loaded synchronously: use one that returns at once."
    `)
  })

  test('is registered all the same', () => {
    const registry = createRegistry()
    failure({ a: env('KEY', { parse: number() }) }, { env: { KEY: value }, registry })
    expect(redactText(value, { registry })).toBe('[REDACTED:KEY]')
  })
})

describe('placeholders', () => {
  const stub = 'dev-only-not-a-real-key'
  const definitions = {
    a: env('API_KEY'),
    b: env('DATABASE_URL'),
    c: file('key'),
    d: env('WITH_DEFAULT', { default: stub }),
    e: env('SUBSTITUTED'),
  }
  const set = {
    API_KEY: stub,
    DATABASE_URL: `postgres://app:${stub}@db/app`,
    SUBSTITUTED: 'change-me-in-production',
  }

  test('are fine in development, and refused in production by name', () => {
    write('key', `${stub}\n`)
    const options = { root, env: set, registry: createRegistry() }
    expect(loadSecrets(definitions, options).d.reveal()).toBe(stub)
    expect(lines(definitions, { env: { ...set, NODE_ENV: 'production' } })).toMatchInlineSnapshot(`
      "secret API_KEY is a placeholder: the value in the environment says that it is not real, which is refused while NODE_ENV is production. Give it the real value.
      secret DATABASE_URL is a placeholder: the value in the environment says that it is not real, which is refused while NODE_ENV is production. Give it the real value.
      secret key is a placeholder: the value in <root>/key says that it is not real, which is refused while NODE_ENV is production. Give it the real value.
      secret WITH_DEFAULT is a placeholder: its default says that it is not real, which is refused while NODE_ENV is production. Give it the real value.
      secret SUBSTITUTED is a placeholder: the value in the environment asks to be replaced, which is refused while NODE_ENV is production. Give it the real value."
    `)
    expect(failure(definitions, { env: { ...set, NODE_ENV: 'production' } }).message).not.toContain(stub)
  })

  test('are told from real values that hold such a word', () => {
    const real = {
      HOST: `postgres://app:${value}@test.example.com/demo`,
      TOKEN: `sk_test_${value}`,
      SWITCH: 'true',
    }
    const loaded = loadSecrets(
      { host: env('HOST'), token: env('TOKEN'), mode: env('SWITCH', { oneOf: ['true', 'false'] }) },
      { env: { ...real, NODE_ENV: 'production' }, registry: createRegistry() },
    )
    expect(loaded.host.equals(real.HOST) && loaded.token.equals(real.TOKEN)).toBe(true)
  })
})
