import { boundaryReach, type Rule, rules } from '@tacet/rules'
import { describe, expect, it } from 'vitest'
import { nearMissText } from '../helpers/near-miss-text.ts'
import { keywordSpans } from '../helpers/rule-matches.ts'

/** What a search costs: units shown to the pattern, and how often it is run. Spans that touch are searched once. */
function cost(rule: Rule, text: string): { units: number; runs: number } {
  const spans = keywordSpans(rule, text).sort((a, b) => a.start - b.start)
  const regions: { start: number; end: number }[] = []
  for (const { start, end } of spans) {
    const last = regions.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else regions.push({ start, end })
  }
  const total = { units: 0, runs: 0 }
  for (const { start, end } of regions) {
    const region = text.slice(Math.max(0, start - boundaryReach), end + boundaryReach)
    const pattern = new RegExp(rule.pattern)
    total.units += region.length
    do total.runs++
    while (pattern.exec(region))
  }
  return total
}

describe('a file of near misses', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    'costs %s no more than in proportion to its length',
    (_id, rule) => {
      const length = 16_384
      const [once, twice] = [
        cost(rule, nearMissText(rule, length)),
        cost(rule, nearMissText(rule, 2 * length)),
      ]
      expect(once.units).toBeLessThanOrEqual(2 * length)
      expect(twice.units).toBeLessThanOrEqual(2.2 * once.units + 64)
      expect(twice.runs).toBeLessThanOrEqual(2.2 * once.runs + 64)
    },
  )

  it('of a megabyte is worked off by every rule', () => {
    const mixed = rules
      .map((rule) => nearMissText(rule, 4096))
      .join('\n')
      .slice(0, 1_048_576)
    let units = 0
    for (const rule of rules) units += cost(rule, mixed).units
    expect(units).toBeLessThan(rules.length * mixed.length)
  })
})
