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

/** What a rule makes of a text, read by the words of its interface: matches that no keyword leads to do not count. */
export function ruleMatches(rule: Rule, text: string, path = ''): RuleMatch[] {
  const spans = keywordSpans(rule, text)
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
    const [start, end] = match.indices!.groups?.secret ?? [from, to]
    const secret = text.slice(start, end)
    const { confidence } = rule.judge({ secret, groups: match.groups ?? {}, text, start, end, path })
    matches.push({ secret, confidence, start, end })
    if (confidence === 'none') pattern.lastIndex = from + 1
  }
  return matches
}

/** Those that a scan reports by default. */
export function reported(rule: Rule, text: string, path = ''): RuleMatch[] {
  return ruleMatches(rule, text, path).filter(
    ({ confidence }) => confidence !== 'none' && confidence !== 'low',
  )
}
