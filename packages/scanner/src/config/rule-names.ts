import { closest } from '../closest.ts'
import type { RuleName } from './config-data.ts'
import { hasShape } from './glob.ts'

const PROVIDER = 'provider:'
const LONGEST = 200

/**
 * The ids of the rules that a text means: one by its id, those that a glob of ids matches, or those of a provider.
 *
 * @returns what is wrong with it when it means none
 */
export function ruleIds(text: string, rules: readonly RuleName[]): readonly string[] | string {
  if (text.length > LONGEST) return `no rule has a name of more than ${LONGEST} characters`
  const isProvider = text.startsWith(PROVIDER)
  const shape = (isProvider ? text.slice(PROVIDER.length) : text).toLowerCase()
  const name = ({ id, provider }: RuleName): string => (isProvider ? provider.toLowerCase() : id)
  const ids = rules.filter((rule) => hasShape(shape, name(rule))).map(({ id }) => id)
  return ids.length > 0 ? ids : unknownRule(text, rules)
}

function unknownRule(text: string, rules: readonly RuleName[]): string {
  const providers = [...new Set(rules.map(({ provider }) => `${PROVIDER}${provider}`))]
  const isProvider = text.startsWith(PROVIDER)
  const near = closest(text, isProvider ? providers : rules.map(({ id }) => id))
  if (near !== undefined) return `unknown rule ${JSON.stringify(text)}: did you mean ${JSON.stringify(near)}?`
  const named = providers.find((each) => each.slice(PROVIDER.length).toLowerCase() === text.toLowerCase())
  if (named !== undefined)
    return `unknown rule ${JSON.stringify(text)}: did you mean ${JSON.stringify(named)}?`
  return text.includes('*')
    ? `no rule fits ${JSON.stringify(text)}: tacet rules list has them all`
    : `unknown rule ${JSON.stringify(text)}: tacet rules list has them all`
}
