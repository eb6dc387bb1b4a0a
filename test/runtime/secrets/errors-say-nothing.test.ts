import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { git, tempTree } from '../../helpers/temp-tree.ts'

const packages = join(import.meta.dirname, '../../../packages/runtime')
const [value, other, third] = ['one', 'two', 'three'].map((seed) => fakeSecret(`errors ${seed}`)) as [
  string,
  string,
  string,
]

/** A service that does everything wrong that can be done wrong, and prints all it is told. */
const program = `
  import { mkdirSync, writeFileSync } from 'node:fs'
  import { inspect } from 'node:util'
  import * as tacet from ${JSON.stringify(join(packages, 'dist/index.js'))}
  import { discover } from ${JSON.stringify(join(packages, 'dist/secrets/discover.js'))}
  const { checkSecrets, createRegistry, env, file, json, loadSecrets, number, problemText, Secret, url } = tacet
  const { root, value, other, third } = JSON.parse(process.argv[1])

  const print = (what) => {
    console.log(inspect(what, { depth: null, showHidden: true, getters: true, maxStringLength: null }))
    console.log(String(what), JSON.stringify(what, Object.getOwnPropertyNames(what ?? {})), what?.stack)
  }
  const attempt = (act) => {
    try {
      act()
      console.log('NO ERROR: ' + act)
    } catch (error) {
      print(error)
    }
  }
  process.on('warning', print)
  const throws = (text) => { throw new Error(text) }
  const schema = (validate) => ({ '~standard': { version: 1, vendor: 'own', validate } })
  const variables = { KEY: value, EMPTY: '', OTHER_KEY: other, key: third, STUB: 'postgres://app:dev-only-not-a-real-key@db/' + value, SHORT: value.slice(0, 5),
    URL_KEY: 'https://' + value + '.example/' + other }
  const definitions = {
    missing: env('KYE'), empty: env('EMPTY'), number: env('KEY', { parse: number() }), stub: env('STUB'),
    url: env('KEY', { parse: url() }), protocol: env('URL_KEY', { parse: url({ protocols: ['tcp'] }) }),
    json: env('KEY', { parse: json('a') }), choice: env('KEY', { oneOf: ['a', 'b'] }),
    thrown: env('KEY', { parse: throws }), asynchronous: env('KEY', { parse: async (text) => throws(text) }),
    schema: env('KEY', { parse: schema((text) => ({ issues: [{ message: text, path: [text], code: text }] })) }),
    schemaThrows: env('KEY', { parse: schema(throws) }), sourceThrows: env('FROM_SOURCE'),
    asBytes: file('broken', { as: 'bytes', parse: (bytes) => throws(Buffer.from(bytes).toString()) }),
    folder: file('folder'), nowhere: file('kex'), large: file('large'), text: file('broken'),
    blank: file('blank'), conflict: file('key'),
  }
  const registry = createRegistry()
  const options = {
    root, env: variables, registry, maxBytes: 100, dotenv: { folder: root, inProduction: true },
    sources: { vault: (name) => (name === 'FROM_SOURCE' ? throws(value) : undefined) },
  }
  const production = { ...options, env: { ...variables, NODE_ENV: 'production' } }
  attempt(() => loadSecrets(definitions, options))
  attempt(() => loadSecrets(definitions, production))
  attempt(() => loadSecrets({ reload: env('KEY') }, options))
  attempt(() => loadSecrets({ wrong: value }, options))
  for (const status of checkSecrets(definitions, production)) print(status)
  for (const { outcome } of tacet.readSecrets(definitions, production).readings)
    if (outcome.status === 'failed') console.log(problemText(outcome.problem))
  print(discover({ root, env: variables, registry: createRegistry() }))

  const loaded = loadSecrets({ short: env('SHORT'), key: file('key'), own: env('DOTENV_KEY') }, options)
  loaded.on('rotation-failed', print)
  loaded.on('rotation', () => throws(value))
  loaded.on('rotation', print)
  loaded.onRotate('key', () => throws(value))
  loaded.onRotate('key', async () => throws(value))
  attempt(() => loaded.onRotate('none', () => {}))
  writeFileSync(root + '/key', third)
  loaded.reload()
  writeFileSync(root + '/key', '')
  attempt(() => loaded.reload())

  const moving = env('KEY')
  let generation = 0
  const restless = { ...moving, kind: 'file', find: (around) => {
    mkdirSync(root + '/' + ++generation)
    replaceLink(generation)
    return moving.find(around)
  } }
  const { renameSync, symlinkSync } = await import('node:fs')
  function replaceLink(target) {
    symlinkSync(String(target), root + '/..new')
    renameSync(root + '/..new', root + '/..data')
  }
  attempt(() => loadSecrets({ restless }, options))

  const secret = new Secret('KEY', value)
  attempt(() => new Secret('KEY', { value }).equals(value))
  attempt(() => secret.equals({ value }))
  attempt(() => new Proxy(secret, {}).reveal())
  attempt(() => Object.create(secret).reveal())
  attempt(() => registry.add('KEY', { value }))
  attempt(() => secret.use(() => { throw new Error('of the application', { cause: secret }) }))
  print(registry.registrations())
  secret[Symbol.dispose]()
  attempt(() => secret.reveal())
  print(loaded)
  loaded.close()
  setImmediate(() => { throw Object.assign(new Error('uncaught', { cause: loaded }), { secret, loaded }) })
`

test('no error, warning, event or report of a real process tells four characters of a value', () => {
  const root = tempTree({
    key: value,
    large: value.repeat(10),
    broken: Buffer.concat([Buffer.from(other), Buffer.of(0xff)]),
    blank: '\n',
    'folder/key': third,
    '.env': `KEY=${third}\nDOTENV_KEY=${third}\n`,
  })
  git(root, 'init', '-q')
  const input = JSON.stringify({ root, value, other, third })
  const parameters = ['--input-type=module', '-e', program, input]
  const { stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8' })
  const output = (stdout + stderr).replaceAll(root, '<root>')
  expect(output.match(/NO ERROR.*/g)).toBeNull()
  expect(output.includes('Error: uncaught')).toBe(true)

  for (const secret of [value, other, third]) {
    const told = Array.from({ length: secret.length - 3 }, (_, start) => secret.slice(start, start + 4))
    expect(told.some((part) => output.includes(part))).toBe(false)
  }

  // It went through all of them: what is added to the sources has to be added here.
  const sources = ['src/secrets', 'src/registry'].flatMap((folder) => {
    const names = readdirSync(join(packages, folder), { encoding: 'utf8', recursive: true })
    return names.filter((name) => name.endsWith('.ts')).map((name) => join(packages, folder, name))
  })
  const codes = sources.flatMap((path) => readFileSync(path, 'utf8').match(/(?<=')TACET_[A-Z_]+(?=')/g) ?? [])
  expect(codes.length).toBeGreaterThan(8)
  const kinds = ['missing', 'empty', 'unreadable', 'invalid', 'placeholder'].map((kind) => `kind: '${kind}'`)
  const unseen = [...codes, ...kinds].filter((word) => !output.includes(word))
  expect(unseen).toEqual([])
})
