import { type Rule, seededRandom } from '@tacet/rules'

/** What the rule nearly matches, once each, and its keywords. */
export function nearMissUnit(rule: Rule): string {
  const sample = rule.sample(seededRandom(11))
  const texts = [...rule.nearMisses.map((nearMiss) => nearMiss(sample)), ...rule.keywords.slice(0, 4)]
  return `${texts.join(' ')} `
}

/** A text of this length, made of what the rule nearly matches. */
export function nearMissText(rule: Rule, length: number): string {
  const unit = nearMissUnit(rule)
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
}
