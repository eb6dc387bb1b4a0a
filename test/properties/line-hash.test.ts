import { reporters } from '@tacet/scanner'
import fc from 'fast-check'
import type { Log } from 'sarif'
import { expect, it } from 'vitest'
import { joined, makeFinding, makeReport } from '../helpers/findings.ts'

/** The hash of GitHub's uploader, straight from its description, with no regard for cost. */
const oracle = (text: string): string[] => {
  const characters: number[] = []
  const lineStarts = [0]
  let afterReturn = false
  for (let index = 0; index < text.length; index++) {
    const unit = text[index]!
    const skip = unit === ' ' || unit === '\t' || (unit === '\n' && afterReturn)
    afterReturn = unit === '\r'
    if (skip) continue
    characters.push(unit === '\r' ? 10 : unit.charCodeAt(0))
    if (characters.at(-1) === 10) lineStarts.push(characters.length)
  }
  characters.push(65_535)
  const counts: Record<string, number> = {}
  return lineStarts.map((start) => {
    let hash = 0n
    for (let offset = 0; offset < 100; offset++) {
      hash = BigInt.asUintN(64, hash * 37n + BigInt(characters[start + offset] ?? 0))
    }
    const name = hash.toString(16)
    counts[name] = (counts[name] ?? 0) + 1
    return `${name}:${counts[name]}`
  })
}

// Few letters, so that lines repeat; with every kind of line end and blank, and what takes two units.
const texts = fc
  .array(fc.constantFrom('a', 'b', ' ', '\t', '\n', '\r', '\r\n', 'é', '🔑', 'a long stretch '.repeat(9)), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''))

it('the line hash of a SARIF result is the one of GitHub for any text', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const expected = oracle(text)
      const findings = expected.map((_, index) =>
        makeFinding({
          location: { path: 'a', line: index + 1, column: 1, endLine: index + 1, endColumn: 2 },
        }),
      )
      const options = { version: '1.2.3', readText: async () => text }
      const { runs } = JSON.parse(await joined(reporters.sarif(makeReport(findings), options))) as Log
      expect(runs[0]!.results!.map((result) => result.partialFingerprints!.primaryLocationLineHash)).toEqual(
        expected,
      )
    }),
    { seed: 7, numRuns: 300 },
  )
})
