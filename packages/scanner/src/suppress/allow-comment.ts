import { isDay, isOver } from './expiry.ts'

/** What a comment says after `tacet:allow`. */
export interface Allow {
  /** Ids of the rules whose findings it hides; none when it names none. */
  readonly rules: readonly string[]
  readonly reason?: string
  readonly until?: string
  /** Why it hides nothing, for a finding of this rule: what is wrong, and what to write. */
  readonly problem?: (ruleId: string) => string
}

/** Ids of rules, between commas. An id does not begin with a dash, so the dashes before a reason are none. */
const RULES = /^\s+([\w.][\w.:/-]*(?:\s*,\s*[\w.][\w.:/-]*)*)/
const EVERY = /^\s+\*/
const UNTIL = /^[\s,]*until\s+([^\s-][\w/.-]*)/
/** `-->` ends a comment of HTML. */
const DASHES = /^\s*(?:--(?!-?>)|—|–)\s*/
const UNTIL_AT_END = /[\s,;(]+until\s+(\d[\w/.-]*)\)?\s*$/
/** What ends a comment, with what follows it; and what ends a text that stands for one. */
const CLOSING = /\s*(?:(?:\*+\/|--+!?>|[%?]>|\}\}|#\}|\*\)).*|["'],?\s*)$/s

/**
 * Reads what follows `tacet:allow` on its line: ` <rule>[, <rule>] [until <day>] -- <reason>`; the day may also end
 * the reason.
 *
 * @param text - to the end of the line
 * @param today - `2027-01-31`, in UTC
 */
export function parseAllow(text: string, today: string): Allow {
  const [head = '', names = ''] = RULES.exec(text) ?? []
  const rules = names === '' || names === 'until' ? [] : names.split(/\s*,\s*/)
  let rest = rules.length > 0 ? text.slice(head.length) : text.replace(EVERY, '')
  const [stated = '', day] = UNTIL.exec(rest) ?? []
  rest = rest.slice(stated.length)
  const dashes = DASHES.exec(rest)
  const said = dashes ? rest.slice(dashes[0].length).replace(CLOSING, '').trim() : ''
  const [ending = '', lastDay] = day === undefined ? (UNTIL_AT_END.exec(said) ?? []) : []
  const until = day ?? lastDay
  const reason = said.slice(0, said.length - ending.length).trim()
  const problem = problemOf(rules, reason, until, today)
  return {
    rules,
    ...(reason === '' ? {} : { reason }),
    ...(until === undefined ? {} : { until }),
    ...(problem === undefined ? {} : { problem }),
  }
}

function problemOf(
  rules: readonly string[],
  reason: string,
  until: string | undefined,
  today: string,
): Allow['problem'] {
  if (rules.length === 0) {
    return (id) => `the comment tacet:allow names no rule: write tacet:allow ${id} -- and the reason`
  }
  if (reason === '') {
    return (id) => `the comment tacet:allow gives no reason: write tacet:allow ${id} -- and the reason`
  }
  if (until !== undefined && !isDay(until)) {
    return () =>
      `the comment tacet:allow ends on no day that there is: write until ${today.slice(0, 4)}-12-31`
  }
  return isOver(until, today) ? () => `the comment tacet:allow ended on ${until}` : undefined
}
