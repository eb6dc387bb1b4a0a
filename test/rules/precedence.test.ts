import { providerRules, rules, seededRandom } from '@tacet/rules'
import { describe, expect, it } from 'vitest'
import { fileOf, reported } from '../helpers/rule-matches.ts'

describe('a sample', () => {
  it.each(rules.map((rule, order) => [rule.id, rule, order] as const))(
    'of %s is claimed by no rule before it',
    (_id, rule, order) => {
      for (let value = 1; value <= 3; value++) {
        const sample = rule.sample(seededRandom(value))
        const [own] = reported(rule, sample)
        const claims = rules
          .slice(0, order)
          .filter((other) =>
            reported(other, sample, fileOf(rule)).some(
              ({ start, end }) => start < own!.end && end > own!.start,
            ),
          )
        expect(claims.map(({ id }) => id)).toEqual([])
      }
    },
  )

  it.each(providerRules.map((rule) => [rule.id, rule] as const))(
    'of %s is claimed by no other provider',
    (_id, rule) => {
      const sample = rule.sample(seededRandom(5))
      const claims = providerRules.filter(
        (other) => other.provider !== rule.provider && reported(other, sample, fileOf(rule)).length > 0,
      )
      expect(claims.map(({ id }) => id)).toEqual([])
    },
  )
})
