import { type Rule, seededRandom } from '@tacet/rules'

/** What the rule nearly matches, once each, and its keywords. */
export function nearMissUnit(rule: Rule): string {
  const sample = rule.sample(seededRandom(11))
  const texts = [...rule.nearMisses.map((nearMiss) => nearMiss(sample)), ...rule.keywords.slice(0, 4)]
  return `${texts.join(' ')} `
}
