import { checkCustomRules, MATCHES_EMPTY, NEVER_MATCHES } from '../custom/check-custom-rules.ts'
import type { CustomRule } from '../custom/custom-rule.ts'
import type { TargetedAllow } from './foreign-settings.ts'
import { GitleaksDocument } from './gitleaks-document.ts'
import { allowOf, type RawRule, readGitleaks } from './gitleaks-schema.ts'

/** What a `.gitleaks.toml` says, with all that it extends. */
export interface GitleaksConfig {
  /** Rules that are whole by themselves. */
  readonly rules: readonly CustomRule[]
  /** What is allowed in findings of all rules, or of those that are named. */
  readonly allow: readonly TargetedAllow[]
  /** Whether it builds on the default rules of gitleaks, or has no rules of its own. */
  readonly usesDefault: boolean
  /** Ids of default rules that it turns off. */
  readonly disabled: readonly string[]
  /** What a reader should know: unknown keys, and what has no equivalent. */
  readonly notes: readonly string[]
}

/** Reads a file that a configuration extends, as the configuration names it. Throws when it may not, or cannot. */
export type ReadExtended = (path: string) => { readonly origin: string; readonly text: string }

/** As deep as gitleaks goes. */
const DEEPEST = 2

/**
 * Reads a configuration of gitleaks 8 as it is. Its default rules are not there: ours stand in for them.
 *
 * @param origin - as messages call the file
 * @throws ScanError `invalid-config`, with the lines of all that is wrong
 */
export function readGitleaksConfig(origin: string, text: string, readExtended: ReadExtended): GitleaksConfig {
  const notes: string[] = []
  const merged = read(origin, text, readExtended, notes, 0)
  const { rules, changes } = apart(merged, notes)
  const document = merged.document
  const asRules = rules.map((rule) => customRule(rule, origin))
  for (const { index, at, message } of checkCustomRules(asRules)) {
    if (message === MATCHES_EMPTY || message === NEVER_MATCHES) continue
    document.problem(rules[index]!.document.lineOfRule(rules[index]!.id, at), message, rules[index]!.document)
  }
  const known = new Set([...rules.map(({ id }) => id), ...changes.map(({ id }) => id)])
  for (const { targetRules = [] } of merged.allow) {
    const missing = targetRules.filter((id) => !known.has(id))
    if (missing.length > 0 && !merged.usesDefault) {
      document.problem(
        document.lineOf('targetrules'),
        `there is no rule ${missing.join(', ')} to allow anything of`,
      )
    }
  }
  document.check()
  const targeted = changes.flatMap(({ id, allow = [] }) =>
    allow.map((each) => ({ ...each, targetRules: [id] })),
  )
  // What is allowed everywhere does not stand for what another rule requires either.
  const required = new Set(asRules.flatMap((rule) => rule.required?.map(({ id }) => id) ?? []))
  const everywhere = merged.allow.filter(({ targetRules }) => !targetRules)
  return {
    rules: asRules.map((rule) =>
      withAllowed(rule, [
        ...merged.allow.filter(({ targetRules }) => targetRules?.includes(rule.id)),
        ...(required.has(rule.id) ? everywhere : []),
      ]),
    ),
    allow: [...merged.allow.flatMap((entry) => ofOthers(entry, asRules)), ...targeted],
    usesDefault: merged.usesDefault || asRules.length === 0,
    disabled: merged.disabled,
    notes,
  }
}

interface SourcedRule extends RawRule {
  readonly document: GitleaksDocument
}

interface Merged {
  readonly document: GitleaksDocument
  readonly rules: readonly SourcedRule[]
  readonly allow: readonly TargetedAllow[]
  readonly usesDefault: boolean
  readonly disabled: readonly string[]
}

function read(
  origin: string,
  text: string,
  readExtended: ReadExtended,
  notes: string[],
  depth: number,
): Merged {
  const document = new GitleaksDocument(origin, text)
  const raw = readGitleaks(document)
  document.check()
  for (const note of document.notes) notes.push(note)
  const { extend } = raw
  const own = lastOfEach(raw.rules.map((rule) => ({ ...rule, document })))
  if (own.length < raw.rules.length) notes.push(`${origin}: of rules with the same id the last one counts`)
  const merged = {
    document,
    rules: own,
    allow: raw.allow,
    usesDefault: extend.useDefault,
    disabled: extend.disabled,
  }
  if (depth >= DEEPEST || extend.path === undefined) return merged
  if (extend.useDefault) {
    document.problem(
      document.lineOf('path'),
      'extend has both path and useDefault: gitleaks takes one of them',
    )
    document.check()
  }
  const { origin: baseOrigin, text: baseText } = readExtended(extend.path)
  const base = read(baseOrigin, baseText, readExtended, notes, depth + 1)
  const kept = base.rules.filter(({ id }) => !extend.disabled.includes(id))
  return {
    document,
    rules: joined(kept, own),
    allow: [...raw.allow, ...base.allow],
    usesDefault: base.usesDefault,
    disabled: base.usesDefault ? [...base.disabled, ...extend.disabled] : base.disabled,
  }
}

const lastOfEach = (rules: readonly SourcedRule[]): readonly SourcedRule[] => [
  ...new Map(rules.map((rule) => [rule.id, rule])).values(),
]

/** Rules of a base, with what is said of them here, and those that are only here. */
function joined(base: readonly SourcedRule[], own: readonly SourcedRule[]): readonly SourcedRule[] {
  const byId = new Map(base.map((rule) => [rule.id, rule]))
  for (const rule of own) {
    const under = byId.get(rule.id)
    byId.set(rule.id, under ? over(under, rule) : rule)
  }
  return [...byId.values()]
}

function over(base: SourcedRule, own: SourcedRule): SourcedRule {
  const both = <Value>(a: readonly Value[] = [], b: readonly Value[] = []): readonly Value[] => [...a, ...b]
  const given = Object.fromEntries(
    Object.entries(own).filter(([, value]) => value !== undefined && value !== 0),
  )
  return {
    ...base,
    ...given,
    id: base.id,
    document: own.document,
    keywords: both(base.keywords, own.keywords),
    tags: both(base.tags, own.tags),
    allow: both(base.allow, own.allow),
    required: base.required,
    skipReport: base.skipReport,
  }
}

/** Rules that are whole, and changes to default rules, of which only what they allow can be taken over. */
function apart({ rules, usesDefault, document }: Merged, notes: string[]) {
  const isWhole = ({ regex, path }: SourcedRule): boolean => regex !== undefined || path !== undefined
  if (!usesDefault) return { rules, changes: [] as readonly SourcedRule[] }
  const changes = rules.filter((rule) => !isWhole(rule))
  for (const { id, entropy, keywords, secretGroup } of changes) {
    if (entropy || keywords?.length || secretGroup) {
      notes.push(
        `${document.origin}: entropy, keywords and secretGroup of the default rule ${id} have no equivalent here, and were left out`,
      )
    }
  }
  return { rules: rules.filter(isWhole), changes }
}

const customRule = ({ document, allow, ...rule }: SourcedRule, origin: string): CustomRule => ({
  ...Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)),
  id: rule.id,
  title: rule.description ?? rule.id,
  origin,
  ...(/generic/i.test(rule.id) ? { provider: 'generic' } : {}),
  ...(allow && allow.length > 0 ? { allow: allow.map(allowOf) } : {}),
})

/** The rule with more that is allowed in its findings. */
const withAllowed = (rule: CustomRule, more: readonly TargetedAllow[]): CustomRule =>
  more.length === 0 ? rule : { ...rule, allow: [...(rule.allow ?? []), ...more.map(allowOf)] }

/** The entry without the rules of the file itself; none when it is meant for no others. */
function ofOthers(entry: TargetedAllow, rules: readonly CustomRule[]): readonly TargetedAllow[] {
  if (!entry.targetRules) return [entry]
  const targetRules = entry.targetRules.filter((id) => !rules.some((rule) => rule.id === id))
  return targetRules.length === 0 ? [] : [{ ...entry, targetRules }]
}
