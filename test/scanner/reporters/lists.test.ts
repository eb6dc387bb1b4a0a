import type { Finding } from '@tacet/scanner'
import { describe, expect, it } from 'vitest'
import { makeCoverage, makeFinding, makeHidden, makeHistoric, written } from '../../helpers/findings.ts'

const at = (path: string) => ({ path, line: 1, column: 1, endLine: 1, endColumn: 2 })

/** The cells of comma-separated values, as RFC 4180 has them. */
const cellsOf = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
      ),
    )

const rowOf = async (finding: Finding): Promise<Record<string, string>> => {
  const [head, row] = cellsOf(await written('csv', [finding]))
  expect(row).toHaveLength(head!.length)
  return Object.fromEntries(head!.map((name, index) => [name, row![index]!]))
}

describe('JSON lines', () => {
  it('is the fields of the JSON report a line, and how it ended', async () => {
    const finding = makeHidden()
    const lines = (await written('jsonl', [finding], { stopped: 'interrupted' })).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { type: 'finding', ...finding },
      {
        type: 'end',
        schemaVersion: 1,
        tool: { name: 'tacet', version: '1.2.3' },
        complete: false,
        stopped: 'interrupted',
        coverage: makeCoverage({ findings: 1 }),
      },
    ])
  })
})

describe('comma-separated values', () => {
  it('has a head line when nothing was found', async () => {
    expect(cellsOf(await written('csv', []))).toHaveLength(1)
  })

  it('has the place, the reasons, the history and what to do', async () => {
    expect(await rowOf(makeHistoric())).toMatchObject({
      severity: 'high',
      rule: 'example-key',
      path: 'src/config.ts',
      line: '12',
      column: '16',
      masked: 'exam…',
      reasons: 'has the form of a live key; is assigned to a name',
      commit: 'a'.repeat(40),
      date: '2024-05-06T07:08:09+02:00',
      author: 'Ann',
      removed_in: 'c'.repeat(40),
      remedy: 'Revoke it: https://example.com/keys/revoke',
      value: '',
    })
  })

  it.each(['=1+1', '+1', '-1', '@sum', '  =1', '＝1', '|calc', '\t=1'.trimStart()])(
    'gives a spreadsheet no formula: %s',
    async (path) => {
      expect((await rowOf(makeFinding({ location: at(path) }))).path).toBe(`'${path}`)
    },
  )

  it('keeps quotes, commas and line ends within their cell', async () => {
    const row = await rowOf(makeFinding({ location: at('a "b", c\nd') }))
    expect(row.path).toBe('a "b", c\\x0ad')
  })

  it('holds a value only when the finding has it', async () => {
    const value = 'dev-only-not-a-real-key'
    expect((await rowOf(makeFinding({ value }))).value).toBe(value)
  })
})

describe('the report for readers of gitleaks', () => {
  it('has the fields that gitleaks writes', async () => {
    const [now, then] = JSON.parse(
      await written('gitleaks-json', [makeFinding(), makeHistoric()]),
    ) as unknown[]
    expect(now).toEqual({
      RuleID: 'example-key',
      Description: 'Example key',
      StartLine: 12,
      EndLine: 12,
      StartColumn: 16,
      EndColumn: 39,
      Match: "const apiKey = 'exam…'",
      Secret: 'exam…',
      File: 'src/config.ts',
      SymlinkFile: '',
      Commit: '',
      Entropy: 0,
      Author: '',
      Email: '',
      Date: '',
      Message: '',
      Tags: ['severity:high', 'confidence:high'],
      Fingerprint: 'src/config.ts:example-key:12',
    })
    expect(then).toMatchObject({
      Commit: 'a'.repeat(40),
      Author: 'Ann',
      Email: '',
      Date: '2024-05-06T05:08:09Z',
      Fingerprint: `${'a'.repeat(40)}:src/config.ts:example-key:12`,
    })
  })

  it('has the value and its entropy when the scan was asked for values', async () => {
    const [finding] = JSON.parse(
      await written('gitleaks-json', [makeFinding({ value: 'abcdabcd' })]),
    ) as unknown[]
    expect(finding).toMatchObject({ Match: 'abcdabcd', Secret: 'abcdabcd', Entropy: 2 })
  })

  it('is laid out as gitleaks does it', async () => {
    const lines = (await written('gitleaks-json', [makeFinding(), makeFinding()])).split('\n')
    expect([...lines.slice(0, 3), ...lines.slice(-3)]).toEqual([
      '[',
      ' {',
      '  "RuleID": "example-key",',
      ' }',
      ']',
      '',
    ])
    expect(lines).toContain(' },')
  })

  it('is an empty array when nothing was found', async () => {
    expect(await written('gitleaks-json', [])).toBe('[]\n')
  })
})
