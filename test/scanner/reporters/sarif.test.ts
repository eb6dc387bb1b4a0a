import { type Finding, reporters } from '@tacet/scanner'
import type { Log, Result, Run } from 'sarif'
import { describe, expect, it } from 'vitest'
import { joined, makeCoverage, makeFinding, makeHidden, makeReport } from '../../helpers/findings.ts'
import { sarifErrors } from '../../helpers/report-schemas.ts'

const options = { version: '1.2.3' }

const write = async (
  findings: readonly Finding[],
  ...rest: Parameters<typeof makeReport>[1][]
): Promise<Log> => JSON.parse(await joined(reporters.sarif(makeReport(findings, rest[0]), options))) as Log

const runOf = async (...args: Parameters<typeof write>): Promise<Run> => (await write(...args)).runs[0]!

const expectValid = (log: Log): void => {
  expect(sarifErrors(log)).toEqual([])
}

describe('SARIF', () => {
  it('tells how a secret is written, why it is one, and what belongs to it', async () => {
    const log = await write([makeHidden()])
    expectValid(log)
    const [result] = log.runs[0]!.results!
    expect(result!.properties).toMatchObject({
      via: ['joined strings', 'base64'],
      reasons: ['has the form of a live key', 'is assigned to a name'],
    })
    expect(result!.relatedLocations).toEqual([
      {
        id: 0,
        message: { text: 'Example id: id-7…' },
        physicalLocation: {
          artifactLocation: { uri: 'src/config.ts', uriBaseId: '%SRCROOT%' },
          region: { startLine: 10, startColumn: 3, endLine: 10, endColumn: 12 },
        },
      },
    ])
  })

  it('is valid for findings of every severity and confidence, skipped files and a stop', async () => {
    const findings = (['critical', 'high', 'medium', 'low'] as const).flatMap((severity) =>
      (['very-high', 'high', 'medium', 'low'] as const).map((confidence) =>
        makeFinding({ ruleId: `${severity}-${confidence}`, severity, confidence }),
      ),
    )
    const { reference: _, revoke: __, ...bare } = makeFinding({ ruleId: 'bare-rule', reasons: [] })
    const skipped = (['binary', 'too-large', 'unreadable', 'outside', 'not-a-file'] as const).map(
      (reason) => ({ path: `some dir/${reason}`, reason }),
    )
    const log = await write([...findings, bare], {
      coverage: makeCoverage({ skipped }),
      stopped: 'interrupted',
    })
    expectValid(log)
    expect(log.runs[0]!.results).toHaveLength(17)
  })

  it('is valid without findings, and fails validation when it is broken', async () => {
    const log = await write([])
    expectValid(log)
    expect(log.runs[0]!.results).toEqual([])
    expect(sarifErrors({ ...log, runs: [{ ...log.runs[0], tool: undefined }] })).not.toEqual([])
  })

  it('has what code scanning shows: rule texts, precision, severity score, tags, a full region', async () => {
    const run = await runOf([makeFinding({ severity: 'critical', confidence: 'very-high' })])
    expect(run.columnKind).toBe('utf16CodeUnits')
    expect(run.tool.driver).toMatchObject({ name: 'Tacet', semanticVersion: '1.2.3' })
    expect(run.tool.driver.rules).toMatchObject([
      {
        id: 'example-key',
        shortDescription: { text: 'Example key' },
        fullDescription: { text: expect.stringContaining('Example key') },
        help: {
          text: expect.stringContaining('https://example.com/keys/revoke'),
          markdown: expect.stringMatching(
            /^1\. Revoke it: https:\/\/example\.com\/keys\/revoke\. .*\n2\. Remove it/,
          ),
        },
        helpUri: 'https://docs.example.com/keys',
        properties: {
          precision: 'very-high',
          'security-severity': '9.5',
          tags: ['security', 'secret', 'external/cwe/cwe-798'],
        },
      },
    ])
    expect(run.results).toMatchObject([
      {
        ruleId: 'example-key',
        ruleIndex: 0,
        level: 'error',
        message: {
          text: expect.stringMatching(
            /^Example key exam…\. Revoke it: https:\/\/example\.com\/keys\/revoke\. Very high confidence: /,
          ),
        },
        locations: [
          { physicalLocation: { region: { startLine: 12, startColumn: 16, endLine: 12, endColumn: 40 } } },
        ],
      },
    ])
  })

  it('names each rule once, with the precision of its least sure finding', async () => {
    const run = await runOf([
      makeFinding({ confidence: 'high' }),
      makeFinding({ ruleId: 'other-key' }),
      makeFinding({ confidence: 'low' }),
      makeFinding({ confidence: 'very-high' }),
    ])
    expect(run.tool.driver.rules!.map(({ id, properties }) => [id, properties!.precision])).toEqual([
      ['example-key', 'low'],
      ['other-key', 'high'],
    ])
    expect(run.results!.map(({ ruleIndex }) => ruleIndex)).toEqual([0, 1, 0, 0])
  })

  it.each([
    ['src/a b/é#?.ts', { uri: 'src/a%20b/%C3%A9%23%3F.ts', uriBaseId: '%SRCROOT%' }],
    ['c:odd/name', { uri: 'c%3Aodd/name', uriBaseId: '%SRCROOT%' }],
    ['../beside/file', { uri: '../beside/file', uriBaseId: '%SRCROOT%' }],
    ['/srv/app/a b', { uri: 'file:///srv/app/a%20b' }],
    ['C:/app/a', { uri: 'file:///C:/app/a' }],
    ['lone\ud800', { uri: 'lone%EF%BF%BD', uriBaseId: '%SRCROOT%' }],
  ])('encodes the path %j', async (path, expected) => {
    const log = await write([
      makeFinding({ location: { path, line: 1, column: 1, endLine: 1, endColumn: 2 } }),
    ])
    expectValid(log)
    expect(log.runs[0]!.results![0]!.locations![0]!.physicalLocation!.artifactLocation).toEqual(expected)
  })

  it('tells what was not scanned, and whether the scan is whole', async () => {
    const whole = await runOf([])
    expect(whole.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }])

    const skipped = [
      { path: 'a.png', reason: 'binary' } as const,
      { path: 'b', reason: 'unreadable', detail: 'EACCES' } as const,
    ]
    const partial = await runOf([], { coverage: makeCoverage({ skipped }) })
    expect(partial.invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'note', descriptor: { id: 'skipped/binary' } },
          { level: 'error', message: { text: 'Not scanned: unreadable (EACCES)' } },
        ],
      },
    ])
  })

  it('keeps the 25,000 most severe results that GitHub takes, in order, and says how many it left out', async () => {
    const findings = Array.from({ length: 25_003 }, (_, index) =>
      makeFinding({
        severity: index % 5_000 === 7 ? 'low' : 'high',
        location: { path: 'a', line: index + 1, column: 1, endLine: index + 1, endColumn: 2 },
      }),
    )
    const run = await runOf(findings)
    const lines = run.results!.map(({ locations }) => locations![0]!.physicalLocation!.region!.startLine!)
    expect(lines).toHaveLength(25_000)
    // Five of low severity, on lines 8, 5008, …: the first two are kept, the last three left out.
    expect([5_008, 10_008, 20_008, 25_003].map((line) => lines.includes(line))).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect(lines).toEqual([...lines].sort((a, b) => a - b))
    expect(run.invocations![0]!.toolExecutionNotifications).toMatchObject([
      { level: 'warning', message: { text: expect.stringContaining('3 results') } },
    ])
  })
})

describe('the fingerprints of a SARIF result', () => {
  const at = (path: string, line: number): Finding =>
    makeFinding({ location: { path, line, column: 1, endLine: line, endColumn: 2 } })

  const fingerprintsOf = async (
    findings: readonly Finding[],
    readText: (path: string) => Promise<string | undefined>,
  ): Promise<Result['partialFingerprints'][]> => {
    const report = await joined(reporters.sarif(makeReport(findings), { ...options, readText }))
    return (JSON.parse(report) as Log).runs[0]!.results!.map(({ partialFingerprints }) => partialFingerprints)
  }

  it('are ours alone when the text is not to be had', async () => {
    const [fingerprints] = await fingerprintsOf([makeFinding()], async () => undefined)
    expect(fingerprints).toEqual({ 'tacet/v1': makeFinding().fingerprint })
  })

  it('hold the line hash as GitHub computes it, each file read once', async () => {
    const read: string[] = []
    const texts: Record<string, string> = { a: ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End', b: '' }
    const fingerprints = await fingerprintsOf(
      [at('a', 1), at('a', 2), at('b', 1), at('b', 9)],
      async (path) => {
        read.push(path)
        return texts[path]
      },
    )
    expect(fingerprints.map((all) => all!.primaryLocationLineHash)).toEqual([
      ['8b7cf3e9', '52e7aeb2:1'].join(''),
      ['b1ae1287', 'ec4718d9:1'].join(''),
      ['c129715d', '7a2bc9a3:1'].join(''),
      undefined,
    ])
    expect(read).toEqual(['a', 'b'])
  })
})
