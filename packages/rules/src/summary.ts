import { once } from './once.ts'
import type { Rule } from './rule.ts'

/** What has to be known of a rule to look for its keywords, as plain data. */
export type RuleSummary = Pick<
  Rule,
  'id' | 'provider' | 'keywords' | 'literals' | 'follows' | 'longest' | 'before' | 'contextReach'
>

/** By provider, in the order of `providers/index.ts`. */
export type Summaries = readonly (readonly RuleSummary[])[]

export function summaryOf(rule: Rule): RuleSummary {
  const { id, provider, keywords, literals, follows, longest, before, contextReach } = rule
  return { id, provider, keywords, literals, follows, longest, before, contextReach }
}

/**
 * A rule of which no more is made than its summary, until something else of it is asked for.
 *
 * @param make - makes the whole rule
 */
export function deferred(summary: RuleSummary, make: () => Rule): Rule {
  const made = once(make)
  return {
    ...summary,
    get title() {
      return made().title
    },
    get severity() {
      return made().severity
    },
    get pattern() {
      return made().pattern
    },
    get token() {
      return made().token
    },
    get judge() {
      return made().judge
    },
    get sample() {
      return made().sample
    },
    get nearMisses() {
      return made().nearMisses
    },
    get reference() {
      return made().reference
    },
    get revoke() {
      return made().revoke
    },
    get companions() {
      return made().companions
    },
  }
}
