import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createScan, type ScanOptions } from '@tacet/scanner'
import { describe, expect, it } from 'vitest'
import { tarOf } from '../../helpers/archives.ts'
import { credential } from '../../helpers/credentials.ts'
import { paths } from '../../helpers/scanning.ts'
import { addFiles, git, tempRepository } from '../../helpers/temp-tree.ts'

const stripe = credential('stripe-secret-key')
const npm = credential('npm-access-token')
const line = (value: string): string => `const value = '${value}'\n`
const json = (value: unknown): string => JSON.stringify(value, null, 2)

const scan = (cwd: string, options: ScanOptions = {}) =>
  createScan({ cwd, config: true, ...options }).collect()

/** A monorepo: two packages, one of which has a configuration of its own. */
const monorepo = (root: object, pay: object): string =>
  tempRepository({
    'tacet.json': json(root),
    'packages/pay/tacet.json': json(pay),
    'packages/pay/src/key.ts': line(stripe),
    'packages/pay/legacy/key.ts': line(stripe),
    'packages/web/src/key.ts': line(npm),
    'packages/web/fixtures/key.ts': line(npm),
  })

describe('a scan with configurations', () => {
  it('obeys those of the folder and of each folder below, and tells what they hide', async () => {
    const cwd = monorepo(
      { owner: '@team/web', paths: { exclude: ['fixtures/'] } },
      { owner: '@team/pay', allow: [{ path: 'legacy/', reason: 'revoked in 2024' }] },
    )
    const { findings, coverage } = await scan(cwd, { showSuppressed: true })
    const told = findings.map(({ location, owner, suppression }) => [
      location.path,
      owner,
      suppression?.reason,
    ])
    expect(told).toEqual([
      ['packages/pay/legacy/key.ts', '@team/pay', 'revoked in 2024'],
      ['packages/pay/src/key.ts', '@team/pay', undefined],
      ['packages/web/src/key.ts', '@team/web', undefined],
    ])
    expect(findings[0]!.suppression).toMatchObject({ kind: 'config', where: 'packages/pay/tacet.json:4' })
    expect(coverage.suppressed).toEqual({ config: 1 })
    expect(coverage.findings).toBe(2)
    expect(coverage.configs).toEqual(['tacet.json', 'packages/pay/tacet.json'])
    expect(coverage.skipped).toEqual([
      { path: 'packages/web/fixtures/key.ts', reason: 'excluded', detail: 'tacet.json:5:7' },
    ])
  })

  it('goes on without one that was removed, and that Git still knows of', async () => {
    const cwd = monorepo({ rules: { 'npm-*': 'off' } }, { rules: { 'stripe-*': 'off' } })
    rmSync(join(cwd, 'tacet.json'))
    rmSync(join(cwd, 'packages/pay/tacet.json'))
    const { findings, coverage } = await scan(cwd)
    expect(findings).toHaveLength(4)
    expect(coverage).not.toHaveProperty('configs')
  })

  it('obeys those above a folder, up to the root of the repository', async () => {
    const cwd = monorepo({ paths: { exclude: ['fixtures/'] } }, { rules: { 'stripe-*': 'off' } })
    const found = await scan(cwd, { paths: ['packages/web'] })
    expect(paths(found.findings)).toEqual(['packages/web/src/key.ts'])
    const quiet = await scan(cwd, { paths: ['packages/pay'] })
    expect(quiet.findings).toEqual([])
    // Looked for nowhere, it is not even counted among the rules; that is told.
    const off = found.coverage.rules - quiet.coverage.rules
    expect(off).toBeGreaterThan(1)
    expect(quiet.coverage.notes).toEqual([`the configuration turns off ${off} rules`])
  })

  it('gives no say to a folder over what is beside it', async () => {
    const cwd = monorepo({}, { rules: { '*': 'off', 'aws-*': 'on' }, paths: { exclude: ['/**'] } })
    const { findings, coverage } = await scan(cwd)
    expect(paths(findings)).toEqual(['packages/web/fixtures/key.ts', 'packages/web/src/key.ts'])
    expect(coverage.skipped.map(({ reason }) => reason)).toEqual(['excluded', 'excluded', 'excluded'])
  })

  it('lowers and raises what is told by path and by rule', async () => {
    const cwd = tempRepository({
      'tacet.json': json({
        overrides: [
          { paths: ['quiet/'], threshold: 'very-high' },
          { paths: ['loud/'], threshold: 'low', rules: { 'generic-password': { severity: 'low' } } },
        ],
      }),
      'quiet/a.ts': line(stripe),
      'loud/example.env': 'DB_PASSWORD=changeme\n',
      'other/example.env': 'DB_PASSWORD=changeme\n',
      'other/a.ts': line(stripe),
    })
    const { findings, coverage } = await scan(cwd)
    const told = findings.map(({ location, confidence }) => [location.path, confidence])
    expect(told.filter(([path]) => path!.startsWith('quiet'))).toEqual([])
    expect(told).toContainEqual(['other/a.ts', 'high'])
    expect(told.some(([path]) => path === 'other/example.env')).toBe(false)
    expect(coverage.suppressed).toEqual({ config: 1 })
    const all = await scan(cwd, { threshold: 'high' })
    expect(paths(all.findings)).toEqual(['other/a.ts', 'quiet/a.ts'])
  })

  it('allows by the shape of a value, until a day, and by the commit', async () => {
    const shape = `${stripe.slice(0, 11)}*`
    const allowing = (entry: object) =>
      tempRepository({ 'tacet.json': json({ allow: [{ reason: 'known', ...entry }] }), 'a.ts': line(stripe) })
    const count = async (entry: object) => (await scan(allowing(entry))).findings.length
    expect(await count({ value: shape })).toBe(0)
    expect(await count({ value: shape, rule: 'aws-*' })).toBe(1)
    expect(await count({ valueRegex: `^${stripe.slice(0, 8)}` })).toBe(0)
    expect(await count({ valueRegex: '^nothing' })).toBe(1)
    expect(await count({ rule: 'provider:stripe', until: '2999-01-31' })).toBe(0)
    expect(await count({ rule: 'provider:stripe', until: '2001-01-31' })).toBe(1)
    const cwd = tempRepository({ 'a.ts': line(stripe) })
    const commit = git(cwd, 'rev-parse', 'HEAD').trim()
    addFiles(cwd, { 'tacet.json': json({ allow: [{ reason: 'known', commit: commit.slice(0, 10) }] }) })
    expect((await scan(cwd, { history: true })).coverage.suppressed).toEqual({ config: 1 })
    expect((await scan(cwd)).findings).toHaveLength(1)
  })

  it('applies the configurations of the work tree to a history, where they hold for every path', async () => {
    const cwd = tempRepository({
      'test/one.ts': line(stripe),
      'test/two.ts': line(npm),
      'src/copy.ts': line(npm),
    })
    git(cwd, 'rm', '--quiet', 'test/one.ts')
    git(cwd, 'commit', '--quiet', '--message=second')
    addFiles(cwd, { 'tacet.json': json({ paths: { exclude: ['test/'] } }) })
    const { findings, coverage } = await scan(cwd, { history: true })
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['npm-access-token'])
    expect(coverage.suppressed).toEqual({ config: 1 })
    addFiles(cwd, { 'src/tacet.json': json({ paths: { exclude: ['*.ts'] } }) })
    git(cwd, 'add', 'src/tacet.json')
    expect((await scan(cwd, { history: true })).coverage).toMatchObject({
      findings: 0,
      suppressed: { config: 2 },
      configs: ['tacet.json', 'src/tacet.json'],
    })
  })

  it('finds the same with any number of threads, and in shards', async () => {
    const cwd = monorepo(
      {
        allow: [{ value: `${npm.slice(0, 6)}*`, path: 'fixtures/', reason: 'a sample' }],
        customRules: [{ id: 'acme-key', title: 'Acme key', parts: ['acme-', { chars: 'hex', length: 32 }] }],
      },
      { threshold: 'low' },
    )
    const many = Object.fromEntries(
      Array.from({ length: 2600 }, (_, index) => [`many/${index}.txt`, `line ${index}\n`]),
    )
    const acme = Buffer.from(stripe.slice(-16)).toString('hex')
    addFiles(cwd, { ...many, 'many/acme.txt': `acme-${acme}\n` })
    const one = await scan(cwd, { threads: 1, showSuppressed: true })
    expect(one.findings.map(({ ruleId }) => ruleId)).toContain('acme-key')
    const two = await scan(cwd, { threads: 2, showSuppressed: true })
    expect(two.findings).toEqual(one.findings)
    expect(two.coverage.suppressed).toEqual({ config: 1 })
    const shards = await Promise.all(
      [1, 2].map((index) => scan(cwd, { shard: { index, count: 2 }, showSuppressed: true })),
    )
    const joined = shards.flatMap(({ findings }) => findings).sort((a, b) => a.place! - b.place!)
    expect(joined.map(({ place, ...finding }) => finding)).toEqual(one.findings)
    expect(shards[0]!.coverage.shard!.settings).toBe(shards[1]!.coverage.shard!.settings)
    const other = await scan(cwd, { shard: { index: 1, count: 2 }, config: undefined })
    expect(other.coverage.shard!.settings).not.toBe(shards[0]!.coverage.shard!.settings)
  })

  it('looks everywhere in a history for what is off in the folder that it is started from', async () => {
    const cwd = monorepo({}, { rules: { 'stripe-*': 'off', 'npm-*': 'off' } })
    const { findings, coverage } = await scan(`${cwd}/packages/pay`, { history: true })
    expect(paths(findings)).toEqual(['packages/web/fixtures/key.ts'])
    expect(coverage.suppressed).toEqual({ config: 1 })
    addFiles(cwd, { 'packages/pay/one.json': json({ paths: { exclude: ['packages/web/'] } }) })
    const one = await scan(`${cwd}/packages/pay`, { history: true, config: 'one.json' })
    expect(one.findings.map(({ ruleId }) => ruleId)).toEqual(['stripe-secret-key'])
    expect(one.coverage.suppressed).toEqual({ config: 1 })
  })

  it('obeys what is above each file of a list', async () => {
    const cwd = monorepo({ owner: 'root' }, { owner: 'pay', rules: { 'npm-*': 'off' } })
    const list = ['packages/pay/src/key.ts', 'packages/web/src/key.ts']
      .map((name) => `${cwd}/${name}\n`)
      .join('')
    const { findings } = await scan(`${cwd}/packages/pay/legacy`, { filesFrom: [Buffer.from(list)] })
    expect(findings.map(({ ruleId, owner }) => [ruleId, owner])).toEqual([
      ['stripe-secret-key', 'pay'],
      ['npm-access-token', 'root'],
    ])
  })

  it('judges what is in archives, and what comes by a pipe, as what is in folders', async () => {
    const cwd = tempRepository({
      'tacet.json': json({
        paths: { exclude: ['samples/'] },
        overrides: [{ paths: ['-'], owner: 'nobody' }],
      }),
      'docs.tar': await tarOf({ 'samples/a.ts': line(stripe), 'real/a.ts': line(npm) }),
    })
    const { findings, coverage } = await scan(cwd, { input: [Buffer.from(line(npm))], paths: ['.'] })
    expect(findings.map(({ location, owner }) => [location.path, owner])).toEqual([
      ['docs.tar!/real/a.ts', undefined],
      ['-', 'nobody'],
    ])
    expect(coverage.suppressed).toEqual({ config: 1 })
  })

  it('looks with a rule of its own where its path says, from the folder of the file', async () => {
    const acme = { id: 'acme-key', title: 'Acme key', regex: 'acme-[0-9a-f]{16}', path: '^packages/web/' }
    const key = `acme-${Buffer.from(stripe.slice(-8)).toString('hex')}\n`
    const cwd = tempRepository({
      'tacet.json': json({ customRules: [acme] }),
      'packages/web/a.txt': key,
      'packages/pay/a.txt': key,
    })
    const found = async (folder: string, options: ScanOptions = {}) =>
      (await scan(folder, options)).findings.map(({ ruleId, location }) => [ruleId, location.path])
    expect(await found(cwd)).toEqual([['acme-key', 'packages/web/a.txt']])
    expect(await found(`${cwd}/packages`)).toEqual([['acme-key', 'web/a.txt']])
    expect(await found(cwd, { paths: [`${cwd}/packages/web`, `${cwd}/packages/pay`] })).toHaveLength(1)
    // The same bytes as in the other folder: Git lists them once.
    expect(await found(`${cwd}/packages/pay`, { history: true })).toHaveLength(1)
  })

  it('lets what is nested say nothing about all of a scan, and tells that', async () => {
    const acme = { id: 'acme-key', title: 'Acme key', regex: 'acme-[0-9a-f]{16}' }
    const nested = { customRules: [acme], rules: { 'acme-key': 'on' }, archiveDepth: 0, decodeDepth: 0 }
    const key = `acme-${Buffer.from(stripe.slice(-8)).toString('hex')}\n`
    const cwd = tempRepository({
      'one/tacet.json': json(nested),
      'one/a.txt': key,
      'two/tacet.json': json(nested),
      'two/a.txt': key,
      'two/b.txt': Buffer.from(npm).toString('base64'),
    })
    const all = await scan(cwd)
    expect(all.findings.map(({ ruleId }) => ruleId)).toEqual(['npm-access-token'])
    expect(all.coverage.notes).toEqual([
      'what holds for all of a scan is passed over here, below its start: one/tacet.json:3:5',
      'what holds for all of a scan is passed over here, below its start: two/tacet.json:3:5',
    ])
    // Each for itself is the outermost of its own.
    const two = await scan(cwd, { paths: ['two'] })
    expect(two.findings.map(({ ruleId }) => ruleId)).toEqual(['acme-key'])
    expect(two.coverage.notes).toEqual([
      'the configuration has decodeDepth at 0',
      'the configuration has archiveDepth at 0',
    ])
  })

  it('does not read those of folders that are excluded', async () => {
    const cwd = tempRepository({
      'tacet.json': json({ paths: { include: ['*.ts'], exclude: ['vendor/', '*.json'] } }),
      'vendor/x/tacet.json': '{ "of another version": 1 }',
      'own/tacet.json': json({ owner: 'own' }),
      'own/a.ts': line(npm),
    })
    const { findings, coverage } = await scan(cwd)
    expect(findings.map(({ owner }) => owner)).toEqual(['own'])
    expect(coverage.configs).toEqual(['tacet.json', 'own/tacet.json'])
  })

  it('asks for a file to be added that a large scan has begun without', async () => {
    // Git's list has a line for each: so long names that threads are started before all is listed.
    const name = (index: number): string => `${'long-name-'.repeat(15)}${index}.txt`
    const many = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [name(index), 'nothing\n']))
    const cwd = tempRepository({ ...many, 'a/key.ts': line(npm) })
    addFiles(cwd, { 'a/tacet.json': json({ owner: 'a' }) })
    const { findings } = await scan(cwd, { threads: 2 })
    expect(findings.map(({ owner }) => owner)).toEqual(['a'])
    addFiles(cwd, { 'a/tacet.json': json({ threshold: 'low' }) })
    await expect(scan(cwd, { threads: 2 })).rejects.toThrow(/^a\/tacet\.json is not known to Git.* add it/)
    git(cwd, 'add', 'a/tacet.json')
    expect((await scan(cwd, { threads: 2 })).findings).toHaveLength(1)
  })

  it('takes one file for all when it is told so, with globs from each folder that is scanned', async () => {
    const cwd = monorepo({ paths: { exclude: ['**'] } }, { paths: { exclude: ['**'] } })
    addFiles(cwd, { 'ci/strict.json': json({ paths: { exclude: ['/legacy/'] } }) })
    const found = await scan(cwd, { config: 'ci/strict.json', paths: ['packages/pay', 'packages/web'] })
    expect(paths(found.findings)).toEqual([
      'packages/pay/src/key.ts',
      'packages/web/fixtures/key.ts',
      'packages/web/src/key.ts',
    ])
    expect(found.coverage.configs).toEqual(['ci/strict.json'])
    const none = await scan(cwd, { config: undefined })
    expect(none.findings).toHaveLength(4)
    expect(none.coverage.configs).toBeUndefined()
  })
})
