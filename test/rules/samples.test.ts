import { type Rule, rules, seededRandom } from '@tacet/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embeddings } from '../helpers/embeddings.ts'
import { reported, ruleMatches } from '../helpers/rule-matches.ts'

const seed = 20_261_124
// What stands in a line of its own by its format, or is known by where it stands, is not looked for elsewhere.
const bound = new Set(['netrc-password', 'pgpass-password'])
const isFree = (rule: Rule): boolean => rule.provider !== 'generic' && !rule.files && !bound.has(rule.id)

const seeds = fc.integer({ min: 0, max: 2 ** 31 })

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it('finds its samples, alone and whole', () => {
    fc.assert(
      fc.property(seeds, (value) => {
        const sample = rule.sample(seededRandom(value))
        return reported(rule, sample).length === 1 && sample.length <= rule.longest + 200
      }),
      { seed, numRuns: 25 },
    )
  })

  it('makes equal samples of equal seeds, and others of others', () => {
    const [first, again, other] = [7, 7, 8].map((value) => rule.sample(seededRandom(value)))
    expect(again === first).toBe(true)
    expect(other === first).toBe(false)
  })

  it('leaves near misses alone', () => {
    const taken = new Set<number>()
    for (let value = 1; value <= 8; value++) {
      const sample = rule.sample(seededRandom(value))
      rule.nearMisses.forEach((nearMiss, index) => {
        const text = nearMiss(sample)
        if (text === sample || reported(rule, text).length > 0) taken.add(index)
      })
    }
    expect([...taken]).toEqual([])
  })

  it('has no match longer than it says', () => {
    for (let value = 1; value <= 20; value++) {
      const longest = Math.max(
        ...ruleMatches(rule, rule.sample(seededRandom(value))).map(({ end, start }) => end - start),
      )
      expect(longest).toBeLessThanOrEqual(rule.longest)
    }
  })
})

describe('the same secret is found wherever a sample stands', () => {
  it.each(rules.filter(isFree).map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
    const missed = new Set<string>()
    for (let value = 1; value <= 4; value++) {
      const sample = rule.sample(seededRandom(value))
      const [alone] = reported(rule, sample)
      for (const { name, embed, written = (text: string) => text } of embeddings) {
        const found = reported(rule, embed(sample))
        if (!found.some(({ secret }) => secret === written(alone!.secret))) missed.add(name)
      }
    }
    expect([...missed]).toEqual([])
  })
})
