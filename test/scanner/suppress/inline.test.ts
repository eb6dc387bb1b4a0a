import { gzipSync } from 'node:zlib'
import type { Finding, ScanOptions } from '@tacet/scanner'
import { describe, expect, test } from 'vitest'
import { commit, scanHistory, theFinding } from '../../helpers/history.ts'
import { collect, makeRule, places, scanBytes, testKey } from '../../helpers/scanning.ts'
import { addFiles, git, tempRepository, tempTree } from '../../helpers/temp-tree.ts'

const key = testKey('one')
const other = testKey('two')
const said = 'tacet:allow test-key -- only a sample'

/** What is found in a text, what is hidden in it by which reason, and what is told of what is not hidden. */
async function judged(text: string, options: ScanOptions = {}) {
  const found = await scanBytes(text, { ...options, showSuppressed: true })
  const told = (of: (finding: Finding) => string | undefined) => found.map(of).filter(Boolean)
  return {
    found: places(found.filter(({ suppression }) => suppression === undefined)),
    reasons: told(({ suppression }) => suppression?.reason),
    notes: told(({ note }) => note),
    suppressions: found.map(({ suppression }) => suppression),
  }
}

describe('a comment hides the secret', () => {
  test.each([
    ['//', `key = '${key}' // ${said}`],
    ['#', `key: ${key} # ${said}`],
    ['--', `set key '${key}' -- ${said}`],
    ['/* */', `key = '${key}'; /* ${said} */`],
    ['/* */ before it', `/* ${said} */ key = '${key}'`],
    ['<!-- -->', `<key>${key}</key> <!-- ${said} -->`],
    [';', `(key "${key}") ; ${said}`],
    ['%', `\\key{${key}} % ${said}`],
    ['REM', `set key=${key} & REM ${said}`],
    ["'", `key = "${key}" ' ${said}`],
    ['{# #}', `${key} {# ${said} #}`],
    ['(* *)', `let key = "${key}" (* ${said} *)`],
  ])('behind %s', async (_, line) => {
    expect(await judged(`one\n${line}\n`)).toMatchObject({ found: [], reasons: ['only a sample'] })
  })

  test.each([
    ['//', `  // ${said}`],
    ['///', `/// ${said}`],
    ['#', `# ${said}`],
    ['--', `-- ${said}`],
    ['/* */', `/* ${said} */`],
    ['*', ` * ${said}`],
    ['<!-- -->', `  <!-- ${said} -->`],
    [';', `;; ${said}`],
    ['%', `% ${said}`],
    ['REM', `REM ${said}`],
    ['@rem', `@rem ${said}`],
    ["'", `' ${said}`],
    ['dnl', `dnl ${said}`],
    ['""', `" ${said}`],
    ['an entry of JSON', `  "_comment": "${said}",`],
    ['a // entry of JSON', `"//": "${said}",`],
  ])('on the line before, behind %s', async (_, line) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['one', line, `key = '${key}'`, ''].join(end)
      expect(await judged(text)).toMatchObject({ found: [], reasons: ['only a sample'] })
    }
  })

  test('of all the rules that it names', async () => {
    const text = `password = "${key}!" // tacet:allow other, test-key , test-assignment -- a sample`
    expect((await judged(text)).found).toEqual([])
  })

  test('of a secret that goes on over lines, where that begins', async () => {
    const lines = makeRule({ pattern: /tk-[a-z0-9]{12}\n[a-z]+\n/dg, longest: 80 })
    const scan = (text: string) => judged(text, { rules: [lines] })
    expect((await scan(`# ${said}\n${key}\nabc\n`)).found).toEqual([])
    expect((await scan(`${key}\nabc\n# ${said}\n`)).found).toEqual(['-:1:1'])
  })

  test('that is encoded where it stands', async () => {
    const encoded = Buffer.from(`a key ${key} in a text`).toString('base64')
    expect((await judged(`data: ${encoded}\n`)).found).toHaveLength(1)
    expect((await judged(`data: ${encoded} # ${said}\n`)).found).toEqual([])
  })

  test('of a text in UTF-16', async () => {
    const text = Buffer.from(`\ufeff// ${said}\nkey = '${key}'\n`, 'utf16le')
    expect(await scanBytes(text)).toEqual([])
  })

  test('and what it hides is counted', async () => {
    const text = `${key} // ${said}\n${other}\n${key} // ${said}\n`
    const { findings, coverage } = await collect({ input: [Buffer.from(text)] })
    expect(places(findings)).toEqual(['-:2:1'])
    expect(coverage).toMatchObject({ findings: 1, suppressed: { inline: 2 } })
  })

  test('unless no comment is to count', async () => {
    const { findings, coverage } = await collect({
      input: [Buffer.from(`${key} // ${said}`)],
      inlineAllows: false,
    })
    expect(findings).toHaveLength(1)
    expect(coverage).not.toHaveProperty('suppressed')
  })
})

describe('a comment hides nothing', () => {
  test.each([
    ['two lines before', `// ${said}\n\n${key}`],
    ['after', `${key}\n// ${said}`],
    ['behind the code of the line before', `const a = 1 // ${said}\n${key}`],
    ['in the secret itself', `pass = "tacet:allow/test-assignment--x"`],
  ])('%s', async (_, text) => {
    const { found, notes } = await judged(text)
    expect(found).toHaveLength(1)
    expect(notes).toEqual([])
  })

  test.each([
    ['', 'the comment tacet:allow names no rule: write tacet:allow test-key -- and the reason'],
    [' -- a reason', 'the comment tacet:allow names no rule: write tacet:allow test-key -- and the reason'],
    [' * -- all', 'the comment tacet:allow names no rule: write tacet:allow test-key -- and the reason'],
    [
      ' until 2999-01-01 -- x',
      'the comment tacet:allow names no rule: write tacet:allow test-key -- and the reason',
    ],
    [' test-key', 'the comment tacet:allow gives no reason: write tacet:allow test-key -- and the reason'],
    [
      ' test-key -->',
      'the comment tacet:allow gives no reason: write tacet:allow test-key -- and the reason',
    ],
    [
      ' test-key -- */',
      'the comment tacet:allow gives no reason: write tacet:allow test-key -- and the reason',
    ],
    [' test-keys -- x', 'the comment allows test-keys, and this is test-key'],
    [' test-key until 2020-02-03 -- x', 'the comment tacet:allow ended on 2020-02-03'],
  ])('that says %j', async (words, note) => {
    const { found, notes } = await judged(`${key} /* tacet:allow${words}`)
    expect(found).toHaveLength(1)
    expect(notes).toEqual([note])
  })

  test.each(['2999-02-30', '2999-13-01', '2999', '31.12.2999'])('until %s', async (day) => {
    const { found, notes } = await judged(`${key} // tacet:allow test-key until ${day} -- x`)
    expect(found).toHaveLength(1)
    expect(notes).toEqual([expect.stringContaining('ends on no day that there is: write until')])
  })

  test('too far away on a line that goes on and on', async () => {
    const far = ' '.repeat(3000)
    expect((await judged(`// ${said}${far}${key}${far}// ${said}`)).found).toHaveLength(1)
    expect((await judged(`${far}// ${said}\n${key}`)).found).toHaveLength(1)
  })
})

test('no report quotes the secret, though its comment does', async () => {
  const quoted = await judged(`${key} // tacet:allow test-key -- ${key} is a sample`)
  const named = await judged(`${key} // tacet:allow ${key} -- a sample`)
  expect(named.found.length).toBeGreaterThan(0)
  expect([...quoted.reasons, ...named.notes].filter((text) => text?.includes(key))).toHaveLength(0)
  expect(quoted.reasons[0]).toMatch(/^.{1,4}… is a sample$/)
})

test('a comment may end on a day, before the reason or after it', async () => {
  for (const words of [
    'until 2999-01-31 -- a sample',
    '-- a sample until 2999-01-31',
    '-- a sample (until 2999-01-31)',
  ]) {
    const { found, suppressions } = await judged(`${key} <!-- tacet:allow test-key ${words} -->`)
    expect(found).toEqual([])
    expect(suppressions).toEqual([{ kind: 'inline', reason: 'a sample', until: '2999-01-31' }])
  }
})

describe('comments count', () => {
  test('in files, archives and documents, with one thread and with two', async () => {
    const lines = `${key} # ${said}\n${other}\n`
    const notebook = { cells: [{ cell_type: 'code', source: [`${key} # ${said}\n`, other] }] }
    const cwd = tempTree({
      'a.txt': lines,
      'b.txt.gz': gzipSync(lines),
      'c.ipynb': JSON.stringify({ ...notebook, metadata: {}, nbformat: 4, nbformat_minor: 5 }),
    })
    const [one, two] = await Promise.all([1, 2].map((threads) => collect({ cwd, threads })))
    expect(one!.findings.map(({ value }) => value)).toEqual([other, other, other])
    expect(one!.coverage.suppressed).toEqual({ inline: 3 })
    expect(two!.findings).toEqual(one!.findings)
    expect(two!.coverage.suppressed).toEqual(one!.coverage.suppressed)
  })

  test('in what is staged', async () => {
    const cwd = tempRepository({ 'a.txt': 'nothing\n' })
    addFiles(cwd, { 'a.txt': `${key} # ${said}\n${other}\n` })
    git(cwd, 'add', 'a.txt')
    const { findings, coverage } = await collect({ cwd, staged: true })
    expect(places(findings)).toEqual(['a.txt:2:1'])
    expect(coverage.suppressed).toEqual({ inline: 1 })
  })

  test('in a history, for the versions before as well', async () => {
    const cwd = tempRepository({ 'a.txt': `${key}\n${other}\n` })
    expect((await scanHistory(cwd)).findings).toHaveLength(2)
    commit(cwd, { 'a.txt': `more\n${key} # ${said}\n${other}\n` })
    const { findings, coverage } = await scanHistory(cwd)
    expect(findings.map(({ value }) => value)).toEqual([other])
    expect(coverage).toMatchObject({ findings: 1, suppressed: { inline: 1 } })
    const all = await collect({ cwd, history: true, showSuppressed: true })
    expect(theFinding(all.findings, key)).toMatchObject({
      location: { path: 'a.txt', line: 1 },
      suppression: { kind: 'inline' },
      history: { versions: 2 },
    })
  })

  test('in a history, but not for another file, nor for what stands there twice', async () => {
    const cwd = tempRepository({ 'a.txt': `${key} # ${said}\n`, 'b.txt': `${key}\n` })
    const note = (holder: string) => `it is allowed in one place, but not in ${holder} that holds it too`
    expect((await scanHistory(cwd)).findings.map((finding) => finding.note)).toEqual([note('a file')])
    commit(cwd, { 'b.txt': `other: ${key} # ${said}\n` })
    git(cwd, 'commit', '--quiet', '--allow-empty', `--message=${key}`)
    expect((await scanHistory(cwd)).findings).toMatchObject([{ note: note('the message of a commit') }])
    const twice = tempRepository({ 'a.txt': `${key} # ${said}\n${key}\n` })
    expect((await scanHistory(twice)).findings).toHaveLength(1)
    commit(twice, { 'a.txt': `${key} # ${said}\n${key} # ${said}\n` })
    expect((await scanHistory(twice)).findings).toEqual([])
  })
})

describe('a comment that hides nothing', () => {
  const files = {
    'a.txt': `${key} # ${said}\n# ${said}\n\n# ${said}\n${key}\n`,
    'b.txt': `${other} // tacet:allow other-key -- a reason; tacet:allow test-key -- a sample\n`,
    'c.md': 'Write tacet:allow and the rule.\n',
    'c.ts': `const a = 1\n// ${said}\n`,
    'd.ipynb': JSON.stringify({
      cells: [{ cell_type: 'code', source: [`# ${said}\n`, key] }],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    }).replaceAll(',', ',\n'),
  }

  test('is told of when it is asked for, by any number of threads', async () => {
    const cwd = tempTree(files)
    const [one, two] = await Promise.all(
      [1, 2].map((threads) => collect({ cwd, threads, unusedAllows: true })),
    )
    expect(one!.coverage).toMatchObject({
      unusedAllows: [
        { path: 'a.txt', line: 2, rules: ['test-key'] },
        { path: 'b.txt', line: 1, rules: ['other-key'] },
        { path: 'c.ts', line: 2, rules: ['test-key'] },
      ],
      suppressed: { inline: 4 },
    })
    expect(two!.coverage.unusedAllows).toEqual(one!.coverage.unusedAllows)
    for (const options of [{}, { unusedAllows: true, inlineAllows: false }]) {
      expect((await collect({ cwd, ...options })).coverage).not.toHaveProperty('unusedAllows')
    }
  })
})
