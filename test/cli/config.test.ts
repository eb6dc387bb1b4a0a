import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { credential } from '../helpers/credentials.ts'
import { runCli } from '../helpers/run-cli.ts'
import { addFiles, git, tempRepository } from '../helpers/temp-tree.ts'

const stripe = credential('stripe-secret-key')

const config = `{
  // For the whole repository.
  "owner": "@team/web",
  "rules": { "aws-*": { "severity": "low" }, "provider:Ably": "off" },
  "customRules": [
    { "id": "acme-key", "title": "Acme key", "parts": ["acme_", { "chars": "alnum", "length": 32 }] },
    {
      "id": "acme-old", "title": "Old Acme key", "regex": "acme-[0-9a-f]{32}\\\\b", "keywords": ["acme-"],
      "examples": ["key = acme-{{random:hex:32}}"], "nonExamples": ["acme-{{random:hex:31}}"],
    },
  ],
  "overrides": [{ "paths": ["docs/"], "threshold": "very-high" }],
  "allow": [{ "reason": "a sample", "rule": "stripe-*", "path": "docs/" }],
}
`

const repository = (): string =>
  tempRepository({
    'tacet.json': config,
    'packages/pay/tacet.json': '{ "owner": "@team/pay", "paths": { "exclude": ["legacy/"] } }\n',
    'packages/pay/key.ts': `const key = '${stripe}'\n`,
    'packages/pay/legacy/key.ts': `const key = '${stripe}'\n`,
  })

describe('configurations on the command line', () => {
  it('are obeyed by a scan, of files, of what is staged and of a history, unless told otherwise', async () => {
    const cwd = repository()
    const plain = await runCli(['scan'], { cwd })
    expect(plain.code).toBe(1)
    expect(plain.stdout).toContain('packages/pay/key.ts')
    expect(plain.stdout).toContain('Owner: @team/pay')
    expect(plain.stdout).toContain('Configured by tacet.json, packages/pay/tacet.json.')
    expect(plain.stdout).toContain('Skipped 1: 1 excluded by a configuration.')
    const off = await runCli(['scan', '--no-config', '-f', 'json'], { cwd })
    expect(JSON.parse(off.stdout).findings).toHaveLength(2)
    git(cwd, 'rm', '--quiet', 'packages/pay/key.ts')
    git(cwd, 'commit', '--quiet', '--message=second')
    const past = JSON.parse((await runCli(['scan', '--history', '-f', 'json'], { cwd })).stdout)
    expect(past.findings.map(({ owner }: { owner: string }) => owner)).toEqual(['@team/pay'])
    addFiles(cwd, { 'packages/pay/legacy/other.ts': `const other = '${credential('npm-access-token')}'\n` })
    git(cwd, 'add', '.')
    const staged = await runCli(['scan', '--staged', '-f', 'json'], { cwd })
    expect(staged.code).toBe(0)
    expect(JSON.parse(staged.stdout).coverage.suppressed).toEqual({ config: 1 })
  })

  it('that are wrong are told with every mistake on a line of its own', async () => {
    const cwd = repository()
    writeFileSync(join(cwd, 'tacet.json'), '{ "ownr": "a",\n  "rules": { "stripe-secret-kye": "off" } }')
    const expected = [
      'tacet: tacet.json:1:3: unknown key "ownr": did you mean "owner"?',
      'tacet: tacet.json:2:14: unknown rule "stripe-secret-kye": did you mean "stripe-secret-key"?',
      '',
    ].join('\n')
    for (const args of [
      ['scan', '--history'],
      ['config', 'check'],
      ['rules', 'list'],
    ]) {
      expect(await runCli(args, { cwd })).toEqual({ code: 2, stdout: '', stderr: expected })
    }
  })

  it('are checked, with those below', async () => {
    const cwd = repository()
    const fine = await runCli(['config', 'check'], { cwd })
    expect(fine).toEqual({ code: 0, stdout: 'tacet.json: fine\npackages/pay/tacet.json: fine\n', stderr: '' })
    writeFileSync(join(cwd, 'packages/pay/tacet.json'), '[')
    const wrong = await runCli(['config', 'check'], { cwd })
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toMatch(/^tacet: packages\/pay\/tacet\.json:1:/)
    const none = await runCli(['config', 'check'], { cwd: tempRepository({ a: '' }) })
    expect(none.stdout).toBe('There is no tacet.json: all is as by default.\n')
  })

  it('tell what applies to a path, and why', async () => {
    const cwd = repository()
    const { stdout } = await runCli(['config', 'print', 'packages/pay/legacy/key.ts'], { cwd })
    expect(stdout.split('\n').map((line) => line.replace(/ {2,}/g, '  '))).toEqual([
      'packages/pay/legacy/key.ts: configured by tacet.json, packages/pay/tacet.json',
      '',
      '  scanned  no  packages/pay/tacet.json:1:48',
      '  owner  @team/pay  packages/pay/tacet.json:1:12',
      '  threshold  medium  (default)',
      '  decodeDepth  2  (default)',
      '  archiveDepth  5  (default)',
      '  maxFileSize  any  (default)',
      '',
      'Rules, of which the last that fits counts:',
      expect.stringMatching(/^ {2}aws-\* {2}severity low {2}\(\d+ rules\) {2}tacet\.json:4:14$/),
      '  provider:Ably  off  tacet.json:4:46',
      '',
    ])
    const json = await runCli(['config', 'print', 'docs/new.md', '-f', 'json'], { cwd })
    expect(JSON.parse(json.stdout)).toMatchObject({
      schemaVersion: 1,
      path: 'docs/new.md',
      configs: ['tacet.json'],
      scanned: { value: true },
      threshold: { value: 'very-high', where: 'tacet.json:12:52' },
      allow: [{ reason: 'a sample', path: 'docs/', where: 'tacet.json:13:13' }],
    })
  })

  it('list the rules, and try their own', async () => {
    const cwd = repository()
    const { rules } = JSON.parse((await runCli(['rules', 'list', '-f', 'json'], { cwd })).stdout)
    const byId = new Map(rules.map((rule: { id: string }) => [rule.id, rule]))
    expect(rules[0]).toMatchObject({ id: 'acme-key', on: true, source: 'tacet.json:6:5' })
    expect(byId.get('ably-api-key')).toMatchObject({ on: false, source: 'Tacet', where: 'tacet.json:4:46' })
    expect(byId.get('aws-access-key-id')).toMatchObject({
      on: true,
      severity: 'low',
      where: 'tacet.json:4:14',
    })
    const fine = await runCli(['rules', 'test'], { cwd })
    expect(fine.stdout).toBe(
      [
        'acme-key  tacet.json:6:5  1 example, 0 nonExamples: fine',
        'acme-old  tacet.json:7:5  1 example, 1 nonExample: fine',
        '',
        '2 rules tried, each did as it should.',
        '',
      ].join('\n'),
    )
    writeFileSync(join(cwd, 'tacet.json'), config.replace('random:hex:31', 'random:hex:32'))
    const failed = await runCli(['rules', 'test'], { cwd })
    expect(failed.code).toBe(1)
    expect(failed.stdout).toContain('    finds: acme-{{random:hex:32}}\n')
    const bare = tempRepository({
      'tacet.json':
        '{ "customRules": [{ "id": "acme-old", "title": "Acme", "regex": "acme-[0-9a-f]{32}" }] }',
    })
    expect(await runCli(['rules', 'test'], { cwd: bare })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('\n1 rule has no example: nobody knows what it finds.\n'),
    })
    expect(await runCli(['rules', 'test', '--require-examples'], { cwd: bare })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('has no example: give it one\n'),
    })
    const none = await runCli(['rules', 'test'], { cwd: tempRepository({ a: '' }) })
    expect(none.code).toBe(2)
    expect(none.stderr).toContain('there are no rules of your own to try')
  })
})
