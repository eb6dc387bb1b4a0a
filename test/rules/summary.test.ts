import { rules as made, type Rule } from '@tacet/rules'
import { expect, test } from 'vitest'
import { summaryOf } from '../../packages/rules/src/summary.ts'

const bundle = new URL('../../packages/rules/dist/bundle.js', import.meta.url)
const { rules } = (await import(bundle.href)) as { rules: readonly Rule[] }

/** All that can be told of a rule apart, texts for what only does something. */
const described = (rule: Rule) => ({
  ...rule,
  pattern: String(rule.pattern),
  judge: typeof rule.judge,
  sample: typeof rule.sample,
  within: typeof rule.within,
  nearMisses: rule.nearMisses.length,
  token: rule.token,
  literals: rule.literals,
  reference: rule.reference,
  revoke: rule.revoke,
  companions: rule.companions,
  follows: rule.follows,
})

test('what is built has the same rules, though most of them are made when they are asked for', () => {
  expect(rules.map(({ id }) => id)).toEqual(made.map(({ id }) => id))
  for (const [index, rule] of rules.entries()) expect(described(rule)).toEqual(described(made[index]!))
})

test('what is searched for is known of a rule before it is made', () => {
  expect(rules.map(summaryOf)).toEqual(made.map(summaryOf))
})

test('a rule that was copied is whole', () => {
  const copied = { ...rules[0]! }
  expect(copied.sample(() => 0.5)).toBe(made[0]!.sample(() => 0.5))
  expect(copied.pattern).toEqual(made[0]!.pattern)
})
