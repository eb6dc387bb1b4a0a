import type { Confidence, Rule } from '@tacet/rules'

export interface RuleMatch {
  readonly secret: string
  readonly confidence: Confidence | 'none'
  readonly start: number
  readonly end: number
}

/** The spans that a rule promises to hold its matches, one for each place of a keyword. */
export function keywordSpans(rule: Rule, text: string): { start: number; at: number; end: number }[] {
  const lower = text.toLowerCase()
  return rule.keywords.flatMap((keyword) => {
    const spans: { start: number; at: number; end: number }[] = []
    for (let at = lower.indexOf(keyword); at >= 0; at = lower.indexOf(keyword, at + 1)) {
      spans.push({ start: at - rule.before, at, end: at + rule.longest })
    }
    return spans
  })
}

/** A path at which a rule looks at the start of a file; empty for any other rule. */
export function fileOf({ files = [] }: Rule): string {
  const [name] = files
  if (name === undefined) return ''
  return /^[a-z\d]/.test(name) ? `conf/${name}` : `conf/store${name}`
}

function secretsIn(rule: Rule, match: RegExpExecArray): { start: number; end: number; name?: string }[] {
  const { index, 0: whole } = match
  if (rule.within) {
    return rule.within(whole).map((span) => ({ ...span, start: index + span.start, end: index + span.end }))
  }
  const [start, end] = match.indices!.groups?.secret ?? [index, index + whole.length]
  return [{ start, end }]
}

/** What a rule makes of a text, read by the words of its interface: matches that no keyword leads to do not count. */
export function ruleMatches(rule: Rule, text: string, path = fileOf(rule)): RuleMatch[] {
  const atStart = rule.files?.some((name) => path.endsWith(name))
    ? [{ start: 0, at: 0, end: rule.longest }]
    : []
  const spans = [...keywordSpans(rule, text), ...atStart]
  if (spans.length === 0) return []
  const matches: RuleMatch[] = []
  const pattern = new RegExp(rule.pattern)
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const from = match.index
    const to = from + match[0].length
    if (!spans.some((span) => from >= span.start && from <= span.at && to <= span.end)) {
      pattern.lastIndex = from + 1
      continue
    }
    const before = matches.length
    for (const { start, end, name } of secretsIn(rule, match)) {
      const secret = text.slice(start, end)
      const groups = { ...match.groups, ...(name === undefined ? {} : { name }) }
      const { confidence } = rule.judge({ secret, groups, text, start, end, path })
      matches.push({ secret, confidence, start, end })
    }
    if (matches.slice(before).every(({ confidence }) => confidence === 'none')) pattern.lastIndex = from + 1
  }
  return matches
}

/** Those that a scan reports by default, or would with the secrets that they identify. */
export function reported(rule: Rule, text: string, path = fileOf(rule)): RuleMatch[] {
  return ruleMatches(rule, text, path).filter(
    ({ confidence }) => confidence !== 'none' && (confidence !== 'low' || rule.identifies !== undefined),
  )
}
