import { rules } from '@tacet/rules'
import { describe, expect, it } from 'vitest'
import { candidateFinder } from '../../packages/scanner/src/detect/candidates.ts'
import { nearMissText, nearMissUnit } from '../helpers/near-miss-text.ts'
import { fileOf } from '../helpers/rule-matches.ts'
import { countSteps } from '../helpers/steps.ts'

const LENGTH = 6144

describe('a scan of near misses', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    'takes %s no more steps than in proportion to their length',
    (_id, rule) => {
      const finder = candidateFinder([rule])
      const unit = nearMissUnit(rule)
      const text = unit.repeat(Math.ceil(LENGTH / unit.length))
      const texts = [1, 2, 4].map((times) => Buffer.from(text.repeat(times)))
      const [once, twice, fourfold] = texts.map((bytes) =>
        countSteps(() => finder.find(bytes, fileOf(rule) || 'app.js', true)),
      )
      expect(once).toBeGreaterThan(0)
      expect(twice).toBeLessThanOrEqual(2.2 * once! + 512)
      expect(fourfold).toBeLessThanOrEqual(4.4 * once! + 1024)
      expect(fourfold! / texts[2]!.length).toBeLessThan(64)
    },
  )

  it('of a whole megabyte of all rules takes few steps a byte', () => {
    const share = Math.ceil(1_048_576 / rules.length)
    const mixed = Buffer.from(rules.map((rule) => nearMissText(rule, share)).join('\n'))
    const steps = countSteps(() => candidateFinder(rules).find(mixed, 'app.js'))
    expect(steps / mixed.length).toBeLessThan(64)
  })
})
