import type { CustomAllow, CustomRule } from './custom-rule.ts'
import { ExpressionError, expression } from './expression.ts'

/** What is wrong with a rule, or with an allow entry. */
export interface CustomProblem {
  /** Which of the rules, from 0. */
  readonly index: number
  /** Where in the rule: `['allow', 0, 'regexes', 1]`. */
  readonly at: readonly (string | number)[]
  readonly message: string
}

/** A rule of which this is said can be searched for all the same: what is empty is passed over. */
export const MATCHES_EMPTY = 'it matches the empty text, and so everywhere'

/** The same of one that finds nothing. */
export const NEVER_MATCHES =
  'it can never match: ^ stands only where a text begins, $ only where it ends; the characters are \\^ and \\$'

type Tell = (at: readonly (string | number)[], message: string) => void

const EMPTY = Buffer.alloc(0)

/** What is wrong with rules of a user's own; nothing when they can be searched for. */
export function checkCustomRules(rules: readonly CustomRule[]): readonly CustomProblem[] {
  const problems: CustomProblem[] = []
  const ids = new Set<string>()
  rules.forEach((rule, index) => {
    const tell: Tell = (at, message) => problems.push({ index, at, message })
    if (rule.id.trim() === '') tell(['id'], 'a rule needs an id')
    else if (ids.has(rule.id)) tell(['id'], `there are two rules ${rule.id}: give each an id of its own`)
    ids.add(rule.id)
    checkRule(rule, tell)
    rule.required?.forEach(({ id }, at) => {
      if (!rules.some((other) => other.id === id)) {
        tell(['required', at, 'id'], `it requires the rule ${JSON.stringify(id)}, which is not there`)
      }
    })
  })
  return problems
}

function checkRule({ regex, path, secretGroup, allow, keywords }: CustomRule, tell: Tell): void {
  if (regex === undefined && path === undefined) {
    tell([], 'it can never match: it has neither a regex nor a path')
  }
  checkExpression(path, ['path'], tell)
  if (keywords?.includes('')) tell(['keywords'], 'an empty keyword is in everything: leave keywords out')
  const matches = checkExpression(regex, ['regex'], tell)
  if (matches?.test(EMPTY)) tell(['regex'], MATCHES_EMPTY)
  if (matches && secretGroup !== undefined && secretGroup > matches.groupCount) {
    tell(['secretGroup'], `the regex has ${matches.groupCount} groups: there is no group ${secretGroup}`)
  }
  allow?.forEach((entry, index) => {
    checkAllow(entry, (at, message) => tell(['allow', index, ...at], message))
  })
}

/** Tells what is wrong with an allow entry. */
export function checkAllow({ paths, regexes, commits, stopwords }: CustomAllow, tell: Tell): void {
  if (![paths, regexes, commits, stopwords].some((list) => list && list.length > 0)) {
    tell([], 'it allows nothing: give it paths, regexes, commits or stopwords')
  }
  paths?.forEach((source, index) => {
    checkExpression(source, ['paths', index], tell)
  })
  regexes?.forEach((source, index) => {
    checkExpression(source, ['regexes', index], tell)
  })
  if (stopwords?.some((word) => word === '')) tell(['stopwords'], 'an empty word is in everything')
}

function checkExpression(source: string | undefined, at: readonly (string | number)[], tell: Tell) {
  if (source === undefined) return undefined
  try {
    const compiled = expression(source)
    if (!compiled.canMatch()) tell(at, NEVER_MATCHES)
    return compiled
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    tell(at, error.message)
    return undefined
  }
}
