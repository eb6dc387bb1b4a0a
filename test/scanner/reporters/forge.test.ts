import { reporters } from '@tacet/scanner'
import { describe, expect, it } from 'vitest'
import {
  joined,
  makeCoverage,
  makeFinding,
  makeHistoric,
  makeReport,
  written,
} from '../../helpers/findings.ts'

const at = (path: string) => ({ path, line: 3, column: 5, endLine: 3, endColumn: 9 })

describe('annotations of GitHub Actions', () => {
  it('points to the secret, and tells how sure it is and what to do', async () => {
    const [annotation] = (await written('github', [makeFinding({ location: at('a,b:c%.ts') })])).split('\n')
    expect(annotation).toBe(
      '::error file=a%2Cb%3Ac%25.ts,line=3,endLine=3,col=5,endColumn=9,title=Example key (example-key)::' +
        'exam… · high confidence: has the form of a live key, is assigned to a name%0A' +
        'Revoke it: https://example.com/keys/revoke',
    )
  })

  it('has no columns for what spans lines: GitHub takes none', async () => {
    const location = { path: 'key.pem', line: 1, column: 1, endLine: 9, endColumn: 20 }
    expect(await written('github', [makeFinding({ location })])).toContain(
      '::error file=key.pem,line=1,endLine=9,title=',
    )
  })

  it('writes the gravest first, ten of a kind, and all others as lines', async () => {
    const findings = (['low', 'medium', 'high', 'critical'] as const).flatMap((severity) =>
      Array.from({ length: 8 }, (_, index) =>
        makeFinding({ severity, location: at(`${severity}-${index}.ts`) }),
      ),
    )
    const lines = (await written('github', findings)).split('\n')
    const kinds = lines.filter((line) => line.startsWith('::')).map((line) => /^::(\w+)/.exec(line)![1]!)
    expect(kinds).toEqual([
      ...Array<string>(10).fill('error'),
      ...Array<string>(8).fill('warning'),
      ...Array<string>(8).fill('notice'),
    ])
    expect(lines[0]).toContain('file=critical-0.ts')
    expect(lines.filter((line) => / high Example key /.test(line))).toEqual(
      [2, 3, 4, 5, 6, 7].map((index) => `high-${index}.ts:3:5 high Example key (example-key)`),
    )
  })

  it('names the place of what was found in the history in words: it may not stand there now', async () => {
    const [annotation] = (await written('github', [makeHistoric()])).split('\n')
    expect(annotation).toMatch(/^::error title=Example key \(example-key\)::src\/config\.ts:12:16%0A/)
    expect(annotation).toContain('%0ARemoved by cccccccccc of 2024-06-07 by Bob%0A')
  })

  it('ends with what was scanned', async () => {
    expect(await written('github', [])).toMatch(/^No secrets found\.\nScanned 1,234 files/)
    const quiet = reporters.github(makeReport([makeFinding({})]), { version: '1.2.3', quiet: true })
    expect((await joined(quiet)).trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('the comment for a pull request', () => {
  it('is a heading, a table and what to do', async () => {
    const findings = [
      makeFinding(),
      makeFinding({ severity: 'critical' }),
      makeFinding({ fingerprint: 'other' }),
    ]
    const report = await written('markdown', findings)
    expect(report).toMatch(/^### Tacet found 2 secrets\n\n\| Severity \|/)
    expect(report.match(/^\| (?:critical|high) \|/gm)).toEqual(['| critical |', '| high |', '| high |'])
    expect(report).toContain('<code>exam…</code>')
    expect(report).toContain('[revoke it](https://example.com/keys/revoke)')
    expect(report).toContain('What to do, in this order:\n\n1. Revoke each secret where it was issued')
  })

  it('tells where a secret came from and went', async () => {
    expect(await written('markdown', [makeHistoric()])).toContain(
      '<br><sub>Removed by cccccccccc of 2024&#45;06&#45;07 by Bob</sub>',
    )
  })

  it.each([
    ['a cell', 'a | b', /a \| b/],
    ['code', 'a`b`', /`/],
    ['a link', '[a](https://example.org)', /\[a\]\(|https:\/\/example\.org/],
    ['a bare link', 'www.example.org', /www\.example/],
    ['an image', '![a](b)', /!\[/],
    ['markup', '<img src=x onerror=y>', /<img/],
    ['a mention', '@everyone', /@\w/],
    ['the end of a comment', '--> <!--', /<!--|-->/],
  ])('shows what would be %s as text', async (_what, path, forbidden) => {
    expect(await written('markdown', [makeFinding({ location: at(path) })])).not.toMatch(forbidden)
  })

  it('says whether a clean scan was complete', async () => {
    expect(await written('markdown', [])).toMatch(/^### Tacet found no secrets\n/)
    expect(await written('markdown', [], { stopped: 'interrupted' })).toMatch(
      /^### Tacet found no secrets in what it could scan\n/,
    )
  })

  it('fits into a comment however long the paths are', async () => {
    const skipped = Array.from({ length: 10 }, () => ({
      path: '|'.repeat(4000),
      reason: 'unreadable' as const,
    }))
    const findings = Array.from({ length: 40 }, () => makeFinding({ location: at('|'.repeat(4000)) }))
    const report = await written('markdown', findings, { coverage: makeCoverage({ skipped }) })
    expect(report.length).toBeLessThanOrEqual(65_536)
    expect(report).toMatch(/And \d+ more, which do not fit here\./)
  })
})
