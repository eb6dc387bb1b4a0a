import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRegistry, type DotenvOptions, env, loadSecrets } from '@tacet/runtime'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tacet-dotenv-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  vi.restoreAllMocks()
})

const write = (name: string, content: string): void => writeFileSync(join(folder, name), content)

/** The value of KEY for a NODE_ENV, undefined when there is none. */
const load = (
  nodeEnv: string | undefined,
  dotenv: boolean | DotenvOptions = { folder },
): string | undefined => {
  const options = { env: { NODE_ENV: nodeEnv }, dotenv, registry: createRegistry() }
  return loadSecrets({ key: env('KEY', { optional: true }) }, options).key?.reveal()
}

describe('the family of .env files', () => {
  test('is read in the order that users know', () => {
    const names = ['.env', '.env.staging', '.env.local', '.env.staging.local']
    const seen = names.map((name, index) => {
      write(name, `KEY="from file ${index}"\n`)
      return load('staging')
    })
    expect(seen).toEqual(names.map((_, index) => `from file ${index}`))
  })

  test('is that of development without a NODE_ENV, and without .env.local for tests', () => {
    write('.env.development', 'KEY=of-development')
    write('.env.local', 'OTHER=here')
    expect(load(undefined)).toBe('of-development')
    write('.env.local', 'KEY=of-this-machine')
    expect(load(undefined)).toBe('of-this-machine')
    expect(load('test')).toBeUndefined()
  })

  test('does not let NODE_ENV lead out of the folder', () => {
    write('outside', 'KEY=from-outside')
    expect(load('/../outside')).toBeUndefined()
  })

  test('is parsed with quotes, comments, a byte order mark and CRLF; an empty value counts as missing', () => {
    write('.env.local', 'KEY=\n')
    write('.env', '\ufeffKEY="two\\nlines" # a comment\r\nOTHER=x\r\n')
    expect(load(undefined)).toBe('two\nlines')
  })

  test('is left alone in production unless asked for, and the error says so', () => {
    write('.env', `KEY=${fakeSecret('dotenv')}\n`)
    expect(load('production')).toBeUndefined()
    expect(load('production', { folder, inProduction: true })).toBe(fakeSecret('dotenv'))
    const options = { env: { NODE_ENV: 'production' }, dotenv: { folder }, registry: createRegistry() }
    expect(() => loadSecrets({ key: env('KEY') }, options)).toThrow(
      `${join(folder, '.env')} is not read in production, unless dotenv.inProduction is set.`,
    )
  })

  test('is named with what is wrong with it, where a secret is missed', () => {
    writeFileSync(join(folder, '.env.local'), `\ufeffKEY=${fakeSecret('dotenv')}\n`, 'utf16le')
    mkdirSync(join(folder, '.env'))
    const options = { env: {}, dotenv: { folder }, registry: createRegistry() }
    const missed = () => loadSecrets({ key: env('KEY') }, options)
    expect(missed).toThrow(
      `looked in the environment (not set), ${folder}/.env.local (is UTF-16: save it as UTF-8), ` +
        `${folder}/.env (cannot be read: EISDIR).`,
    )
    expect(missed).not.toThrow(fakeSecret('dotenv'))
  })

  test('is not looked for with an environment of the caller, or when told so', () => {
    write('.env', 'KEY=from-dotenv')
    vi.spyOn(process, 'cwd').mockReturnValue(folder)
    const registry = createRegistry()
    const definitions = { key: env('KEY', { optional: true }) }
    expect(loadSecrets(definitions, { registry }).key?.reveal()).toBe('from-dotenv')
    expect(loadSecrets(definitions, { registry, dotenv: false }).key).toBeUndefined()
    expect(loadSecrets(definitions, { registry, env: {} }).key).toBeUndefined()
  })
})

describe('Git', () => {
  const git = (...parameters: string[]): void => {
    execFileSync('git', parameters, { cwd: folder, stdio: 'ignore' })
  }
  const warnings = (): string[] => {
    const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    load(undefined)
    load(undefined)
    const calls = warning.mock.calls
    expect(JSON.stringify(calls)).not.toContain(fakeSecret('git'))
    return calls.map(([message]) => String(message).replaceAll(folder, '<folder>'))
  }

  beforeEach(() => {
    write('.env', `KEY=${fakeSecret('git')}\n`)
    write('.env.local', `KEY=${fakeSecret('git')}\n`)
  })

  test('is warned of, once, for files that it tracks or does not ignore', () => {
    git('init', '-q')
    git('add', '-f', '.env')
    expect(warnings()).toEqual([
      'Git does not ignore <folder>/.env.local: add .env.local to .gitignore.',
      'Git tracks <folder>/.env: take it out with git rm --cached .env, and replace what it ever held.',
    ])
  })

  test('is not warned of for files that it ignores, nor without a repository', () => {
    expect(warnings()).toEqual([])
    vi.restoreAllMocks()
    const inside = mkdtempSync(join(tmpdir(), 'tacet-dotenv-'))
    rmSync(folder, { recursive: true })
    folder = inside
    git('init', '-q')
    write('.gitignore', '.env*\n')
    write('.env', `KEY=${fakeSecret('git')}\n`)
    expect(warnings()).toEqual([])
  })

  test('starts nothing that the repository names', () => {
    git('init', '-q')
    write('monitor', `#!/bin/sh\ntouch ${join(folder, 'started')}\n`)
    execFileSync('chmod', ['+x', join(folder, 'monitor')])
    git('config', 'core.fsmonitor', join(folder, 'monitor'))
    expect(warnings()).toHaveLength(2)
    expect(() => execFileSync('ls', [join(folder, 'started')], { stdio: 'ignore' })).toThrow()
  })
})
