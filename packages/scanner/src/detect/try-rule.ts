import type { Rule } from '@tacet/rules'
import type { Candidate } from './candidates.ts'
import { type Focus, isTouched } from './focus.ts'
import { mask } from './mask.ts'
import type { Region } from './region.ts'
import { endsWithSecret } from './secret-place.ts'

/** More than any pattern looks at before and after its match. */
export const LOOKAROUND = 64
/** No unit of UTF-16 takes more bytes of UTF-8. */
export const BYTES_A_UNIT = 3

/** A rule with the expressions that are made of it when it is tried first. */
export interface CompiledRule {
  readonly rule: Rule
  readonly order: number
  /** Matches in every text in which `probe` does; null where that is as cheap. */
  token: RegExp | null | undefined
  /** Matches at `lastIndex` when a match of the rule starts there or at one of the next `before` units; those are some. */
  probe: RegExp | undefined
  /** A copy of our own: `lastIndex` is state. */
  pattern: RegExp | undefined
  /** Whether a match ends with its secret, so that it need not be found out where that is, which takes a search more. */
  isLast: boolean
  /** In this region, starts below this are already tried. */
  tried: number
  region: Region | undefined
}

/** Matches where the source matches at one of the next so many units. */
function within(units: number, source: string, flags = ''): RegExp {
  return new RegExp(units > 0 ? `[^]{0,${units}}?(?:${source})` : source, `${flags.replace(/[dgy]/g, '')}y`)
}

/** Whether a match of the rule starts at this unit or at one of the next `before`. */
function leads(compiled: CompiledRule, text: string, from: number): boolean {
  const { rule } = compiled
  // Most rules are never asked, and making an expression takes its time, above all one that looks for context.
  if (compiled.token === undefined) compiled.token = rule.token === undefined ? null : new RegExp(rule.token)
  if (compiled.token !== null) {
    const reach = rule.before + rule.longest + LOOKAROUND
    if (!compiled.token.test(text.slice(Math.max(0, from - LOOKAROUND), from + reach))) return false
  }
  if (rule.before === 0) return true
  compiled.probe ??= within(rule.before, rule.pattern.source, rule.pattern.flags)
  compiled.probe.lastIndex = from
  return compiled.probe.test(text)
}

/** The first match that starts at this unit or after it; where no other start is to be tried, only one that starts at it. */
function nextMatch(compiled: CompiledRule, text: string, from: number): RegExpExecArray | null {
  compiled.pattern ??= ownPattern(compiled)
  compiled.pattern.lastIndex = from
  return compiled.pattern.exec(text)
}

function ownPattern(compiled: CompiledRule): RegExp {
  const { before, within, pattern } = compiled.rule
  const { source, flags } = pattern
  compiled.isLast = within === undefined && !source.includes('(?<tail>') && endsWithSecret(source)
  const kept = compiled.isLast ? flags.replace('d', '') : flags
  return new RegExp(source, before === 0 ? `${kept}y` : kept)
}

/**
 * Tries the rule at every start to which the keyword at `unit` can lead.
 *
 * @param focus - what a match has to depend on. Default: on nothing.
 */
export function tryRule(
  compiled: CompiledRule,
  around: Region,
  unit: number,
  file: { readonly path: string },
  found: Candidate[],
  focus?: Focus,
): void {
  const { rule } = compiled
  if (compiled.region !== around) {
    compiled.region = around
    compiled.tried = 0
  }
  let from = Math.max(0, unit - rule.before, compiled.tried)
  let last = unit
  while (from <= last) {
    const match = leads(compiled, around.text, from) && nextMatch(compiled, around.text, from)
    if (!match) {
      compiled.tried = from + rule.before + 1
      return
    }
    // As far as its own keyword leads, whatever others have the region go on.
    if (match.index > unit && match.index + match[0].length > unit + rule.longest) return
    const candidates = isKnown(rule, match, around, focus) ? [] : judge(compiled, match, around, file)
    for (const candidate of candidates) found.push(candidate)
    // All that stands in a match of several is judged then: one that begins further on shows no more.
    const again = rule.within ? unit + 1 : match.index + 1
    from = candidates.length > 0 ? Math.max(match.index + match[0].length, match.index + 1) : again
    // What the word is about may come after something of the same form: the secret after its id.
    if (compiled.token && candidates.length === 0) {
      from = Math.max(from, secretsOf(compiled, match)[0]!.start + 1)
      last = unit + rule.longest
    }
    compiled.tried = from
  }
}

/** Whether nothing that the rule could see of a match is new. */
function isKnown(rule: Rule, { index, 0: whole }: RegExpExecArray, around: Region, focus?: Focus): boolean {
  if (!focus) return false
  const reach = BYTES_A_UNIT * rule.contextReach + LOOKAROUND
  return !isTouched(focus, around.byteAt(index) - reach, around.byteAt(index + whole.length) + reach)
}

/** Asks the rule about what it matched, and shows it what stands within its reach. */
function judge(
  compiled: CompiledRule,
  match: RegExpExecArray,
  around: Region,
  file: { readonly path: string },
): Candidate[] {
  const { rule, order } = compiled
  const found: Candidate[] = []
  const first = Math.max(0, match.index - rule.contextReach)
  const text = around.text.slice(first, match.index + match[0].length + rule.contextReach)
  for (const { start, end, partOf, groups } of secretsOf(compiled, match)) {
    if (start === end) continue
    const secret = around.text.slice(start, end)
    const { confidence, reasons } = rule.judge({
      secret,
      groups,
      text,
      start: start - first,
      end: end - first,
      get path() {
        return file.path
      },
    })
    if (confidence === 'none') continue
    found.push({
      rule,
      order,
      confidence,
      reasons,
      start: around.byteAt(start),
      end: around.byteAt(end),
      secret,
      masked: mask(secret),
      ...(partOf && { partOf: { start: around.byteAt(partOf[0]), end: around.byteAt(partOf[1]) } }),
    })
  }
  return found
}

interface Secret {
  readonly start: number
  readonly end: number
  readonly partOf?: readonly [start: number, end: number] | undefined
  readonly groups: Readonly<Record<string, string | undefined>>
}

/** What a rule takes for secrets in its match, in units of the text that was searched. */
function secretsOf({ rule, isLast }: CompiledRule, match: RegExpExecArray): Secret[] {
  const { index, 0: whole, groups = {} } = match
  const to = index + whole.length
  if (rule.within) {
    return rule.within(whole).map(({ start, end, name }) => ({
      start: index + start,
      end: index + end,
      groups: { ...groups, name },
    }))
  }
  if (isLast) return [{ start: to - groups.secret!.length, end: to, groups }]
  const { secret, head, tail } = match.indices?.groups ?? {}
  const [start, end] = secret ?? [index, to]
  return [{ start, end, partOf: head && tail && [head[0], tail[1]], groups }]
}
