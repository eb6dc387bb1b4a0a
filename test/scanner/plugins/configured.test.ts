import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createScan, findForeign } from '@tacet/scanner'
import { tacet } from '@tacet/scanner/eslint'
import { createTextScanner, type TextScannerOptions } from '@tacet/scanner/text'
import { ESLint, type Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { buildWith, bundlers } from '../../helpers/bundlers.ts'
import { credential } from '../../helpers/credentials.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { tempRepository, tempTree } from '../../helpers/temp-tree.ts'

const npm = credential('npm-access-token')
const stripe = credential('stripe-secret-key')
const own = `acme_${fakeSecret('own', 24)}`
const line = (value: string): string => `use('${value}')\n`
const json = (value: unknown): string => JSON.stringify(value, null, 2)

const acme = {
  id: 'acme-token',
  title: 'Acme token',
  regex: 'acme_[\\w-]{24}',
  path: 'src/',
  examples: ['auto'],
}

/** All that a configuration can say of a path, and what two other scanners left. */
const files = {
  'tacet.json': json({
    owner: '@team/all',
    paths: { exclude: ['vendor/'] },
    rules: { 'stripe-*': { severity: 'low' } },
    allow: [{ rule: 'npm-*', path: 'legacy/', reason: 'revoked' }],
    customRules: [{ ...acme, examples: [`acme_{{random:lowerAlnum:24}}`] }],
    overrides: [{ paths: ['docs/'], rules: { 'npm-*': 'off' } }],
  }),
  'packages/pay/tacet.json': json({ owner: '@team/pay', threshold: 'very-high' }),
  'packages/web/tacet.json': json({ rules: { 'npm-access-token': 'off' } }),
  '.gitleaksignore': 'src/ignored.js:npm-access-token:1\n',
  'vendor/a.js': line(npm),
  'legacy/a.js': line(npm) + line(stripe),
  'docs/a.js': line(npm) + line(stripe),
  'src/a.js': line(npm) + line(own),
  'src/ignored.js': line(npm),
  'src/comment.js': `${line(npm).trimEnd()} // gitleaks:allow\n`,
  'other/a.js': line(own),
  'packages/pay/src/a.js': line(npm) + line(stripe),
  'packages/web/src/a.js': line(npm) + line(stripe),
}
const names = Object.keys(files).filter((name) => name.endsWith('.js'))

const texts = (cwd: string, options: TextScannerOptions = {}) => {
  const scanner = createTextScanner({ cwd, config: true, ...options })
  return names.flatMap((name) => scanner.find(readFileSync(join(cwd, name), 'utf8'), name))
}

describe('what is at hand in a project', () => {
  it('is judged by its configurations as a scan judges it', async () => {
    const cwd = tempRepository(files)
    for (const foreign of [undefined, { detected: findForeign(['.'], cwd) }]) {
      const options = foreign ? { foreign } : {}
      const { findings } = await createScan({ cwd, paths: names, config: true, ...options }).collect()
      expect(new Set(findings.map(({ ruleId }) => ruleId)).size).toBe(3)
      expect(texts(cwd, options)).toEqual(findings)
    }
    expect(texts(cwd).length).toBeGreaterThan(texts(cwd, { foreign: {} }).length)
  })

  it('may have one configuration for all', async () => {
    const cwd = tempRepository({ ...files, 'ci/strict.json': json({ rules: { 'stripe-*': 'off' } }) })
    const config = 'ci/strict.json'
    const { findings } = await createScan({ cwd, paths: names, config }).collect()
    expect(texts(cwd, { config })).toEqual(findings)
  })

  it('is judged by nothing that is wrong, also not a second time', () => {
    const cwd = tempTree({ ...files, 'packages/pay/tacet.json': '{ "owners": "@team/pay" }' })
    const scanner = createTextScanner({ cwd, config: true })
    for (let time = 0; time < 2; time++) {
      expect(() => scanner.find(line(npm), 'packages/pay/src/a.js')).toThrow(
        'packages/pay/tacet.json:1:3: unknown key "owners": did you mean "owner"?',
      )
    }
  })

  it('tells when what it goes by has changed', () => {
    const cwd = tempTree(files)
    const scanner = createTextScanner({ cwd, config: true })
    scanner.find('', 'packages/pay/src/a.js')
    expect(scanner.isStale).toBe(false)
    utimesSync(join(cwd, 'packages/pay/tacet.json'), 1, 1)
    expect(scanner.isStale).toBe(true)
  })
})

describe('the rule for ESLint', () => {
  const lint = async (cwd: string, options: object = {}, named: readonly string[] = names) => {
    const rule: Linter.Config = { rules: { 'tacet/no-secrets': ['error', options] } }
    const overrideConfig = [tacet.configs.recommended, rule]
    const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig })
    const results = await eslint.lintFiles([...named])
    return results.flatMap(({ filePath, messages }) =>
      messages.map(({ line: at, message }) => {
        const [, id] = / in the source \(([\w-]+)\)/.exec(message)!
        return `${filePath.slice(cwd.length + 1)}:${at} ${id}`
      }),
    )
  }

  it('reports what a scan reports', async () => {
    const cwd = tempRepository(files)
    const foreign = { detected: findForeign(['.'], cwd) }
    const { findings } = await createScan({ cwd, paths: names, config: true, foreign }).collect()
    const scanned = findings.map(({ location, ruleId }) => `${location.path}:${location.line} ${ruleId}`)
    expect((await lint(cwd)).sort()).toEqual(scanned.sort())
  })

  it('can be told to obey none, or one', async () => {
    const cwd = tempRepository({ ...files, 'ci/strict.json': json({ rules: { 'npm-*': 'off' } }) })
    expect(await lint(cwd, { config: false }, ['vendor/a.js'])).toEqual(['vendor/a.js:1 npm-access-token'])
    expect(await lint(cwd, { config: 'ci/strict.json' }, ['docs/a.js'])).toEqual([
      'docs/a.js:2 stripe-secret-key',
    ])
    expect(await lint(cwd, { foreign: false }, ['src/comment.js'])).toHaveLength(1)
  })

  it('sees that a configuration has changed while ESLint runs', async () => {
    const cwd = tempTree({ 'a.js': line(npm), 'tacet.json': json({ rules: { 'npm-*': 'off' } }) })
    expect(await lint(cwd, {}, ['a.js'])).toEqual([])
    writeFileSync(join(cwd, 'tacet.json'), '{}')
    // Clocks of file systems may be coarse.
    utimesSync(join(cwd, 'tacet.json'), 1, 1)
    expect(await lint(cwd, {}, ['a.js'])).toHaveLength(1)
  })
})

describe.each(Object.keys(bundlers))('the plugin for %s', (name) => {
  // Where the folder of the project is that of the process, the file is named.
  const build = (root: string, config?: boolean) =>
    buildWith(name, root, { env: [], environment: {}, config: config ?? join(root, 'tacet.json') })

  it('obeys the rules of the project, and not what it says of paths', async () => {
    const root = tempTree({
      'src/main.js': `console.log('${npm}', '${own}')\n`,
      'tacet.json': json({
        paths: { exclude: ['out/', '*.js'] },
        rules: { 'npm-*': 'off' },
        customRules: [{ id: 'acme-token', title: 'Acme token', regex: 'acme_[\\w-]{24}' }],
      }),
    })
    const { error } = await build(root)
    expect(error).toContain('Acme token (acme-token)')
    expect(error).not.toContain('npm-access-token')
    expect((await build(root, false)).error).toContain('npm-access-token')
  })
})

it.each(['vite', 'webpack', 'esbuild'])('the plugin for %s finds the project by its root', async (name) => {
  const root = tempTree({
    'src/main.js': `console.log('${npm}')\n`,
    'tacet.json': json({ allow: [{ rule: 'npm-access-token', reason: 'revoked' }] }),
  })
  const { error } = await buildWith(name, root, { env: [], environment: {} })
  expect(error).toBeUndefined()
})
