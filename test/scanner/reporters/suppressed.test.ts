import { type Coverage, type Format, mergeReports, reporters, type Suppression } from '@tacet/scanner'
import { describe, expect, test } from 'vitest'
import { joined, makeCoverage, makeFinding } from '../../helpers/findings.ts'
import { sarifErrors } from '../../helpers/report-schemas.ts'

const suppression: Suppression = {
  kind: 'baseline',
  reason: 'a sample, with a \u001b[31mcolour',
  owner: '@us',
  until: '2999-01-31',
  where: '.tacet-baseline:12',
}
const open = makeFinding({ fingerprint: 'a'.repeat(64), note: 'the comment tacet:allow ended on 2020-01-01' })
const hidden = makeFinding({
  fingerprint: 'b'.repeat(64),
  location: { path: 'src/hidden.ts', line: 3, column: 1, endLine: 3, endColumn: 9 },
  suppression,
})

const coverage: Coverage = makeCoverage({
  findings: 1,
  suppressed: { baseline: 1, inline: 1200 },
  stale: [{ where: '.tacet-baseline:4', ruleId: 'gone-key', path: 'gone.ts' }],
})

const write = (format: Format, options = {}) =>
  joined(
    reporters[format](
      { findings: [hidden, open], outcome: () => ({ coverage }) },
      { version: '1.2.3', ...options },
    ),
  )

describe('what is suppressed', () => {
  test('comes last in a text, with what hides it', async () => {
    const text = await write('text')
    expect(text).toContain('── suppressed: 1 ──\n\nsrc/hidden.ts:3:1')
    expect(text.indexOf('src/hidden.ts')).toBeGreaterThan(text.indexOf('src/config.ts'))
    expect(text).toMatch(
      /Suppressed: \.tacet-baseline:12 by @us until 2999-01-31: a sample, with a \S*\[31mcolour\n/,
    )
    expect(text).not.toContain('\u001b')
    expect(text).toContain('       not suppressed: the comment tacet:allow ended on 2020-01-01\n')
    expect(text).toContain('1 finding in 1 file: 1 high.\n')
    expect(text).toContain('1,201 findings suppressed: 1 baseline, 1,200 inline.\n')
    expect(text).toContain(
      '1 entry of .tacet-baseline hides nothing any more; to remove: tacet baseline --prune.\n',
    )
    expect(text).not.toContain('gone-key')
    expect(await write('text', { verbose: true })).toContain('  .tacet-baseline:4: gone-key gone.ts\n')
  })

  test('is a result with suppressions in SARIF', async () => {
    const { runs } = JSON.parse(await write('sarif')) as {
      runs: [
        {
          results: { suppressions?: unknown; message: { text: string } }[]
          properties: { coverage: unknown }
        },
      ]
    }
    expect(runs[0].results.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'external', status: 'accepted', justification: suppression.reason, properties: suppression }],
      undefined,
    ])
    expect(runs[0].results[1]!.message.text).toContain('not suppressed: the comment tacet:allow ended')
    expect(runs[0].properties.coverage).toMatchObject({ suppressed: coverage.suppressed })
  })

  test('is a finding with its suppression in the JSON formats', async () => {
    const report = JSON.parse(await write('json'))
    expect(report).toMatchObject({ findings: [{ suppression }, { note: open.note }], coverage })
    const lines = (await write('jsonl')).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).suppression)).toEqual([suppression, undefined, undefined])
  })

  test('is in a column of its own in CSV', async () => {
    const [head, first, second] = (await write('csv')).split('\n')
    expect(head).toMatch(/"suppressed","owner"$/)
    expect(first).toContain('".tacet-baseline:12 by @us until 2999-01-31: a sample')
    expect(second).toMatch(/,"",""$/)
  })

  test.each(['junit', 'github', 'gitlab', 'markdown', 'gitleaks-json', 'html'] as const)(
    'is left out of %s, where each entry is an alarm, and counted',
    async (format) => {
      const text = await write(format)
      expect(text).toContain('config.ts')
      expect(text).not.toContain('hidden.ts')
      expect(/1,201 findings suppressed/.test(text)).toBe(format !== 'gitleaks-json')
    },
  )
})

describe('a merge of reports', () => {
  const report = async (name: string) => ({ name, text: await write('json') })

  test('sums what was suppressed, and keeps what is shown of it', async () => {
    const merged = mergeReports([await report('1.json'), await report('2.json')])
    expect(merged.coverage).toMatchObject({ findings: 2, suppressed: { baseline: 2, inline: 2400 } })
    expect(merged.findings.filter((finding) => finding.suppression)).toHaveLength(2)
  })

  test('refuses a report in which they are damaged', async () => {
    const { name, text } = await report('1.json')
    expect(() => mergeReports([{ name, text: text.replace('"inline": 1200', '"inline": "many"') }])).toThrow(
      'no JSON report of Tacet',
    )
    expect(() => mergeReports([{ name, text: text.replace('"kind": "baseline"', '"kind": 1') }])).toThrow(
      'no JSON report of Tacet',
    )
  })
})

test('the schema of SARIF takes it', async () => {
  expect(sarifErrors(JSON.parse(await write('sarif')))).toEqual([])
})
