import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fakeSecret } from '../helpers/fake-secret.ts'
import { runCli } from '../helpers/run-cli.ts'
import { tempTree } from '../helpers/temp-tree.ts'

const value = fakeSecret('tacet secrets')

describe('tacet secrets check', () => {
  it('lists those that tacet.json declares, where each is, and never a value', async () => {
    const cwd = tempTree({
      'tacet.json': `{
        // what the service needs
        "secrets": ["DATABASE_URL", { "env": "STRIPE_KEY", "optional": true }, { "file": "tls.key" }, "API_TOKEN"],
      }`,
      'mounted/tls.key': `${fakeSecret('tls')}\n`,
    })
    const env = { DATABASE_URL: value, TACET_SECRETS_DIR: join(cwd, 'mounted') }
    const { code, stdout, stderr } = await runCli(['secrets', 'check'], { cwd, env })
    expect(stderr).toBe('')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^DATABASE_URL +present +the environment$/m)
    expect(stdout).toMatch(/^STRIPE_KEY +absent/m)
    expect(stdout).toMatch(/^tls\.key +present +.*tls\.key$/m)
    expect(stdout).toMatch(/^API_TOKEN +missing/m)
    expect(stdout).toContain('1 of 4 cannot be used.')
    expect(stdout).not.toContain(value)
    expect(stdout).not.toContain(fakeSecret('tls'))
  })

  it('is content when all are there, and says it in JSON', async () => {
    const cwd = tempTree({ 'tacet.json': '{"secrets": ["DATABASE_URL"]}' })
    const { code, stdout } = await runCli(['secrets', 'check', '--format', 'json'], {
      cwd,
      env: { DATABASE_URL: value },
    })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      secrets: [
        {
          key: 'DATABASE_URL',
          name: 'DATABASE_URL',
          state: 'present',
          ok: true,
          origin: 'the environment',
          notes: [],
        },
      ],
    })
  })

  it('refuses a placeholder in production', async () => {
    const cwd = tempTree({ 'tacet.json': '{"secrets": ["API_TOKEN"]}' })
    const env = { API_TOKEN: 'dev-only-not-a-real-key' }
    expect((await runCli(['secrets', 'check'], { cwd, env })).code).toBe(0)
    const { code, stdout } = await runCli(['secrets', 'check'], {
      cwd,
      env: { ...env, NODE_ENV: 'production' },
    })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^API_TOKEN +placeholder/m)
  })

  it('takes a module that exports its definitions', async () => {
    const runtime = join(import.meta.dirname, '../../packages/runtime/dist/index.js')
    const cwd = tempTree({
      'package.json': '{"type": "module"}',
      'secrets.js': `import { env } from ${JSON.stringify(`file://${runtime}`)}
        export const definitions = { databaseUrl: env('DATABASE_URL') }`,
    })
    const { code, stdout } = await runCli(['secrets', 'check', 'secrets.js'], { cwd })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^DATABASE_URL +missing/m)
  })

  it.each([
    ['{"secrets": [{"envv": "A"}]}', 'tacet.json:1:15: unknown key "envv": did you mean env?'],
    ['{"secrets": [{"env": "A", "file": "a"}]}', 'tacet.json:1:14: a secret has either "env" or "file"'],
    ['{"secrets": ["A",\n "A"]}', 'tacet.json:2:2: A is there twice'],
    ['{"secrets": []}', 'tacet.json:1:13: has no list of secrets'],
    ['{"secretz": 1}', 'tacet.json:1:2: unknown key "secretz": did you mean secrets?'],
    ['{}', 'has no list of secrets'],
    ['{"secrets": [}', 'tacet.json:1:14: not JSON'],
    ['[]', 'has to be an object'],
  ])('says where %s is wrong', async (text, message) => {
    const { code, stderr, stdout } = await runCli(['secrets', 'check'], {
      cwd: tempTree({ 'tacet.json': text }),
    })
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(message)
  })

  it.each([
    [['secrets', 'check', 'absent.json'], 'cannot read absent.json'],
    [['secrets', 'check', 'a.ts'], 'is TypeScript'],
    [['secrets', 'check', 'fails.mjs'], 'fails.mjs cannot be loaded (TypeError)'],
    [['secrets', 'check', 'empty.mjs'], 'exports no definitions'],
    [['secrets', 'check', '--expires-within', 'soon'], '--expires-within takes a number of days'],
    [['secrets', 'chekc'], 'did you mean secrets check?'],
    [['secrets'], 'tacet secrets is followed by a word more'],
  ])('explains %j', async (args, message) => {
    const cwd = tempTree({
      'tacet.json': '{"secrets": ["A"]}',
      'fails.mjs': `throw new TypeError(${JSON.stringify(value)})`,
      'empty.mjs': 'export const definitions = {}',
    })
    const { code, stderr } = await runCli(args, { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(stderr).not.toContain(value)
  })
})

describe('tacet secrets types', () => {
  it('declares what .env.example has', async () => {
    const cwd = tempTree({ '.env.example': '\ufeffDATABASE_URL=\r\nPORT=3000\r\n2FA_KEY=\r\n' })
    const { code, stdout } = await runCli(['secrets', 'types'], { cwd })
    expect(code).toBe(0)
    expect(stdout).toMatchInlineSnapshot(`
      "import { env } from '@tacet/runtime'

      // From .env.example. Load them once, at start: export const secrets = loadSecrets(definitions)
      export const definitions = {
        '2faKey': env('2FA_KEY'),
        databaseUrl: env('DATABASE_URL'),
      }
      "
    `)
  })

  it('declares what the code reads, and not what its packages read', async () => {
    const cwd = tempTree({
      'src/a.ts':
        "process.env.DATABASE_URL; process.env['STRIPE_KEY']; process.env?.SMTP_URL; process.env.NODE_ENV",
      'src/b.js': "const { API_TOKEN, OTHER_KEY: other = 'x' } = process.env",
      'node_modules/p/index.js': 'process.env.FOREIGN',
    })
    const { stdout } = await runCli(['secrets', 'types', 'src/..'], { cwd })
    const names = [...stdout.matchAll(/env\('(\w+)'\)/g)].map(([, name]) => name)
    expect(names).toEqual(['API_TOKEN', 'DATABASE_URL', 'OTHER_KEY', 'SMTP_URL', 'STRIPE_KEY'])
  })

  it('writes a file, and replaces one only when told', async () => {
    const cwd = tempTree({ 'deploy/.env.sample': 'A_KEY=\n' })
    const args = ['secrets', 'types', '--from', 'deploy/.env.sample', '-o', 'secrets.ts']
    expect((await runCli(args, { cwd })).code).toBe(0)
    const written = readFileSync(join(cwd, 'secrets.ts'), 'utf8')
    expect(written).toContain("aKey: env('A_KEY')")
    const again = await runCli(args, { cwd })
    expect(again.code).toBe(2)
    expect(again.stderr).toContain('secrets.ts is there already')
    expect((await runCli([...args, '--force'], { cwd })).code).toBe(0)
  })

  it('gives each a key of its own that loadSecrets takes', async () => {
    const names = [
      'AB',
      'ab',
      'A_B',
      'aB',
      'ON',
      'CLOSE',
      'THEN',
      '_',
      'FOO_BAR',
      'fooBar',
      'then',
      'API_KEY',
    ]
    const cwd = tempTree({ '.env.example': names.map((name) => `${name}=\n`).join('') })
    const { stdout } = await runCli(['secrets', 'types'], { cwd })
    expect(stdout.split('\n').filter((line) => line.startsWith('  '))).toMatchInlineSnapshot(`
      [
        "  AB: env('AB'),",
        "  apiKey: env('API_KEY'),",
        "  A_B: env('A_B'),",
        "  CLOSE: env('CLOSE'),",
        "  FOO_BAR: env('FOO_BAR'),",
        "  ON: env('ON'),",
        "  THEN: env('THEN'),",
        "  _: env('_'),",
        "  aB: env('aB'),",
        "  ab: env('ab'),",
        "  foobar: env('fooBar'),",
        "  then_: env('then'),",
      ]
    `)
  })

  it.each([
    [['secrets', 'types'], 'no variables in the code'],
    [['secrets', 'types', 'nowhere'], 'there is no folder nowhere'],
    [['secrets', 'types', '--from', 'folder'], 'cannot read folder'],
  ])('explains %j', async (args, message) => {
    const cwd = tempTree()
    mkdirSync(join(cwd, 'folder'))
    const { code, stderr } = await runCli(args, { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})
