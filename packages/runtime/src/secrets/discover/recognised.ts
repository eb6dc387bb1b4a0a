import { type Confidence, type Rule, rules } from '@tacet/rules'
import type { Recognised, Suspect } from './evidence.ts'

const sure: ReadonlySet<Confidence | 'none'> = new Set(['very-high', 'high', 'medium'])

/** What the rules find in the value where it stands: a variable in its line, a file by itself. */
export function recognised({ name, value, mounted }: Suspect): Recognised {
  const text = mounted ? value : `${name}=${value}`
  const lower = text.toLowerCase()
  const secrets = new Set<string>()
  let title = ''
  let doubted: string | undefined
  for (const rule of rules) {
    // An identifier is no secret, and a manifest or a table is no value of a variable.
    if (rule.identifies || rule.within || !rule.keywords.some((keyword) => lower.includes(keyword))) continue
    for (const match of text.matchAll(rule.pattern)) {
      const [start, end] = match.indices!.groups?.secret ?? match.indices![0]!
      const secret = text.slice(start, end)
      const { confidence, reasons } = judged(rule, { secret, text, start, end, groups: match.groups ?? {} })
      if (sure.has(confidence)) {
        title ||= rule.title
        secrets.add(secret)
      } else if (confidence === 'low') doubted ??= `it may be: ${rule.title}; but: ${reasons.join(', ')}`
    }
  }
  return { secrets: [...secrets], title, doubt: doubted }
}

const judged = (rule: Rule, candidate: Omit<Parameters<Rule['judge']>[0], 'path'>) =>
  rule.judge({ ...candidate, path: '' })
