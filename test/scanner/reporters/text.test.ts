import { stripVTControlCharacters } from 'node:util'
import { type Finding, type Outcome, type ReportOptions, reporters } from '@tacet/scanner'
import { describe, expect, it } from 'vitest'
import {
  joined,
  makeCoverage,
  makeFinding,
  makeHidden,
  makeHistoric,
  makeReport,
} from '../../helpers/findings.ts'

const write = (
  findings: readonly Finding[],
  options: Partial<ReportOptions> = {},
  outcome: Partial<Outcome> = {},
): Promise<string> => joined(reporters.text(makeReport(findings, outcome), { version: '1.2.3', ...options }))

/** What stands above the carets, and what under it. */
const marked = async (finding: Finding): Promise<string> => {
  const [, excerpt, marks] = (await write([finding], { quiet: true })).split('\n')
  const start = marks!.indexOf('^')
  return excerpt!.slice(start, marks!.length)
}

describe('the text report', () => {
  it('shows a finding with its line, how sure it is, and what to do', async () => {
    expect(await write([makeFinding({ severity: 'critical', confidence: 'very-high' })])).toBe(
      `src/config.ts:12:16  critical  Example key  example-key
    12 │ const apiKey = 'exam…'
       │                 ^^^^^
       very high confidence: has the form of a live key, is assigned to a name
       Revoke it: https://example.com/keys/revoke

What to do, in this order:
  1. Revoke each secret where it was issued: it stays in the history and in every clone after its line is gone.
  2. Remove it from the file, and read it from the environment or from a mounted file.
  3. If it was pushed, rewrite the history last: a secret that is revoked does no harm there.

1 finding in 1 file: 1 critical.
Scanned 1,234 files, 45.6 MB in 0.8 s (57 MB/s) with 60 rules.
`,
    )
  })

  it('tells what it can where there is no page that revokes', async () => {
    const { revoke: _, ...known } = makeFinding()
    expect(await write([known])).toContain(
      'Revoke it where it was issued; what it is: https://docs.example.com/keys\n',
    )
    const { reference: __, ...unknown } = known
    expect(await write([unknown])).toContain('Revoke it where it was issued\n')
  })

  it('names what belongs to a secret', async () => {
    expect(await write([makeHidden()])).toContain('       with Example id id-7… (line 10)\n')
  })

  it('explains each finding when asked to', async () => {
    const finding = makeFinding()
    expect(await write([finding], { explain: true })).toContain(
      `       high confidence:
         - has the form of a live key
         - is assigned to a name
       rule example-key (Example), fingerprint ${finding.fingerprint.slice(0, 16)}
       Revoke it: https://example.com/keys/revoke
`,
    )
  })

  it('points to the first place of a secret that it has shown', async () => {
    const second = makeFinding({ location: { path: 'b.ts', line: 3, column: 9, endLine: 3, endColumn: 20 } })
    const report = await write([makeFinding(), second])
    expect(report).toContain('b.ts:3:9  high  Example key  example-key')
    expect(report).toContain('The same secret as at src/config.ts:12:16')
    expect(report).toContain('2 findings in 2 files, 1 different secret: 2 high.')
  })

  it.each([
    ['plain', "key = 'exam…'"],
    ['after tabs', "\t\tkey =\t'exam…'"],
    ['after a control character', "\u0007key = 'exam…'"],
  ])('puts the carets under the secret: %s', async (_case, excerpt) => {
    expect(await marked(makeFinding({ excerpt, focus: excerpt.indexOf('exam') }))).toBe('exam…')
  })

  it('puts them under the right one of several that look the same', async () => {
    const excerpt = "pair('exam…', 'exam…')"
    const [, , marks] = (await write([makeFinding({ excerpt, focus: 15 })], { quiet: true })).split('\n')
    expect(marks!.indexOf('^')).toBe('    12 │ '.length + 15)
  })

  it('counts wide and combining characters as a terminal shows them', async () => {
    const [, excerpt, marks] = (
      await write([makeFinding({ excerpt: '文字🔑e\u0301 exam…', focus: 7 })], { quiet: true })
    ).split('\n')
    // Three wide characters take one column more each than they have code points; the accent takes none.
    expect(marks!.indexOf('^') - Array.from(excerpt!.slice(0, excerpt!.indexOf('exam'))).length).toBe(2)
  })

  it.each([
    ['a part of another secret', "const url = 'http…'", 13, 5],
    ['written in an encoding', '  token: Z2hw…', 9, 5],
    ['cut off', "const key = 'exa", 13, 0],
  ])('puts as many carets under what is %s as it shows of it', async (_what, excerpt, focus, count) => {
    const report = await write([makeFinding({ excerpt, focus })])
    expect(report.match(/\^/g) ?? []).toHaveLength(count)
  })

  it('shows the value only when the finding has it, in one line', async () => {
    expect(await write([makeFinding()])).not.toContain('value:')
    expect(await write([makeFinding({ value: 'first\nsecond' })])).toContain('value: first\\x0asecond\n')
  })

  it('is the same with colours, but for the escapes', async () => {
    const findings = (['critical', 'high', 'medium', 'low'] as const).map((severity) =>
      makeFinding({ severity }),
    )
    const plain = await write(findings)
    const colored = await write(findings, { color: true })
    expect(colored).not.toBe(plain)
    expect(stripVTControlCharacters(colored)).toBe(plain)
  })

  it('groups by severity, the gravest first', async () => {
    const findings = (['low', 'critical', 'low', 'high'] as const).map((severity, index) =>
      makeFinding({ severity, fingerprint: `${index}` }),
    )
    const report = await write(findings)
    expect(report.match(/^── .*$/gm)).toEqual(['── critical: 1 ──', '── high: 1 ──', '── low: 2 ──'])
    expect(report.match(/ {2}(?:critical|high|low) {2}/g)).toEqual([
      '  critical  ',
      '  high  ',
      '  low  ',
      '  low  ',
    ])
  })

  it('needs no heading for one severity, nor when it is to be quiet', async () => {
    expect(await write([makeFinding()])).not.toContain('──')
    expect(await write([makeFinding(), makeFinding({ severity: 'low' })], { quiet: true })).not.toContain(
      '──',
    )
  })

  it('tells where a secret came from and went', async () => {
    expect(await write([makeHistoric()])).toContain(`
       Came with aaaaaaaaaa of 2024-05-06 by Ann; in 2 versions
       Removed by cccccccccc of 2024-06-07 by Bob
       Reached from main
`)
  })

  describe('in a narrow terminal', () => {
    const finding = makeFinding({
      title: 'Example key of a service with a long name',
      excerpt: `${'before '.repeat(20)}'exam…'${' after'.repeat(20)}`,
      focus: 141,
      reasons: Array.from({ length: 9 }, (_, index) => `reason number ${index}`),
      revoke: `https://example.com/${'a'.repeat(60)}`,
    })

    it.each([20, 40, 60, 80])('fits into %i columns, but for addresses', async (columns) => {
      const report = await write([finding], { columns, quiet: true })
      const tooLong = report.split('\n').filter((line) => line.length > columns)
      expect(tooLong.filter((line) => !/^ +https:|^\S+:\d+:\d+$|^ +high {2}Example key/.test(line))).toEqual(
        [],
      )
      expect(report).toContain(finding.revoke)
    })

    it('gives the rule a line of its own where it has to, and indents what goes on', async () => {
      const report = await write([finding], { columns: 60 })
      expect(report).toContain(
        '\n       high  Example key of a service with a long name\n       example-key\n',
      )
      expect(report).toContain('\n  2. Remove it from the file, and read it from the\n     environment or')
    })

    it('keeps the secret in sight, with the carets under it', async () => {
      const lines = (await write([finding], { columns: 40, quiet: true })).split('\n')
      const marks = lines.findIndex((line) => line.includes('^'))
      const from = lines[marks]!.indexOf('^')
      expect(lines[marks - 1]!.slice(from, lines[marks]!.length)).toBe('exam…')
      expect(lines[marks - 1]).toMatch(/│ ….*'exam…'.*…$/)
    })

    it('cuts nothing in a wide one', async () => {
      expect(await write([finding], { columns: 400 })).toContain(finding.excerpt)
    })
  })

  describe('with hyperlinks', () => {
    const linkTo = (path: string, line: number) => `file:///home/a/${path}#${line}`

    it('links the place of each finding', async () => {
      expect(await write([makeFinding()], { linkTo })).toContain(
        '\u001b]8;;file:///home/a/src/config.ts#12\u001b\\src/config.ts:12:16\u001b]8;;\u001b\\  high',
      )
    })

    it('does not link to what was found in the history', async () => {
      expect(await write([makeHistoric()], { linkTo })).not.toContain('\u001b')
    })

    it('takes no address that would end the sequence', async () => {
      expect(await write([makeFinding()], { linkTo: () => 'file:///a\u0007b' })).not.toContain('\u001b')
    })
  })

  it('leaves out the summary when it is to be quiet', async () => {
    expect(await write([makeFinding()], { quiet: true })).toMatch(/revoke\n\n$/)
    expect(await write([], { quiet: true })).toBe('')
  })
})

describe('the summary', () => {
  it('says that nothing was found', async () => {
    expect(await write([])).toBe(
      'No secrets found.\nScanned 1,234 files, 45.6 MB in 0.8 s (57 MB/s) with 60 rules.\n',
    )
  })

  it.each([
    [
      { files: 1, bytes: 1, rules: 1, duration: 4 },
      'Scanned 1 file, 1 byte in 0 s (250 bytes/s) with 1 rule.',
    ],
    [{ files: 0, bytes: 0, rules: 2, duration: 0 }, 'Scanned 0 files, 0 bytes in 0 s with 2 rules.'],
    [{ bytes: 999, duration: 1500 }, '999 bytes in 1.5 s'],
    [{ bytes: 999_960, duration: 10 }, '1 MB in 0.01 s (100 MB/s)'],
    [{ bytes: 5_250_000_000, duration: 60_000 }, '5.3 GB in 60 s (87.5 MB/s)'],
    [{ bytes: 7_000_000_000_000, duration: 1000 }, '7,000 GB in 1 s'],
  ])('writes numbers for a reader: %j', async (coverage, expected) => {
    expect(await write([], {}, { coverage: makeCoverage(coverage) })).toContain(expected)
  })

  it('counts what was skipped by reason, and lists it when asked', async () => {
    const coverage = makeCoverage({
      skipped: [
        { path: 'a.png', reason: 'binary' },
        { path: 'b.png', reason: 'binary' },
        { path: 'big.log', reason: 'too-large', detail: '3 GB' },
      ],
    })
    const brief = await write([], {}, { coverage })
    expect(brief).toContain('Skipped 3: 2 binary, 1 too large.\n')
    expect(brief).not.toContain('a.png')
    const full = await write([], { verbose: true }, { coverage })
    expect(full).toContain('  binary: a.png\n  binary: b.png\n  too large: big.log (3 GB)\n')
  })

  it('always lists what could not be read, up to ten, and calls nothing clean then', async () => {
    const skipped = Array.from({ length: 12 }, (_, index) => ({
      path: `file-${index}`,
      reason: 'unreadable' as const,
      detail: 'EACCES',
    }))
    const report = await write([], {}, { coverage: makeCoverage({ skipped }) })
    expect(report).toContain('but the scan is not complete')
    expect(report.match(/unreadable: file-\d+ \(EACCES\)/g)).toHaveLength(10)
    expect(report).toContain('… and 2 more: --verbose lists all')
    const full = await write([], { verbose: true }, { coverage: makeCoverage({ skipped }) })
    expect(full.match(/unreadable: file-\d+/g)).toHaveLength(12)
  })

  it('says why a scan ended early', async () => {
    expect(await write([], {}, { stopped: 'interrupted' })).toContain('The scan ended early: interrupted.')
  })
})
