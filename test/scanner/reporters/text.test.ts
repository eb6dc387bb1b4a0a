import { stripVTControlCharacters } from 'node:util'
import { type Finding, type Outcome, type ReportOptions, reporters } from '@tacet/scanner'
import { describe, expect, it } from 'vitest'
import { joined, makeCoverage, makeFinding, makeHidden, makeReport } from '../../helpers/findings.ts'

const write = (
  findings: readonly Finding[],
  options: Partial<ReportOptions> = {},
  outcome: Partial<Outcome> = {},
): Promise<string> => joined(reporters.text(makeReport(findings, outcome), { version: '1.2.3', ...options }))

/** What stands above the carets, and what under it. */
const marked = async (finding: Finding): Promise<string> => {
  const [, excerpt, marks] = (await write([finding])).split('\n')
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

Revoke each secret first: it stays in the history and in every clone after its line is gone.
Then remove it, and read it from the environment or from a mounted file.

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
    const [, , marks] = (await write([makeFinding({ excerpt, focus: 15 })])).split('\n')
    expect(marks!.indexOf('^')).toBe('    12 │ '.length + 15)
  })

  it('counts wide and combining characters as a terminal shows them', async () => {
    const [, excerpt, marks] = (
      await write([makeFinding({ excerpt: '文字🔑e\u0301 exam…', focus: 7 })])
    ).split('\n')
    // Three wide characters take one column more each than they have code points; the accent takes none.
    expect(marks!.indexOf('^') - Array.from(excerpt!.slice(0, excerpt!.indexOf('exam'))).length).toBe(2)
  })

  it('shows no carets for a secret that is masked as a part of another', async () => {
    expect(await write([makeFinding({ excerpt: "const url = 'http…'", focus: 13 })])).not.toContain('^')
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
