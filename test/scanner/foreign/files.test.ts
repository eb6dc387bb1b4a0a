import { createHash } from 'node:crypto'
import { createScan, findForeign, type ScanOptions } from '@tacet/scanner'
import { describe, expect, test } from 'vitest'
import { commit } from '../../helpers/history.ts'
import { places, testKey, testRules } from '../../helpers/scanning.ts'
import { addFiles, tempRepository, tempTree } from '../../helpers/temp-tree.ts'

const [one, two] = [testKey('one'), testKey('two')]
const files = { 'src/a.txt': `x\nkey: ${one}\n`, 'b.txt': `key: ${two}\n` }

async function scan(cwd: string, options: ScanOptions = {}) {
  const detected = findForeign(options.paths ?? ['.'], cwd)
  const { findings, coverage } = await createScan({
    cwd,
    rules: testRules,
    threads: 1,
    showSuppressed: true,
    foreign: { detected },
    ...options,
  }).collect()
  const isOpen = ({ suppression }: (typeof findings)[number]) => suppression === undefined
  return {
    found: places(findings.filter(isOpen)),
    hidden: places(findings.filter((finding) => !isOpen(finding))),
    suppressed: coverage.suppressed ?? {},
    notes: coverage.notes ?? [],
    coverage,
  }
}

describe('.gitleaksignore', () => {
  test('hides what stands in its places, of the same kind', async () => {
    const entries = ['# known', 'src/a.txt:test-key:2', '  b.txt:slack-bot-token:1', '']
    const cwd = tempTree({ ...files, '.gitleaksignore': entries.join('\r\n') })
    expect(await scan(cwd)).toMatchObject({
      found: ['b.txt:1:6'],
      hidden: ['src/a.txt:2:6'],
      suppressed: { '.gitleaksignore': 1 },
    })
    addFiles(cwd, { 'src/a.txt': `x\n\nkey: ${one}\n` })
    expect((await scan(cwd)).found).toEqual(['b.txt:1:6', 'src/a.txt:3:6'])
  })

  test('knows paths from its folder, wherever the scan starts', async () => {
    const root = tempRepository()
    addFiles(root, { ...files, '.gitleaksignore': 'src\\a.txt:generic-api-key:2\nnonsense\n' })
    const cwd = `${root}/src`
    expect(await scan(cwd)).toMatchObject({ found: [], hidden: ['a.txt:2:6'] })
    expect((await scan(cwd)).notes.join()).toMatch(/\.gitleaksignore:2: .*hides nothing/)
    expect(await scan(root, { paths: ['src/a.txt'] })).toMatchObject({ hidden: ['src/a.txt:2:6'] })
    expect((await scan(tempTree(), { paths: [root] })).hidden).toEqual([`${root}/src/a.txt:2:6`])
  })

  test('of a repository beside, or within, counts for that alone', async () => {
    const tree = { 'src/a.txt': `key: ${one}\n`, '.gitleaksignore': 'src/a.txt:test-key:1\n' }
    const within = Object.fromEntries(Object.entries(tree).map(([name, text]) => [`sub/${name}`, text]))
    const root = tempTree({
      ...within,
      'sub/.git/HEAD': '',
      'other/src/a.txt': `key: ${one}\n`,
      'other/.git/HEAD': '',
    })
    const rules = `[[rules]]\nid = "by-path"\nregex = "tk-[a-z0-9]{12}"\npath = "^src/"\n`
    const starts: [string, string][] = [
      [root, 'sub'],
      [`${root}/other`, '../sub'],
    ]
    for (const [cwd, path] of starts) {
      expect((await scan(cwd, { paths: [path] })).hidden, cwd).toEqual([`${path}/src/a.txt:1:6`])
    }
    expect((await scan(root, { paths: ['other', 'sub'] })).found).toEqual(['other/src/a.txt:1:6'])
    addFiles(root, { 'sub/.gitleaks.toml': rules })
    for (const [cwd, path] of starts) {
      const { found } = await scan(cwd, { paths: [path] })
      expect(found, cwd).toEqual([`${path}/src/a.txt:1:6`])
    }
  })

  test('with a commit hides what came with that commit alone', async () => {
    const root = tempRepository()
    const first = commit(root, files)
    addFiles(root, {
      '.gitleaksignore': `${first}:src/a.txt:test-key:2\n${'0'.repeat(40)}:b.txt:test-key:1\n`,
    })
    expect(await scan(root)).toMatchObject({ hidden: [] })
    const history = await scan(root, { history: true })
    expect(history).toMatchObject({ found: ['b.txt:1:6'], hidden: ['src/a.txt:2:6'] })
  })
})

describe('a report of gitleaks', () => {
  const entry = (change: object) => ({
    RuleID: 'test-key',
    StartLine: 1,
    File: 'src/a.txt',
    Secret: one,
    Match: `key: ${one}`,
    Commit: '',
    ...change,
  })
  const withReport = (entries: readonly object[]) =>
    tempTree({ ...files, '.git/HEAD': '', 'report.json': JSON.stringify(entries) })

  test('hides the values that it tells in their files, wherever they stand', async () => {
    const cwd = withReport([entry({ StartLine: 77 }), entry({ File: 'b.txt' })])
    const seen = await scan(cwd, { paths: ['src', 'b.txt'], foreign: { files: ['report.json'] } })
    expect(seen).toMatchObject({
      found: ['b.txt:1:6'],
      hidden: ['src/a.txt:2:6'],
      suppressed: { 'gitleaks report': 1 },
    })
  })

  test('hides places where it does not tell values, and is not found itself', async () => {
    const cwd = withReport([
      entry({ StartLine: 2, Secret: 'REDACTED' }),
      entry({ File: 'b.txt', Secret: two }),
    ])
    const seen = await scan(cwd, { paths: ['.'], foreign: { files: ['report.json'] } })
    expect(seen.found).toEqual([])
    expect(seen.hidden).toContain('src/a.txt:2:6')
  })

  test('that is none is refused', async () => {
    for (const text of ['[{"a":1}]', '{}', `{"Secret": "${one}`]) {
      const cwd = tempTree({ 'b.txt': 'x', 'report.json': text })
      const error = await scan(cwd, { foreign: { files: ['report.json'] } }).catch((thrown: Error) => thrown)
      expect(error).toMatchObject({ code: 'invalid-baseline' })
      expect(`${error}`).not.toContain(one)
    }
  })
})

test('a baseline of detect-secrets hides the values of its files', async () => {
  const hashed = createHash('sha1').update(one).digest('hex')
  const results = {
    'src/a.txt': [
      {
        type: 'Secret Keyword',
        filename: 'src/a.txt',
        hashed_secret: hashed,
        is_verified: false,
        line_number: 9,
      },
    ],
    'b.txt': [{ type: 'Secret Keyword', filename: 'b.txt', hashed_secret: hashed, is_secret: false }],
  }
  const baseline = JSON.stringify({ version: '1.5.0', plugins_used: [], filters_used: [], results })
  const cwd = tempTree({ ...files, '.secrets.baseline': baseline })
  expect(await scan(cwd)).toMatchObject({
    found: ['b.txt:1:6'],
    hidden: ['src/a.txt:2:6'],
    suppressed: { 'detect-secrets': 1 },
  })
})

test('what is known counts on its line also when the other took more of it for the secret, or less', async () => {
  const hashOf = (text: string) => createHash('sha1').update(text).digest('hex')
  const baseline = (line: number, text: string) => {
    const known = [{ type: 'x', hashed_secret: hashOf(text), line_number: line }]
    return JSON.stringify({
      version: '1.5.0',
      plugins_used: [],
      filters_used: [],
      results: { 'a.txt': known },
    })
  }
  for (const text of [`key: ${one}`, `: ${one};`, one.slice(0, 9), one.slice(4)]) {
    const tree = (line: number) =>
      tempTree({ 'a.txt': `x\nkey: ${one};\n`, '.secrets.baseline': baseline(line, text) })
    expect((await scan(tree(2))).hidden, 'on its line').toEqual(['a.txt:2:6'])
    expect((await scan(tree(1))).found, 'on another').toEqual(['a.txt:2:6'])
  }
  const beside = tempTree({ 'a.txt': `key: ${one};\n`, '.secrets.baseline': baseline(1, 'key: ') })
  expect((await scan(beside)).found, 'what does not touch it').toEqual(['a.txt:1:6'])
})

describe('.gitleaks.toml', () => {
  const own = testKey('own').replace('tk-', 'own_')
  const rule = `[[rules]]\nid = "own-token"\nregex = '''own_([a-z0-9]{12})'''\n`
  const withConfig = (text: string, more: Record<string, string> = {}) =>
    tempTree({ ...files, 'own.txt': `${own}\n`, ...more, '.gitleaks.toml': text })

  test('adds its rules to ours where it is found, and stands in their place where it is asked for', async () => {
    const cwd = withConfig(rule)
    const found = await scan(cwd)
    expect(found.found).toEqual(['b.txt:1:6', 'own.txt:1:5', 'src/a.txt:2:6'])
    expect(found.notes.join()).toMatch(/\.gitleaks\.toml: its 1 rule besides those of Tacet/)
    const asked = await scan(cwd, { foreign: { gitleaksConfig: '.gitleaks.toml' } })
    expect(asked.found).toEqual(['own.txt:1:5'])
    expect(asked.coverage.rules).toBe(1)
    const based = withConfig(`[extend]\nuseDefault = true\n${rule}`)
    expect((await scan(based, { foreign: { gitleaksConfig: '.gitleaks.toml' } })).found).toHaveLength(3)
  })

  test('with nothing but allowlists scans by our rules', async () => {
    const cwd = withConfig(`[allowlist]\ndescription = "samples"\npaths = ['''^src/''']\n`)
    for (const foreign of [{ detected: ['.gitleaks.toml'] }, { gitleaksConfig: '.gitleaks.toml' }]) {
      const seen = await scan(cwd, { foreign })
      expect(seen).toMatchObject({
        found: ['b.txt:1:6'],
        hidden: ['src/a.txt:2:6'],
        suppressed: { 'gitleaks config': 1 },
      })
    }
  })

  test('allows in what rules of ours find: by their kind, by value, by commit', async () => {
    const targeted = (id: string) =>
      withConfig(`[extend]\nuseDefault = true\n[[allowlists]]\ntargetRules = ["${id}"]\nregexes = ["^tk-"]\n`)
    expect((await scan(targeted('test-key'))).found).toEqual([])
    expect((await scan(targeted('slack-bot-token'))).found).toHaveLength(2)
    const changed = withConfig(
      `[extend]\nuseDefault = true\n[[rules]]\nid = "test-key"\n[[rules.allowlists]]\nstopwords = ["${two.slice(3, 9)}"]\n`,
    )
    expect((await scan(changed)).found).toEqual(['src/a.txt:2:6'])
  })

  test('turns off by disabledRules what is called the same, and says so', async () => {
    const cwd = withConfig(`[extend]\nuseDefault = true\ndisabledRules = ["test-key", "adafruit-api-key"]\n`)
    const seen = await scan(cwd)
    expect(seen.found).toEqual([])
    expect(seen.notes.join('\n')).toMatch(/test-key/)
    expect(seen.notes.join('\n')).toMatch(/adafruit-api-key/)
  })

  test('extends a file of the repository, and no other', async () => {
    const base = `${rule}keywords = ["zzz"]\n[[rules]]\nid = "tk"\nregex = "tk-[a-z0-9]{12}"\n`
    const text = `[extend]\npath = "base.toml"\ndisabledRules = ["tk"]\n[[rules]]\nid = "own-token"\nkeywords = ["OWN_"]\n`
    const cwd = withConfig(text, { 'base.toml': base })
    const asked = (at: string) => scan(at, { foreign: { gitleaksConfig: '.gitleaks.toml' } })
    expect((await asked(cwd)).found).toEqual(['own.txt:1:5'])
    const outside = tempTree({ 'base.toml': base })
    const leading = withConfig(`[extend]\npath = "${outside}/base.toml"\n`)
    await expect(asked(leading)).rejects.toMatchObject({
      code: 'invalid-config',
      message: expect.stringMatching(/outside of the repository/),
    })
  })

  test.each<[string, string, RegExp]>([
    ['no TOML', 'a = [', /^\.gitleaks\.toml:1:/],
    ['a url', '[extend]\nurl = "https://example.com/x"\n', /:2: extend\.url is not followed/],
    [
      'both forms',
      '[allowlist]\npaths = ["x"]\n[[allowlists]]\npaths = ["y"]\n',
      /:1: \[allowlist\] is of old/,
    ],
    ['an empty allowlist', `${rule}[[rules.allowlists]]\ndescription = "x"\n`, /:4: .*at least one of/],
    ['a condition', '[[allowlists]]\ncondition = "XOR"\npaths = ["x"]\n', /:2: .*XOR.*AND or OR/],
    ['a target', '[[allowlists]]\nregexTarget = "file"\nregexes = ["x"]\n', /:2: .*secret, match or line/],
    ['a bad expression', `${rule}[[rules]]\nid = "two"\nregex = "a("\n`, /:6: .*missing closing/],
    ['a rule without anything', '[[rules]]\nid = "x"\n', /:2: it can never match/],
    ['a rule that is not there', `${rule}[[rules.required]]\nid = "nobody"\n`, /nobody/],
    [
      'an allowed rule that is not there',
      `${rule}[[allowlists]]\ntargetRules = ["x"]\npaths = ["y"]\n`,
      /:5: there is no rule x/,
    ],
  ])('says where it is wrong: %s', async (_, text, message) => {
    const cwd = withConfig(text)
    await expect(scan(cwd, { foreign: { gitleaksConfig: '.gitleaks.toml' } })).rejects.toMatchObject({
      code: 'invalid-config',
      message: expect.stringMatching(message),
    })
    const found = await scan(cwd)
    expect(found.found.length).toBeGreaterThan(1)
    expect(found.notes.join()).toMatch(message.source.startsWith('^') ? /\.gitleaks\.toml:1:/ : message)
  })

  test('says what it does not know, and where', async () => {
    const cwd = withConfig(`title = "x"\n${rule}secretgroup = 1\nseverity = "high"\n`)
    const { found, notes } = await scan(cwd)
    expect(found).toHaveLength(3)
    expect(notes.join('\n')).toMatch(/\.gitleaks\.toml:6: gitleaks knows no key rules\.severity/)
  })

  test('is looked for as far as the root of the repository, unless there is a tacet.json', async () => {
    const root = tempRepository()
    addFiles(root, { ...files, '.gitleaks.toml': rule, '.gitleaksignore': '' })
    const names = (cwd: string) => findForeign(['.'], cwd).map((file) => file.slice(root.length + 1))
    expect(names(`${root}/src`)).toEqual(['.gitleaks.toml', '.gitleaksignore'])
    addFiles(root, { 'tacet.json': '{}' })
    expect(names(root)).toEqual(['.gitleaksignore'])
  })
})

describe('what is allowed in a commit', () => {
  const rule = `[[rules]]\nid = "own-token"\nregex = '''own_([a-z0-9]{12})'''\n`
  const own = (name: string) => testKey(name).replace('tk-', 'own_')

  test.each<[string, (first: string) => string, string[]]>([
    [
      'by a rule',
      (id) => `${rule}[[rules.allowlists]]\ncommits = ["${id.toUpperCase()}"]\n`,
      ['b/two.txt:1:5'],
    ],
    [
      'by a rule, in some paths',
      (id) => `${rule}[[rules.allowlists]]\ncondition = "AND"\ncommits = ["${id}"]\npaths = ["^c/"]\n`,
      ['a/one.txt:1:5', 'b/two.txt:1:5'],
    ],
    ['everywhere', (id) => `${rule}[[allowlists]]\ncommits = ["${id}"]\n`, ['b/two.txt:1:5']],
    [
      'everywhere, with a value that is another',
      (id) => `${rule}[[allowlists]]\ncondition = "AND"\ncommits = ["${id}"]\nstopwords = ["zzz"]\n`,
      ['a/one.txt:1:5', 'b/two.txt:1:5'],
    ],
  ])('%s', async (_, config, expected) => {
    const root = tempRepository()
    const first = commit(root, { 'a/one.txt': `${own('one')}\n` })
    commit(root, { 'b/two.txt': `${own('two')}\n` })
    addFiles(root, { '.gitleaks.toml': config(first) })
    const seen = await scan(root, { history: true })
    expect(seen.found.sort()).toEqual(expected)
    expect(seen.hidden).toHaveLength(2 - expected.length)
    expect((await scan(root)).found).toHaveLength(2)
  })
})
