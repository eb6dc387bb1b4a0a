import { type Finding, reporters } from '@tacet/scanner'
import { describe, expect, it } from 'vitest'
import {
  joined,
  makeCoverage,
  makeFinding,
  makeHidden,
  makeHistoric,
  makeReport,
} from '../../helpers/findings.ts'
import { gitlabErrors } from '../../helpers/report-schemas.ts'

interface GitLabReport {
  readonly scan: Readonly<Record<string, unknown>> & { readonly messages: readonly { level: string }[] }
  readonly vulnerabilities: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[]
}

const write = async (
  findings: readonly Finding[],
  outcome: Parameters<typeof makeReport>[1] = {},
): Promise<GitLabReport> => {
  const options = { version: '1.2.3', time: new Date('2026-01-02T03:04:05.678Z') }
  const report = JSON.parse(await joined(reporters.gitlab(makeReport(findings, outcome), options))) as unknown
  expect(gitlabErrors(report)).toEqual([])
  return report as GitLabReport
}

describe('the report for GitLab', () => {
  it('is valid for findings of every kind', async () => {
    const severities = (['critical', 'high', 'medium', 'low'] as const).map((severity) =>
      makeFinding({ severity, title: 'x'.repeat(300), revoke: 'see the manual' }),
    )
    const { reference: _, revoke: __, ...bare } = makeFinding({ reasons: [] })
    const { vulnerabilities } = await write([...severities, bare, makeHidden(), makeHistoric()])
    expect(vulnerabilities.map(({ severity }) => severity)).toEqual([
      'Critical',
      'High',
      'Medium',
      'Low',
      'High',
      'High',
      'High',
    ])
  })

  it('fails validation when it is broken', async () => {
    const report = await write([makeFinding()])
    const [first] = report.vulnerabilities
    expect(gitlabErrors({ ...report, vulnerabilities: [{ ...first, location: {} }] })).not.toEqual([])
    const withZone = { ...report.scan, start_time: '2026-01-02T03:04:05Z' }
    expect(gitlabErrors({ ...report, scan: withZone })).not.toEqual([])
  })

  it('tells when the scan ran, in UTC', async () => {
    const { scan } = await write([], { coverage: makeCoverage({ duration: 65_000 }) })
    expect(scan).toMatchObject({
      start_time: '2026-01-02T03:03:00',
      end_time: '2026-01-02T03:04:05',
      status: 'success',
    })
  })

  it('names the commit that brought a secret in, and none where there is none', async () => {
    const { vulnerabilities } = await write([makeHistoric(), makeFinding()])
    expect(vulnerabilities[0]!.location).toMatchObject({
      commit: { sha: 'a'.repeat(40), author: 'Ann', date: '2024-05-06T07:08:09+02:00' },
    })
    expect(vulnerabilities[1]!.location).toMatchObject({ commit: { sha: '0000000' } })
  })

  it('gives a secret the same id in every scan, and each place its own', async () => {
    const location = { path: 'b.ts', line: 1, column: 1, endLine: 1, endColumn: 2 }
    const findings = [makeFinding(), makeFinding({ location }), makeHistoric()]
    const ids = (await write(findings)).vulnerabilities.map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    expect((await write(findings)).vulnerabilities.map(({ id }) => id)).toEqual(ids)
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/)
  })

  it('holds the value, for the check of its status, only when the finding has it', async () => {
    const value = 'dev-only-not-a-real-key'
    const { vulnerabilities } = await write([makeFinding(), makeFinding({ value })])
    expect(vulnerabilities.map((each) => each.raw_source_code_extract)).toEqual([undefined, value])
  })

  it('calls a scan that was cut short a failure', async () => {
    const { scan } = await write([], { stopped: 'interrupted' })
    expect(scan.status).toBe('failure')
    expect(scan.messages.at(-1)).toEqual({ level: 'fatal', value: 'interrupted' })
  })
})
