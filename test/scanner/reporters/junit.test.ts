import { type Finding, reporters } from '@tacet/scanner'
import { describe, expect, it } from 'vitest'
import { joined, makeFinding, makeHidden, makeHistoric, makeReport } from '../../helpers/findings.ts'
import { junitErrors } from '../../helpers/report-schemas.ts'

const write = (findings: readonly Finding[], outcome: Parameters<typeof makeReport>[1] = {}) =>
  joined(reporters.junit(makeReport(findings, outcome), { version: '1.2.3' }))

/** Every character that XML cannot hold or that markup would take for its own. */
const hostile = `${String.fromCharCode(...Array.from({ length: 32 }, (_, code) => code))}<a b="c" d='e'>&amp;]]>\u007f\ud800\ufffe\uffff`

describe('the JUnit report', () => {
  it('is valid for findings of every kind', async () => {
    expect(await junitErrors(await write([makeFinding(), makeHidden(), makeHistoric()]))).toEqual([])
    expect(await junitErrors(await write([]))).toEqual([])
  })

  it('is valid whatever a finding holds', async () => {
    const location = { path: hostile, line: 1, column: 1, endLine: 1, endColumn: 2 }
    const finding = makeFinding({ location, title: hostile, excerpt: hostile, reasons: [hostile] })
    expect(await junitErrors(await write([finding], { stopped: hostile }))).toEqual([])
  })

  it('fails validation when it is broken', async () => {
    const report = await write([makeFinding()])
    expect(await junitErrors(report.replaceAll('failure', 'failing'))).not.toEqual([])
  })

  it('is a failed test for each finding, and a passed one for the scan', async () => {
    const report = await write([makeFinding({ severity: 'critical' })])
    expect(report).toContain('<testsuite name="tacet" tests="2" failures="1" errors="0" time="0.800">')
    expect(report).toContain('<testcase name="example-key at 12:16" classname="src/config.ts">')
    expect(report).toContain(
      '<failure type="example-key" message="critical: Example key (exam…)">src/config.ts:12:16\n',
    )
    expect(report).toContain('<testcase name="everything was scanned" classname="tacet"></testcase>')
  })

  it('is an error when not everything was scanned', async () => {
    const report = await write([], { stopped: 'interrupted' })
    expect(report).toContain('tests="1" failures="0" errors="1"')
    expect(report).toContain('<error type="incomplete" message="interrupted">')
  })

  it('tells where a secret came from and went', async () => {
    expect(await write([makeHistoric()])).toContain('Removed by cccccccccc of 2024-06-07 by Bob\n')
  })
})
