import { rules as allRules, seededRandom } from '@tacet/rules'
import { type CustomRule, createScan, type ScanOptions } from '@tacet/scanner'
import { describe, expect, test } from 'vitest'
import { places, testKey, testRules } from '../../helpers/scanning.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const value = testKey('custom').slice(3)
const rule: CustomRule = {
  id: 'house-token',
  title: 'House token',
  regex: 'house_([a-z0-9]{12})\\b',
  keywords: ['House_'],
}

const someRule = allRules.find(({ id }) => id === 'github-personal-access-token') ?? allRules[0]!
const realSample = () => someRule.sample(seededRandom(1))

async function found(
  files: Record<string, string | Uint8Array>,
  custom: CustomRule[],
  options: ScanOptions = {},
) {
  const cwd = tempTree(files)
  const scan = createScan({ cwd, rules: testRules, custom, showValues: true, threads: 1, ...options })
  const { findings, coverage } = await scan.collect()
  return { findings, coverage, places: places(findings), values: findings.map(({ value }) => value) }
}

const inText = (text: string, ...custom: CustomRule[]) => found({ 'a.txt': text }, custom)

describe('what is found', () => {
  test('the first group that is not empty, located and told as any finding', async () => {
    const { findings, coverage } = await inText(`x\nkey = house_${value};\n`, rule)
    expect(findings).toMatchObject([
      {
        ruleId: 'house-token',
        title: 'House token',
        provider: 'custom',
        severity: 'high',
        confidence: 'high',
        value,
        location: { path: 'a.txt', line: 2, column: 13, endLine: 2, endColumn: 25 },
      },
    ])
    expect(findings[0]!.excerpt).not.toContain(value)
    expect(coverage.rules).toBe(testRules.length + 1)
  })

  test.each<[string, Partial<CustomRule>, string]>([
    ['without a group the whole match', { regex: `house_${value}` }, `house_${value}`],
    ['the group that is named by its number', { regex: '(house)_([a-z0-9]{12})', secretGroup: 2 }, value],
    ['the whole match when no group has a part in it', { regex: 'house_[a-z0-9]{12}(x)?' }, `house_${value}`],
    ['by RE2 syntax', { regex: '(?i)(?P<name>HOUSE)_[[:alnum:]]{12}', secretGroup: 0 }, 'house'],
    ['a match without the breaks around it', { regex: '\\nhouse_[a-z0-9]+\\n' }, `house_${value}`],
  ])('%s', async (_, change, expected) => {
    expect((await inText(`\nhouse_${value}\n`, { ...rule, ...change })).values).toEqual([expected])
  })

  test('bytes that are no UTF-8, and text behind them in its place', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe - 1, 0x20]), Buffer.from(`é house_${value} ü`)])
    expect((await found({ 'a.txt': bytes }, [rule])).values).toEqual([value])
    expect((await inText(`日本😀 house_${value}`, rule)).places).toEqual(['a.txt:1:12'])
  })

  test('what is encoded, by rules with keywords only', async () => {
    const text = `data: ${Buffer.from(`the house_${value} in it`).toString('base64')}\n`
    const { findings } = await inText(text, rule)
    expect(findings).toMatchObject([{ ruleId: 'house-token', via: ['base64'], value }])
    const { keywords, ...always } = rule
    expect((await inText(text, always)).findings).toEqual([])
    expect((await inText(`house_${value}`, always)).values).toEqual([value])
  })

  test('only what holds a keyword, however short it is or written', async () => {
    for (const keyword of ['HOUSE', 'é', 'É', 'ho', 'ou']) {
      const one = { ...rule, keywords: ['nothing such', keyword] }
      expect((await inText(`é house_${value}`, one)).values, keyword).toEqual([value])
    }
    expect((await inText(`house_${value}`, { ...rule, keywords: ['zq', 'cottage'] })).findings).toEqual([])
  })

  test('more than so many bits a character', async () => {
    expect((await inText(`house_${value}`, { ...rule, entropy: 1 })).values).toEqual([value])
    expect((await inText('house_aaaaaaaaaaaa', { ...rule, entropy: 1 })).findings).toEqual([])
    // Two characters, each as often: exactly one bit.
    expect((await inText('house_abababababab', { ...rule, entropy: 1 })).findings).toEqual([])
  })

  test('in files of a path, and files by their names', async () => {
    const files = {
      'conf/a.txt': `house_${value}`,
      'b.txt': `house_${value}`,
      'conf/id.p12': 'anything',
      'p12/x': 'y',
    }
    expect((await found(files, [{ ...rule, path: '^conf/' }])).places).toEqual(['conf/a.txt:1:7'])
    const byName = await found(files, [{ id: 'key-store', path: '(?i)\\.P12$' }])
    expect(byName.findings).toMatchObject([
      {
        ruleId: 'key-store',
        location: { path: 'conf/id.p12', line: 1, column: 1 },
        masked: 'the file id.p12',
      },
    ])
  })

  test('once where a rule of ours finds it too: the surer wins, then that of the user', async () => {
    const key = testKey('both')
    const own: CustomRule = { id: 'own-key', regex: 'tk-[a-z0-9]{12}' }
    expect((await inText(`the ${key}`, own)).findings).toMatchObject([{ ruleId: 'own-key', value: key }])
    const doubtful = await inText(`the ${key}`, { ...own, confidence: 'medium' })
    expect(doubtful.findings).toMatchObject([{ ruleId: 'test-key', value: key }])
    const generic = await inText(`the ${key}`, { ...own, provider: 'generic' })
    expect(generic.findings).toMatchObject([{ ruleId: 'test-key', value: key }])
  })

  test('once where several rules of the user find it: as the longest', async () => {
    const longer: CustomRule = { id: 'longer', regex: 'house_[a-z0-9]{12}_[0-9]{4}' }
    const text = `house_${value}_1234`
    const { regex, ...shorter } = rule
    for (const order of [
      [{ ...shorter, regex: 'house_[a-z0-9]{12}' }, longer],
      [longer, { ...shorter, regex: 'house_[a-z0-9]{12}' }],
    ]) {
      expect((await inText(text, ...order)).findings).toMatchObject([{ ruleId: 'longer', value: text }])
    }
  })

  test('with rules of the user alone', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`d/${at}.txt`, `house_${value} ${at}\n`]),
    )
    const one = await found(files, [rule], { rules: [] })
    expect(one.findings).toHaveLength(40)
  })

  test('beside all rules of ours, each by its own keywords', async () => {
    const text = `house_${value} and ${realSample()}\n`
    const { findings } = await found({ 'a.txt': text }, [{ ...rule, keywords: ['house', 'zzz'] }], {
      rules: allRules,
    })
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['house-token', someRule.id])
  })

  test('in a file of many windows, wherever a match stands', async () => {
    const line = 'nothing at all stands on this line, and nothing on the next\n'
    const filler = line.repeat(Math.ceil((5 << 20) / line.length))
    const at = [0, 2_000_000, 2_090_000, 2_097_100, 4_200_000, filler.length]
    let text = ''
    let last = 0
    for (const offset of at) {
      text += `${filler.slice(last, offset)}\nhouse_${value}\n`
      last = offset
    }
    const { keywords, ...always } = rule
    expect((await inText(text, always)).findings).toHaveLength(at.length)
  }, 20_000)
})

describe('what a rule allows', () => {
  const text = `# sample\nkey = house_${value} # fine\n`
  test.each<[string, NonNullable<CustomRule['allow']>[number], boolean]>([
    ['the secret', { regexes: [`^${value}$`] }, true],
    ['not the match, unless it says so', { regexes: ['^house_'] }, false],
    ['the match', { regexes: ['^house_'], regexTarget: 'match' }, true],
    ['the line', { regexes: ['^key.*fine$'], regexTarget: 'line' }, true],
    ['not the line before', { regexes: ['sample'], regexTarget: 'line' }, false],
    ['a path', { paths: ['\\.txt$'] }, true],
    ['not another path', { paths: ['\\.md$'] }, false],
    ['a stopword, ignoring case', { stopwords: [value.slice(2, 8).toUpperCase()] }, true],
    ['one of several', { paths: ['\\.md$'], stopwords: [value] }, true],
    ['all of several', { condition: 'and', paths: ['\\.txt$'], stopwords: [value] }, true],
    ['not all of several', { condition: 'and', paths: ['\\.md$'], stopwords: [value] }, false],
    ['a path alone, with and', { condition: 'and', paths: ['\\.txt$'] }, true],
    ['not what is in no commit', { commits: ['0'.repeat(40)] }, false],
    [
      'not what is in no commit, with and',
      { condition: 'and', paths: ['txt'], commits: ['0'.repeat(40)] },
      false,
    ],
  ])('%s', async (_, allow, isAllowed) => {
    const { findings } = await inText(text, { ...rule, allow: [{ stopwords: ['zzzz'] }, allow] })
    expect(findings).toHaveLength(isAllowed ? 0 : 1)
  })
})

describe('what a rule requires', () => {
  const id: CustomRule = { id: 'house-id', regex: 'id_[0-9]{4}', skipReport: true }
  const near = (withinLines?: number, withinColumns?: number): CustomRule => ({
    ...rule,
    required: [
      {
        id: 'house-id',
        ...(withinLines === undefined ? {} : { withinLines }),
        ...(withinColumns === undefined ? {} : { withinColumns }),
      },
    ],
  })
  test.each<[string, string, CustomRule, number]>([
    ['is there', `id_1234\n\n\n\nhouse_${value}`, near(), 1],
    ['is not there', `house_${value}`, near(), 0],
    ['is in reach', `id_1234\n\nhouse_${value}`, near(2), 1],
    ['is out of reach', `id_1234\n\nhouse_${value}`, near(1), 0],
    ['is below it', `house_${value}\nid_1234`, near(1), 1],
    ['is in reach of its columns', `id_1234 house_${value}`, near(0, 8), 1],
    ['is out of reach of its columns', `id_1234 house_${value}`, near(0, 7), 0],
  ])('%s', async (_, text, needing, count) => {
    const { findings } = await inText(text, needing, id)
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(Array(count).fill('house-token'))
  })

  test('is held against what it allows itself', async () => {
    const none = { ...id, allow: [{ regexes: ['1234'] }] }
    expect((await inText(`id_1234 house_${value}`, near(), none)).findings).toEqual([])
  })
})

describe('what cannot be searched for is refused', () => {
  test.each<[string, CustomRule[], RegExp]>([
    ['a syntax error', [{ ...rule, regex: 'a(' }], /house-token \(custom\.0\.regex\).*missing closing \)/],
    ['what RE2 does not have', [{ ...rule, regex: '(?<=a)b' }], /lookbehind/],
    ['a rule that never matches', [{ id: 'none' }], /neither a regex nor a path/],
    ['a rule that matches everywhere', [{ id: 'all', regex: 'a*' }], /empty text/],
    ['two of a name', [rule, rule], /two rules house-token/],
    ['a group that is not there', [{ ...rule, secretGroup: 2 }], /no group 2/],
    ['a rule that is not there', [{ ...rule, required: [{ id: 'nobody' }] }], /requires the rule "nobody"/],
    ['an entry that allows nothing', [{ ...rule, allow: [{}] }], /allow\.0.*allows nothing/],
    ['a bad path', [{ ...rule, allow: [{ paths: ['x', '[a'] }] }], /allow\.0\.paths\.1/],
  ])('%s', async (_, custom, message) => {
    const scan = createScan({ input: [Buffer.from('x')], custom })
    await expect(scan.collect()).rejects.toMatchObject({
      code: 'invalid-option',
      message: expect.stringMatching(message),
    })
  })
})
