import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { providerRules, seededRandom } from '@tacet/rules'
import { expect, test } from 'vitest'
import { keyboardWalk } from '../helpers/keyboard-walk.ts'
import { runCli } from '../helpers/run-cli.ts'
import { addFiles, tempRepository, tempTree } from '../helpers/temp-tree.ts'

const slack = providerRules.find(({ id }) => id.startsWith('slack-'))!
const house = keyboardWalk('qwerty')
const sample = (seed: number): string => slack.sample(seededRandom(seed))

interface Place {
  readonly ruleId: string
  readonly location: { readonly path: string; readonly line: number }
}

async function found(cwd: string, ...options: string[]): Promise<string[]> {
  const { stdout } = await runCli(['scan', '-f', 'json', '--no-progress', ...options], { cwd })
  const { findings } = JSON.parse(stdout) as { findings: Place[] }
  return findings.map(({ ruleId, location: { path, line } }) => `${path}:${line} ${ruleId}`)
}

const config = `
[extend]
useDefault = true
[[rules]]
id = "house-token"
description = "House token"
regex = '''house_([a-z0-9]{12})'''
[[rules.allowlists]]
stopwords = ["sample"]
[[allowlists]]
description = "made for tests"
paths = ['''^tests/''', '''(?i)FIXTURE''']
`

test('after it the same is found without the files of the others as with them', async () => {
  const cwd = tempRepository()
  const value = /(?:^|[^\w-])(xox[\w-]+)/.exec(sample(3))?.[1] ?? sample(3)
  addFiles(cwd, {
    '.gitleaks.toml': config,
    '.gitleaksignore': 'src/a.txt:slack-bot-token:1\n',
    '.secrets.baseline': JSON.stringify({
      version: '1.5.0',
      plugins_used: [{ name: 'HexHighEntropyString', limit: 3 }],
      filters_used: [{ path: 'detect_secrets.filters.regex.should_exclude_file', pattern: ['^skipped/'] }],
      results: {
        'src/c.txt': [
          {
            type: 'Slack Token',
            hashed_secret: createHash('sha1').update(value).digest('hex'),
            is_secret: false,
          },
        ],
      },
    }),
    'src/a.txt': `${sample(1)}\n`,
    'src/b.txt': `${sample(2)}\nhouse_${house}\nhouse_sample34t5y6\n`,
    'src/c.txt': `${value}\n`,
    'src/d.txt': `${sample(4)} # gitleaks:allow\n`,
    'tests/a.txt': `${sample(5)}\n`,
    'fixture/a.txt': `${sample(6)}\n`,
  })
  const before = await found(cwd)
  expect(before).toEqual([`src/b.txt:1 ${slack.id}`, 'src/b.txt:2 house-token'])
  expect((await found(cwd, '--no-foreign')).length).toBeGreaterThan(before.length)

  const dry = await runCli(['migrate', '--dry-run', '--no-progress'], { cwd })
  expect(dry).toMatchObject({ code: 0, stderr: '' })
  expect(dry.stdout).toMatch(/"house-token"/)
  expect(existsSync(join(cwd, 'tacet.json')) || existsSync(join(cwd, '.tacet-baseline'))).toBe(false)

  const { code, stdout } = await runCli(['migrate', '--no-progress'], { cwd })
  expect(code, stdout).toBe(0)
  expect(stdout).toMatch(/tacet\.json: 1 rule, 1 entry that allows, 1 excluded path written/)
  expect(stdout).toMatch(/\.tacet-baseline: 3 known findings written/)
  expect(stdout).toMatch(/\(\?i\)FIXTURE.* has no equivalent/)
  expect(stdout).toMatch(/limit of HexHighEntropyString/)
  const baseline = readFileSync(join(cwd, '.tacet-baseline'), 'utf8')
  expect(baseline).toMatch(/src\/a\.txt -- from \.gitleaksignore\n/)
  expect(baseline).toMatch(/src\/c\.txt -- from \.secrets\.baseline: audited: no secret\n/)
  expect(baseline).toMatch(/fixture\/a\.txt -- from \.gitleaks\.toml: made for tests\n/)

  for (const name of ['.gitleaks.toml', '.gitleaksignore', '.secrets.baseline']) rmSync(join(cwd, name))
  expect(await found(cwd)).toEqual(before)

  addFiles(cwd, { '.gitleaks.toml': config })
  const again = await runCli(['migrate', '--no-progress'], { cwd })
  expect(again).toMatchObject({ code: 2, stdout: '' })
  expect(again.stderr).toMatch(/there is a tacet\.json in \. already/)
}, 30_000)

test('what secretlint is told', async () => {
  const cwd = tempTree({
    'a.txt': 'nothing\n',
    '.secretlintrc.json': JSON.stringify({
      rules: [
        {
          id: '@secretlint/secretlint-rule-preset-recommend',
          rules: [
            {
              id: '@secretlint/secretlint-rule-slack',
              options: { allows: ['/^dev-only/i', 'a.b', '/(?<=a)b/'] },
            },
            { id: '@secretlint/secretlint-rule-npm', disabled: true },
          ],
        },
      ],
    }),
    '.secretlintignore': '# made\ndist/\n!dist/keep.txt\n',
  })
  const { code, stdout } = await runCli(['migrate', '--no-progress'], { cwd })
  expect(code).toBe(0)
  expect(JSON.parse(readFileSync(join(cwd, 'tacet.json'), 'utf8'))).toEqual({
    paths: { exclude: ['dist/', '!dist/keep.txt'] },
    allow: ['(?i)^dev-only', 'a\\.b'].map((valueRegex) => ({
      reason: 'allowed in .secretlintrc.json for @secretlint/secretlint-rule-slack',
      valueRegex,
    })),
  })
  expect(stdout).toMatch(/\/\(\?<=a\)b\/, which RE2 cannot say/)
  expect(stdout).toMatch(/secretlint-rule-npm is off/)
  expect((await runCli(['scan', '--no-progress'], { cwd })).code).toBe(0)
})

test('a rule that would be a mistake in tacet.json is left out, and told', async () => {
  const rule = (id: string, regex: string): string => `[[rules]]\nid = "${id}"\nregex = '''${regex}'''\n`
  const cwd = tempRepository()
  const rules = [
    rule('never', 'key=$[A-Z]+'),
    rule('empty', 'a*'),
    rule('house-token', 'house_([a-z0-9]{12})'),
  ]
  const requiring = `${rule('both', 'door_[a-z0-9]{12}')}[[rules.required]]\nid = "never"\n`
  addFiles(cwd, { '.gitleaks.toml': [...rules, requiring].join(''), 'a.txt': `house_${house}\n` })
  const { code, stdout } = await runCli(['migrate', '--no-progress'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toContain('tacet.json: 1 rule written.\n')
  expect(stdout).toContain('.gitleaks.toml: the rule never is left out: it can never match')
  expect(stdout).toContain('.gitleaks.toml: the rule empty is left out: it matches the empty text')
  expect(stdout).toContain('.gitleaks.toml: the rule both is left out: it requires the rule "never"')
  expect(await found(cwd)).toEqual(['a.txt:1 house-token'])
  expect(await runCli(['rules', 'test'], { cwd })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('\n1 rule has no example: nobody knows what it finds.\n'),
  })
})

test('a rule whose name another has, or which is no name, is called otherwise', async () => {
  const rule = (id: string, regex: string): string => `[[rules]]\nid = "${id}"\nregex = '''${regex}'''\n`
  const cwd = tempRepository()
  addFiles(cwd, {
    '.gitleaks.toml': `${rule('npm-access-token', 'house_([a-z0-9]{12})')}${rule('Door key/ü', 'door_([a-z0-9]{12})')}`,
    '.gitleaksignore': 'b.txt:Door key/ü:1\n',
    'a.txt': `house_${house}\n`,
    'b.txt': `door_${house}\n`,
  })
  expect(await found(cwd)).toEqual(['a.txt:1 npm-access-token'])
  const { code, stdout } = await runCli(['migrate', '--no-progress'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toContain('.gitleaks.toml: the rule npm-access-token is called own-npm-access-token\n')
  expect(stdout).toContain('.gitleaks.toml: the rule Door key/ü is called Door-key\n')
  expect(stdout).toContain('.tacet-baseline: 1 known finding written.\n')
  expect(await found(cwd)).toEqual(['a.txt:1 own-npm-access-token'])
  expect(await found(cwd, '--no-foreign')).toEqual(['a.txt:1 own-npm-access-token'])
})

test('where there is nothing of others it says so', async () => {
  const cwd = tempTree({ 'a.txt': 'x' })
  expect(await runCli(['migrate'], { cwd })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Nothing to take over: .* in this folder/),
  })
  expect((await runCli(['migrate', 'none'], { cwd })).code).toBe(2)
})

test('a report of gitleaks is a baseline, and its configuration one to scan by', async () => {
  const cwd = tempRepository()
  addFiles(cwd, {
    'a.txt': `${sample(1)}\nhouse_${house}\n`,
    'conf/gl.toml': config.replace('useDefault = true', ''),
    'report.json': JSON.stringify([{ RuleID: 'house-token', File: 'a.txt', StartLine: 1, Secret: house }]),
  })
  expect(await found(cwd, 'a.txt', '--gitleaks-config', 'conf/gl.toml')).toEqual(['a.txt:2 house-token'])
  expect(await found(cwd, 'a.txt', '--gitleaks-config', 'conf/gl.toml', '--baseline', 'report.json')).toEqual(
    [],
  )
  const { code, stderr } = await runCli(['scan', '--gitleaks-config', 'none.toml'], { cwd })
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/cannot read none\.toml/) })
})

test('shards are scanned by the same files of others, and their reports joined tell so', async () => {
  const cwd = tempRepository()
  addFiles(cwd, {
    '.gitleaks.toml': config,
    '.gitleaksignore': 'src/1.txt:house-token:1\n',
    ...Object.fromEntries(
      [0, 1, 2, 3].map((at) => [`src/${at}.txt`, `house_${keyboardWalk('qwert')}y${at}\n`]),
    ),
  })
  const folder = tempTree()
  for (const shard of ['1', '2']) {
    const report = ['-f', 'json', '-o', join(folder, `${shard}.json`)]
    await runCli(['scan', 'src', '--shard', `${shard}/2`, '--no-progress', ...report], { cwd })
  }
  const { stdout } = await runCli(['merge', '1.json', '2.json', '-f', 'json'], { cwd: folder })
  const { findings, coverage } = JSON.parse(stdout)
  expect(findings).toHaveLength(3)
  expect(coverage).toMatchObject({
    suppressed: { '.gitleaksignore': 1 },
    notes: [expect.stringMatching(/1 rule besides those of Tacet/)],
  })
})
