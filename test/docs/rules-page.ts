import { type Rule, seededRandom } from '@tacet/rules'

const INTRO = `<!-- Made from the rules by: npx vitest run test/docs/rules.test.ts -u -->

# Rules
`

const LEGEND = `
- **Severity** says how much harm a leak does.
- **Confidence** is that of a clear match: a generated credential in its usual place. It is lower near the names of
  placeholders and in example files, and when a checksum fails. A scan reports \`medium\` and above unless told otherwise.
- **Checksum** says that the credential holds one that Tacet verifies.
- **Pages** are the provider's: the one that describes the credential, and the one that revokes it.

Where two rules claim the same text, the earlier one has it. [A rule of your own](scanner-api.md#a-rule-of-your-own) is
a few lines.
`

const HEADER = `
| provider | what it finds | rule | severity | confidence | checksum | pages |
| --- | --- | --- | --- | --- | --- | --- |
`

/** The page that lists all rules, in Markdown. */
export function rulesPage(rules: readonly Rule[]): string {
  const providers = new Set(rules.map(({ provider }) => provider))
  const counts = `${rules.length} rules for ${providers.size} providers and kinds, in the order in which they count.`
  return `${INTRO}\n${counts}\n${LEGEND}${HEADER}${rules.map(row).join('')}`
}

function row(rule: Rule): string {
  const { confidence, reasons } = judged(rule)
  const checksum = reasons.includes('its checksum holds') ? 'yes' : ''
  const pages = [link('about', rule.reference), link('revoke', rule.revoke)].filter(Boolean).join(', ')
  return `| ${rule.provider} | ${rule.title} | \`${rule.id}\` | ${rule.severity} | ${confidence} | ${checksum} | ${pages} |\n`
}

function link(text: string, url: string | undefined): string {
  return url === undefined ? '' : `[${text}](${url})`
}

/** What a rule says of a sample of its own. */
function judged(rule: Rule): ReturnType<Rule['judge']> {
  const text = rule.sample(seededRandom(1))
  const match = new RegExp(rule.pattern).exec(text)!
  const inner = rule.within?.(match[0])[0]
  const [start, end] = inner
    ? [match.index + inner.start, match.index + inner.end]
    : (match.indices!.groups?.secret ?? match.indices![0]!)
  return rule.judge({
    secret: text.slice(start, end),
    groups: { ...match.groups, ...(inner ? { name: inner.name } : {}) },
    text,
    start,
    end,
    path: '',
  })
}
