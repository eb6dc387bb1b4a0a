import { reporters } from '@tacet/scanner'
import { describe, expect, it } from 'vitest'
import { joined, makeCoverage, makeFinding, makeHidden, makeReport } from '../../helpers/findings.ts'

const write = async (...args: Parameters<typeof makeReport>): Promise<unknown> =>
  JSON.parse(await joined(reporters.json(makeReport(...args), { version: '1.2.3' })))

describe('the JSON report', () => {
  it('has the fields that the documentation lists, and no others', async () => {
    const finding = { ...makeHidden(), unpublished: 'internal' }
    const { unpublished: _, ...published } = finding
    expect(await write([finding])).toEqual({
      schemaVersion: 1,
      tool: { name: 'tacet', version: '1.2.3' },
      findings: [published],
      complete: true,
      coverage: makeCoverage({ findings: 1 }),
    })
  })

  it('leaves out what a finding does not have', async () => {
    const { reference: _, revoke: __, ...finding } = makeFinding()
    expect(await write([finding])).toMatchObject({ findings: [finding] })
  })

  it('holds a value only when the finding has it', async () => {
    const value = 'dev-only-not-a-real-key'
    expect(await write([makeFinding({ value })])).toMatchObject({ findings: [{ value }] })
  })

  it('gives hostile texts back as they were', async () => {
    const path = '\u009b31m \u202e ##[error] ##vso[x] "\\ \n é'
    const location = { path, line: 1, column: 1, endLine: 1, endColumn: 2 }
    expect(await write([makeFinding({ location })])).toMatchObject({ findings: [{ location }] })
  })

  it('is not complete when the scan was stopped, and says why', async () => {
    expect(await write([], { stopped: 'interrupted' })).toMatchObject({
      complete: false,
      stopped: 'interrupted',
    })
  })

  it('is not complete when a file could not be read', async () => {
    const coverage = makeCoverage({ skipped: [{ path: 'a', reason: 'unreadable' }] })
    expect(await write([], { coverage })).toMatchObject({ complete: false, coverage })
  })

  it('writes nothing for a scan that fails before its first finding', async () => {
    const findings = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('no such folder')) }),
    }
    const report = { findings, outcome: () => ({ coverage: makeCoverage() }) }
    let written = ''
    const writing = (async () => {
      for await (const chunk of reporters.json(report, { version: '1.2.3' })) written += chunk
    })()
    await expect(writing).rejects.toThrow('no such folder')
    expect(written).toBe('')
  })
})
