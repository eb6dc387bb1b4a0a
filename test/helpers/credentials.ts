import { rules, seededRandom } from '@tacet/rules'

/** A text that the rule with this id must find, made from a seed: equal seeds give equal texts. */
export const credential = (ruleId: string, seed = 1): string => {
  const rule = rules.find(({ id }) => id === ruleId)
  if (rule === undefined) throw new Error(`no rule ${ruleId}`)
  return rule.sample(seededRandom(seed))
}
