import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { tacetEsbuild } from '@tacet/scanner/bundler'
import { build as esbuild } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { createBundleCheck } from '../../../packages/scanner/src/bundler/check.ts'
import { variablesOf } from '../../../packages/scanner/src/bundler/variables.ts'
import { buildWith, bundlers } from '../../helpers/bundlers.ts'
import { credential } from '../../helpers/credentials.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const token = credential('npm-access-token')
const ownValue = fakeSecret('own value', 24)

const main = "import { pay } from './lib/pay.js'\nconsole.log(pay())\n"
const paying = (body: string) =>
  tempTree({ 'src/main.js': main, 'src/lib/pay.js': `export const pay = () => ${body}\n` })

/** Nothing of the environment of the tests. */
const quiet = { env: [], environment: {} }

describe.each(Object.keys(bundlers))('the plugin for %s', (name) => {
  const build = (
    root: string,
    ...rest: [Parameters<typeof buildWith>[2]?, Parameters<typeof buildWith>[3]?]
  ) => buildWith(name, root, ...rest)

  it('lets a build pass that holds no secret', async () => {
    const built = await build(paying('process.env.STRIPE_KEY'), {
      ...quiet,
      values: { STRIPE_KEY: ownValue },
    })
    expect(built).toMatchObject({ warnings: [] })
    expect(built.error).toBeUndefined()
    expect(built.written.filter((file) => file.endsWith('.js'))).toHaveLength(1)
  })

  it('fails one that holds what a rule finds, names the module, and writes nothing', async () => {
    const { error, written } = await build(paying(`'${token}'`), quiet)
    expect(error).toContain('Tacet: the output holds a secret')
    expect(error).toContain('npm access token (npm-access-token) npm_…')
    expect(error).toMatch(/\n {2}in [\w/.-]+\.js:\d+:\d+\n {2}brought in by [\w/.-]*src\/lib\/pay\.js\n/)
    expect(error).toContain('If it was published, revoke it: https://docs.npmjs.com/revoking-access-tokens.')
    expect(error!.includes(token), 'the message holds the value').toBe(false)
    expect(written).toEqual([])
  })

  it.each([true, false])('names the variable that was put in, and where (minified: %s)', async (minify) => {
    const options = { define: { STRIPE_KEY: ownValue }, minify }
    const { error, written } = await build(
      paying('process.env.STRIPE_KEY'),
      { ...quiet, values: { STRIPE_KEY: ownValue, OTHER_KEY: fakeSecret('other', 24) } },
      options,
    )
    expect(error).toContain('the value of STRIPE_KEY: ')
    expect(error).toMatch(/brought in by [\w/.-]*src\/lib\/pay\.js\n/)
    expect(error).not.toContain('OTHER_KEY')
    expect(error!.includes(ownValue), 'the message holds the value').toBe(false)
    expect(written).toEqual([])
  })

  it('knows a value by every form', async () => {
    const encoded = Buffer.from(`Bearer:${ownValue}`).toString('base64')
    const { error } = await build(paying(`atob('${encoded}')`), { ...quiet, values: { API_TOKEN: ownValue } })
    expect(error).toContain('the value of API_TOKEN')
  })

  it('looks for the variables that are secret by their name or their address', async () => {
    const password = fakeSecret('password', 20)
    const environment = {
      SESSION_SECRET: ownValue,
      DATABASE_URL: `postgres://app:${password}@db/app`,
      HOME: '/home/somebody-else',
    }
    const { error } = await build(paying(`['${ownValue}', '${password}', '/home/somebody-else']`), {
      environment,
    })
    expect(error).toContain('2 secrets')
    expect(error).toContain('the value of SESSION_SECRET')
    expect(error).toContain('the value of DATABASE_URL')
    expect(error).not.toContain('HOME')
  })

  it('finds what only the source map holds, and names the source', async () => {
    const root = tempTree({
      'src/main.js': main,
      'src/lib/pay.js': `// ${token}\n// ${ownValue}\nexport const pay = () => 1\n`,
    })
    const values = { STRIPE_KEY: ownValue }
    for (const sourcemap of [true, 'inline'] as const) {
      const { error } = await build(root, { ...quiet, values }, { sourcemap, minify: true })
      expect(error).toContain('2 secrets')
      expect(error).toMatch(/npm-access-token\) npm_…\n {2}in .+\n {2}brought in by \S*src\/lib\/pay\.js\n/)
      expect(error).toMatch(
        /the value of STRIPE_KEY: \S+…\n {2}in .+\n {2}brought in by \S*src\/lib\/pay\.js\n/,
      )
    }
  })

  it('only warns when it is asked to', async () => {
    const { error, warnings, written } = await build(paying(`'${token}'`), { ...quiet, mode: 'warn' })
    expect(error).toBeUndefined()
    expect(warnings.join('\n')).toContain('npm access token (npm-access-token) npm_…')
    expect(written.length).toBeGreaterThan(0)
  })

  it('reports a secret that a public name publishes, and no other value of such a name', async () => {
    const environment = { VITE_NPM_TOKEN: token, VITE_TITLE: ownValue }
    const root = paying('[process.env.VITE_NPM_TOKEN, process.env.VITE_TITLE]')
    const { error } = await build(root, { env: ['*'], environment }, { define: environment })
    expect(error).toContain('Tacet: the output holds a secret')
    expect(error).toContain('the value of VITE_NPM_TOKEN: npm access token (npm-access-token) npm_…')
    expect(error).toContain(
      'VITE_NPM_TOKEN is public by its name: what starts with VITE_ is put into the output',
    )
    expect(error).not.toContain('VITE_TITLE')
  })

  it('lets pass what is allowed, and says what it cannot look for', async () => {
    const root = paying(`['${token}', '${ownValue}']`)
    const environment = { APP_TOKEN: ownValue }
    const options = {
      environment,
      allow: ['npm-access-token', 'APP_TOKEN'],
      values: { SHORT: 'abc', UNSET: undefined },
    }
    const { error, warnings } = await build(root, options)
    expect(error).toBeUndefined()
    expect(warnings.join('\n')).toMatch(
      /does not look for SHORT: it has fewer than 8 characters\.[\s\S]*does not look for UNSET: it has no value\./,
    )
  })
})

describe('which variables are looked for', () => {
  const environment = {
    SESSION_SECRET: fakeSecret('session', 24),
    TITLE: fakeSecret('title', 24),
    PUBLIC_TOKEN: fakeSecret('public', 24),
    KEY_FILE: '/etc/service/key.pem',
    SIGNING_KEY: '/etc/service/signing.pem',
    API_TOKEN: 'short',
    DB_PASSWORD: 'production',
  }

  it.each([
    [undefined, ['SESSION_SECRET']],
    [['!SESSION_*'], []],
    [
      ['TITLE', 'SESSION_*'],
      ['SESSION_SECRET', 'TITLE'],
    ],
    [
      ['*', '!TITLE'],
      ['SESSION_SECRET', 'KEY_FILE', 'SIGNING_KEY'],
    ],
    [['PUBLIC_*'], ['PUBLIC_TOKEN']],
    [[], []],
  ])('%j', (env, names) => {
    const { secret } = variablesOf({ environment, ...(env === undefined ? {} : { env }) })
    expect([...secret.keys()].toSorted()).toEqual([...names].toSorted())
  })
})

describe('where a value stands', () => {
  it('is told of each place, in lines of any end and behind wide characters', () => {
    const check = createBundleCheck({ env: [], values: { OWN: ownValue }, rules: [] })
    const content = `${ownValue}\r\n🔑 ${ownValue} ${ownValue}\r\n\n${ownValue}`
    const outputs = [content, new TextEncoder().encode(content)].map((each, index) => ({
      file: `${index}`,
      content: each,
      modules: () => [],
    }))
    const [leak] = check.check(outputs)
    expect(leak!.places).toEqual(
      ['0', '1'].flatMap((file) => ['1:1', '2:4', '2:29', '4:1'].map((place) => `${file}:${place}`)),
    )
  })
})

describe('the plugin for esbuild', () => {
  it.skipIf(process.platform === 'win32')('writes what esbuild would have written, as it would', async () => {
    const root = tempTree({ 'src/main.js': '#!/usr/bin/env node\nconsole.log(1)\n' })
    const options = { absWorkingDir: root, entryPoints: ['src/main.js'], sourcemap: true }
    await esbuild({ ...options, outdir: 'plain' })
    await esbuild({ ...options, outdir: 'checked', plugins: [tacetEsbuild(quiet)] })
    const made = (folder: string) =>
      readdirSync(join(root, folder)).map((name) => {
        const path = join(root, folder, name)
        return { name, mode: statSync(path).mode, text: readFileSync(path, 'utf8') }
      })
    expect(made('checked')).toEqual(made('plain'))
    expect(made('checked')).toHaveLength(2)
  })
})

describe('the plugin for vite', () => {
  it('knows the variables in the files that Vite reads', async () => {
    const root = tempTree({
      'src/main.js': `console.log('${ownValue}', import.meta.env.VITE_NPM_TOKEN)\n`,
      '.env': `SESSION_SECRET=another-value-than-that\nVITE_NPM_TOKEN=${token}\n`,
      '.env.production.local': `SESSION_SECRET="${ownValue}"\n`,
    })
    const { error, written } = await buildWith('vite', root)
    expect(error).toContain('the value of SESSION_SECRET: ')
    expect(error).toContain('the value of VITE_NPM_TOKEN: npm access token')
    expect(error).toContain('VITE_NPM_TOKEN is public by its name')
    expect(written).toEqual([])
  })

  it('looks into what is copied, before it is', async () => {
    const root = tempTree({
      'src/main.js': 'console.log(1)\n',
      'public/data/.npmrc': `//registry.npmjs.org/:_authToken=${token}\n`,
    })
    const { error, written } = await buildWith('vite', root)
    expect(error).toMatch(/\n {2}in data\/\.npmrc:1:\d+\n {2}brought in by public\/data\/\.npmrc\n/)
    expect(written).toEqual([])
  })

  it('looks into the pages too', async () => {
    const root = tempTree({
      'index.html': `<title>%VITE_NPM_TOKEN%</title><script type="module" src="/src/main.js"></script>\n`,
      'src/main.js': 'console.log(1)\n',
      '.env': `VITE_NPM_TOKEN=${token}\n`,
    })
    const { error } = await buildWith('vite', root, {}, { entry: 'index.html' })
    expect(error).toMatch(/VITE_NPM_TOKEN: npm access token .*\n {2}in index\.html:\d+:\d+\n/)
  })
})
