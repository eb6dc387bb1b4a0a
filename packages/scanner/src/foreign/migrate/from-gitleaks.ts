import { rules as allRules, type Rule } from '@tacet/rules'
import { checkCustomRules } from '../../custom/check-custom-rules.ts'
import type { CustomRule } from '../../custom/custom-rule.ts'
import type { TargetedAllow } from '../foreign-settings.ts'
import type { GitleaksConfig } from '../gitleaks-config.ts'
import { allowOf } from '../gitleaks-schema.ts'
import { isSameKind } from '../same-kind.ts'
import { pathGlobs } from './path-globs.ts'
import { withOwnIds } from './rule-ids.ts'
import type { AllowEntry, Translation } from './translation.ts'

/** What an entry holds a value against when it holds it against a text. */
const quoted = (text: string): string => `(?i)${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`

/** Turns a configuration of gitleaks, read with all that it extends, into what a `tacet.json` says. */
export function fromGitleaks(origin: string, config: GitleaksConfig): Translation {
  const notes = [...config.notes]
  const everywhere = config.allow.filter(({ targetRules }) => !targetRules).map(allowOf)
  const named = withOwnIds(origin, usable(origin, config.rules, notes), notes)
  const customRules = named.map(({ origin: _, id, title = id, description, allow = [], ...rule }) => {
    const all = new Map([...allow, ...everywhere].map((entry) => [JSON.stringify(entry), entry]))
    return {
      id,
      title: title.slice(0, 300),
      ...(description ? { description: description.slice(0, 500) } : {}),
      ...rule,
      ...(all.size > 0 ? { allow: [...all.values()] } : {}),
    }
  })
  if (!config.usesDefault && config.rules.length > 0) {
    notes.push(
      `${origin}: it turns off the default rules of gitleaks; those of Tacet stay on, turn off by "rules" what you do not want`,
    )
  }
  const off = config.disabled.flatMap((id) => {
    const ids = /generic/i.test(id)
      ? ['provider:generic']
      : allRules.some((rule) => rule.id === id)
        ? [id]
        : []
    if (ids.length === 0) notes.push(`${origin}: no rule of Tacet is called ${id}, so none is off for it`)
    return ids
  })
  const allow = config.allow.flatMap((entry) => entriesOf(origin, entry, notes))
  return { exclude: [], off, allow, customRules, notes }
}

/** The rules without those that gitleaks puts up with, and that are errors in a configuration of ours. */
function usable(origin: string, rules: readonly CustomRule[], notes: string[]): readonly CustomRule[] {
  const wrong = new Map(checkCustomRules(rules).map(({ index, message }) => [index, message]))
  if (wrong.size === 0) return rules
  for (const [index, message] of wrong) {
    notes.push(`${origin}: the rule ${rules[index]!.id} is left out: ${message}`)
  }
  // Others may have required them.
  return usable(
    origin,
    rules.filter((_, index) => !wrong.has(index)),
    notes,
  )
}

/** What an allowlist allows in findings of our rules. */
function entriesOf(origin: string, entry: TargetedAllow, notes: string[]): readonly AllowEntry[] {
  const { description, condition, paths = [], regexes = [], stopwords = [], commits = [] } = entry
  const reason = description || `allowed in ${origin}`
  const lost = (what: string): void => {
    notes.push(`${origin}: an allowlist (${reason}) ${what}, which has no equivalent for the rules of Tacet`)
  }
  const tests: Partial<AllowEntry>[][] = []
  if (paths.length > 0) tests.push(paths.flatMap((path) => pathEntries(path, lost)))
  const { regexTarget = 'secret' } = entry
  const values = stopwords.map((word) => ({ valueRegex: quoted(word) }))
  if (regexes.length > 0 && regexTarget !== 'secret') {
    lost(`has expressions for the ${regexTarget}`)
    if (condition === 'and') return []
  }
  const own = regexTarget === 'secret' ? regexes.map((regex) => ({ valueRegex: regex })) : []
  if (condition === 'and' && own.length > 0 && values.length > 0) {
    lost('has both expressions and stopwords, all of which must hold')
    return []
  }
  if (own.length + values.length > 0) tests.push([...own, ...values])
  if (commits.length > 0) tests.push(commits.filter(isCommit).map((commit) => ({ commit })))
  const combined =
    condition === 'and'
      ? tests.reduce((all, next) => all.flatMap((one) => next.map((each) => ({ ...one, ...each }))), [{}])
      : tests.flat()
  return combined
    .filter((test) => Object.keys(test).length > 0)
    .flatMap((test) => rulesOf(entry).map((rule) => ({ reason, ...rule, ...test })))
}

function pathEntries(path: string, lost: (what: string) => void): readonly Partial<AllowEntry>[] {
  const globs = pathGlobs(path)
  if (!globs) lost(`has the path ${JSON.stringify(path)}`)
  return (globs ?? []).map((glob) => ({ path: glob }))
}

const isCommit = (commit: string): boolean => /^[0-9a-f]{7,64}$/.test(commit)

/** The rules of ours that an entry is meant for; all when it names none. */
function rulesOf({ targetRules }: TargetedAllow): readonly { readonly rule?: string }[] {
  if (!targetRules) return [{}]
  const isMeant = (rule: Rule): boolean => targetRules.some((id) => isSameKind(id, rule))
  const meant = allRules.filter(isMeant)
  return meant.length > 50 ? [{}] : meant.map(({ id }) => ({ rule: id }))
}
