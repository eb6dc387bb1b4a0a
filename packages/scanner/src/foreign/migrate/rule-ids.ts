import { rules as allRules } from '@tacet/rules'
import type { CustomRule } from '../../custom/custom-rule.ts'

const LONGEST = 80

/**
 * The rules by names that a `tacet.json` takes: of letters, digits, dashes and dots, and none twice, also none that a
 * rule of Tacet has.
 *
 * @param notes - gets what is called otherwise
 */
export function withOwnIds(
  origin: string,
  rules: readonly CustomRule[],
  notes: string[],
): readonly CustomRule[] {
  const taken = new Set(allRules.map(({ id }) => id))
  const ids = new Map<string, string>()
  for (const { id } of rules) {
    const word = id
      .replace(/[^\w.-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+|-+$/g, '')
      .slice(0, LONGEST)
    const wanted = word === '' ? 'rule' : word
    let free = wanted
    for (let count = 1; taken.has(free); count++) free = `own-${wanted}${count > 1 ? `-${count}` : ''}`
    taken.add(free)
    ids.set(id, free)
    if (free !== id) notes.push(`${origin}: the rule ${id} is called ${free}`)
  }
  return rules.map(({ required, ...rule }) => ({
    ...rule,
    id: ids.get(rule.id)!,
    title: rule.title ?? rule.id,
    ...(required ? { required: required.map((each) => ({ ...each, id: ids.get(each.id)! })) } : {}),
  }))
}
