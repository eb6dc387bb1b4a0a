import { createScan, inspectConfig, type ReportOptions, reporters, updateBaseline } from '@tacet/scanner'
import { tacetRollup, tacetVite } from '@tacet/scanner/bundler'
import { createTextScanner } from '@tacet/scanner/text'
import { describe, expect, it } from 'vitest'

/** Options as a program in JavaScript may have them. */
const misspelt = <Options>(options: object): Options => options as Options

const coverage = { rules: 0, files: 0, bytes: 0, findings: 0, duration: 0, skipped: [], sources: [] }
const report = { findings: [], outcome: () => ({ coverage }) }

describe('an option that there is not', () => {
  it.each([
    [{ threds: 2 }, 'createScan: unknown option "threds": did you mean "threads"?'],
    [{ zzz: 2 }, 'createScan: unknown option "zzz"'],
    [{ history: { brnch: 'main' } }, 'history: unknown option "brnch": did you mean "branch"?'],
    [{ shard: { index: 1, counts: 2 } }, 'shard: unknown option "counts": did you mean "count"?'],
    [{ foreign: { coments: false } }, 'foreign: unknown option "coments": did you mean "comments"?'],
  ])('is refused by a scan: %j', async (options, message) => {
    const scan = createScan({ input: [Buffer.from('x')], ...misspelt<object>(options) })
    const error = await scan.collect().catch((reason: Error) => reason)
    expect(error).toMatchObject({ code: 'invalid-option' })
    expect((error as Error).message).toBe(message)
  })

  it.each([
    [
      'createTextScanner',
      () => createTextScanner(misspelt({ treshold: 'low' })),
      '"treshold": did you mean "threshold"?',
    ],
    [
      'the plugin for bundlers',
      () => tacetRollup(misspelt({ value: {} })),
      '"value": did you mean "values"?',
    ],
    [
      'the plugin for bundlers',
      () => tacetVite(misspelt({ Mode: 'warn' })).buildStart.call(undefined as never),
      '"Mode": did you mean "mode"?',
    ],
    [
      'the reporter html',
      () => reporters.html(report, misspelt<ReportOptions>({ version: '1', colour: true })),
      '"colour": did you mean "color"?',
    ],
    [
      'updateBaseline',
      () => updateBaseline(undefined, [], misspelt({ prunes: true })),
      '"prunes": did you mean "prune"?',
    ],
  ])('is refused by %s', (what, use, hint) => {
    expect(use).toThrow(`${what}: unknown option ${hint}`)
  })

  it('is refused within an option', () => {
    expect(() => createTextScanner({ foreign: misspelt({ coments: false }) })).toThrow(
      'foreign: unknown option "coments": did you mean "comments"?',
    )
  })

  it('is refused where a configuration is only read', async () => {
    await expect(inspectConfig(misspelt({ paths: '.' }))).rejects.toThrow('"paths": did you mean "path"?')
  })
})
