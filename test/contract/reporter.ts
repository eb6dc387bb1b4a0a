import type { Finding, Reporter } from '@tacet/scanner'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joined, makeCoverage, makeFinding, makeReport } from '../helpers/findings.ts'

const esc = '\u001b'

/** Characters, but for a line feed, that a terminal acts upon or that change the direction of what follows. */
const obeyed = /(?!\n)[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u

const options = { version: '1.2.3', time: new Date(0) }

/** What a format cannot do, or does in its own way. */
interface Traits {
  /** The format is a list of findings that readers know, with no place for what was looked at. Default: false. */
  readonly onlyFindings?: boolean
  /** The most characters that whoever takes the report accepts: it tells how many findings it left out. */
  readonly longest?: number
  /** The commands that the report is made of: nothing else in it may be one. */
  readonly commands?: RegExp
}

/** Text that a terminal, a CI runner or a parser of the report might obey. */
const hostileTexts = [
  `${esc}[2J${esc}]0;title\u0007`,
  'two\nlines\r\nand\rmore',
  '::error file=a.ts::injected',
  '  ::add-mask::src',
  '##[error]injected',
  '##vso[task.setvariable variable=a]b',
  'right\u202eto left\u2066',
  '\u009b31m one-byte escape',
  '"], "findings": [], "x": ["',
  '</script><!-- ]]> -->',
  'lone \ud800 surrogate',
  'naïve 文字 🔑 é',
  '%0a %25 #? a b',
  '{0} [text](https://example.com)',
]

/**
 * What holds for every reporter, whatever it writes.
 *
 * @param read What a reader of the format gets back of each finding, in order: its rule and its path.
 */
export const testReporter = (
  name: string,
  reporter: Reporter,
  read: (report: string) => readonly { readonly ruleId: string; readonly path: string }[],
  { onlyFindings = false, longest, commands }: Traits = {},
): void => {
  describe(`the reporter contract: ${name}`, () => {
    it('gives every finding back, in order', async () => {
      const findings = ['b-rule', 'a-rule', 'b-rule'].map((ruleId, index) =>
        makeFinding({
          ruleId,
          location: { path: `dir ${index}/é#?.ts`, line: 1, column: 1, endLine: 1, endColumn: 9 },
        }),
      )
      const report = await joined(reporter(makeReport(findings), options))
      expect(read(report)).toEqual(findings.map(({ ruleId, location }) => ({ ruleId, path: location.path })))
    })

    it('says what was looked at when nothing was found', async () => {
      const report = await joined(reporter(makeReport([]), options))
      expect(read(report)).toEqual([])
      if (!onlyFindings) expect(report).toMatch(/1,?234/)
      expect(report.endsWith('\n')).toBe(true)
    })

    it('takes findings that come one by one, and asks for the outcome after the last', async () => {
      const findings = [makeFinding(), makeFinding({ ruleId: 'other-key' })]
      const asked: string[] = []
      async function* slowly(): AsyncGenerator<Finding> {
        for (const finding of findings) {
          await Promise.resolve()
          asked.push(finding.ruleId)
          yield finding
        }
      }
      const outcome = async () => {
        asked.push('outcome')
        return { coverage: makeCoverage({ findings: 2 }) }
      }
      const streamed = await joined(reporter({ findings: slowly(), outcome }, options))
      expect(asked).toEqual(['example-key', 'other-key', 'outcome'])
      expect(streamed).toBe(await joined(reporter(makeReport(findings), options)))
    })

    const expectHarmless = async (hostile: string): Promise<void> => {
      const finding = makeFinding({
        location: { path: hostile, line: 3, column: 1, endLine: 3, endColumn: 9 },
        excerpt: `${hostile} exam…`,
        focus: hostile.length + 1,
        reasons: [hostile],
        title: `Example ${hostile}`,
      })
      const skipped = [{ path: hostile, reason: 'unreadable', detail: hostile } as const]
      const outcome = { coverage: makeCoverage({ skipped }), stopped: hostile }
      const report = await joined(
        reporter(makeReport([finding, finding], outcome), { ...options, verbose: true }),
      )
      expect(report).not.toMatch(obeyed)
      expect(commands === undefined ? report : report.replace(commands, '')).not.toMatch(/^\s*::/m)
      expect(report).not.toMatch(/##\w*\[/)
      expect(read(report).map(({ ruleId }) => ruleId)).toEqual(['example-key', 'example-key'])
    }

    it.each(hostileTexts.map((text, index) => [index, text] as const))(
      'writes nothing that is obeyed: hostile text %i',
      (_index, hostile) => expectHarmless(hostile),
    )

    it('writes nothing that is obeyed, whatever a finding holds', async () => {
      const pieces = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...hostileTexts))
      const texts = fc.array(pieces, { minLength: 1, maxLength: 4 }).map((parts) => `a${parts.join('')}`)
      await fc.assert(fc.asyncProperty(texts, expectHarmless), { seed: 3, numRuns: 200 })
    })

    it('writes ten thousand findings', async () => {
      const findings = Array.from({ length: 10_000 }, (_, index) =>
        makeFinding({ location: { path: `src/${index}.ts`, line: 1, column: 1, endLine: 1, endColumn: 9 } }),
      )
      const report = await joined(reporter(makeReport(findings), options))
      if (longest === undefined) {
        expect(read(report)).toHaveLength(10_000)
      } else {
        expect(report.length).toBeLessThanOrEqual(longest)
        expect(report).toContain(`${10_000 - read(report).length} more`)
      }
    })

    if (onlyFindings) return

    it('says that a scan that was stopped is not complete', async () => {
      const whole = await joined(reporter(makeReport([]), options))
      const stopped = await joined(reporter(makeReport([], { stopped: 'interrupted' }), options))
      expect(stopped).toContain('interrupted')
      expect(whole).not.toContain('interrupted')
    })

    it('tells apart a scan that could not read a file', async () => {
      const skipped = [{ path: 'locked/file', reason: 'unreadable', detail: 'EACCES' } as const]
      const report = await joined(reporter(makeReport([], { coverage: makeCoverage({ skipped }) }), options))
      expect(report).toContain('locked/file')
      expect(report).toContain('EACCES')
    })
  })
}
