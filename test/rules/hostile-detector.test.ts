import { type Rule, rules } from '@tacet/rules'
import { describe, expect, it } from 'vitest'
import { candidateFinder } from '../../packages/scanner/src/detect/candidates.ts'
import { nearMissText, nearMissUnit } from '../helpers/near-miss-text.ts'
import { fileOf } from '../helpers/rule-matches.ts'
import { countSteps } from '../helpers/steps.ts'

const MEGABYTE = 1 << 20
const MOST_STEPS_A_BYTE = 64
// Where the stretches that are looked at begin changes from one repetition to the next, within their reach.
const TOLERANCE = 0.02

/** Steps of a scan of what the rule nearly matches, so many times over. */
function stepsOf(rule: Rule): (times: number) => number {
  const finder = candidateFinder([rule])
  const unit = nearMissUnit(rule)
  const path = fileOf(rule) || 'app.js'
  return (times) => countSteps(() => finder.find(Buffer.from(unit.repeat(times)), path, true))
}

// A token is found by its parts, all in one way; what is found by code of its own is fed with all of a megabyte.
const isCode = ({ token, literals }: Rule): boolean => token === undefined && literals === undefined

describe('a scan of near misses', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    'takes %s as many more steps as there is more of them',
    (_id, rule) => {
      const steps = stepsOf(rule)
      const { length } = Buffer.from(nearMissUnit(rule))
      // Past both ends of the text, whose steps are few: then, each time more costs the same.
      const times = Math.ceil(Math.max(8192, 2 * (rule.before + rule.longest + rule.contextReach)) / length)
      const [once, twice, fourfold] = [steps(times), steps(2 * times), steps(4 * times)]
      const each = (twice - once) / times
      expect(once).toBeGreaterThan(0)
      expect(Math.abs(fourfold / (twice + 2 * times * each) - 1)).toBeLessThan(TOLERANCE)
      expect(fourfold / (4 * times * length)).toBeLessThan(MOST_STEPS_A_BYTE)
      if (!isCode(rule)) return
      const all = Math.ceil(MEGABYTE / length)
      expect(Math.abs(steps(all) / (once + (all - times) * each) - 1)).toBeLessThan(TOLERANCE)
    },
  )

  it('of a whole megabyte of all rules takes few steps a byte', () => {
    const share = Math.ceil(MEGABYTE / rules.length)
    const mixed = Buffer.from(rules.map((rule) => nearMissText(rule, share)).join('\n'))
    const steps = countSteps(() => candidateFinder(rules).find(mixed, 'app.js'))
    expect(steps / mixed.length).toBeLessThan(MOST_STEPS_A_BYTE)
  })
})
