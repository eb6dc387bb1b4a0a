import { isAscii } from 'node:buffer'
import type { Confidence, Rule } from '@tacet/rules'
import { type Focus, isTouched, Met } from './focus.ts'
import { mask } from './mask.ts'
import { type Region, region } from './region.ts'
import { byteSearch } from './wasm-search.ts'

/** What a rule took for a secret. Offsets are bytes of the window that was searched. */
export interface Candidate {
  readonly rule: Rule
  /** The rule's place in the list: of equals, the first wins. */
  readonly order: number
  readonly confidence: Confidence
  readonly reasons: readonly string[]
  readonly start: number
  readonly end: number
  /** What it is a part of, on the same line, when that has to be replaced: a connection string, an encoded value. */
  readonly partOf?: { readonly start: number; readonly end: number }
  readonly secret: string
  /** What may be shown of it. */
  readonly masked: string
  /** How it is written where it stands, the outermost first; left out when it stands in plain sight. */
  readonly via?: readonly string[]
  /** All that an expression of a user's own matched. */
  readonly match?: { readonly start: number; readonly end: number }
  /** Ids of commits in which its rule allows it; left out when there are none. */
  readonly allowedIn?: readonly string[]
}

/** Finds what rules match in bytes. */
export interface CandidateFinder {
  /**
   * Every candidate in `bytes`, in order of its start.
   *
   * @param path - for the rules' judgement
   * @param isStart - whether the bytes are those with which the file begins. Default: false.
   * @param focus - candidates that depend on nothing in it may be left out. Default: all bytes.
   */
  find(bytes: Buffer, path: string, isStart?: boolean, focus?: Focus): Candidate[]
  /** A candidate can be told by so many bytes on either side of its start, not one more. */
  readonly reach: number
  readonly met: Met
  /** Whether the beginning of a file of this path is looked at, whatever is in it. */
  isNamed(path: string): boolean
}

/** Most rules can tell what they look for by so many bytes of ASCII around any of it. */
export const NEAR = 1536

/** More than any pattern looks at before and after its match. */
const LOOKAROUND = 64
/** No unit of UTF-16 takes more bytes of UTF-8. */
const BYTES_A_UNIT = 3

interface CompiledRule {
  readonly rule: Rule
  readonly order: number
  /** Matches in every text in which `probe` does; null where that is as cheap. */
  token: RegExp | null | undefined
  /** Matches at `lastIndex` when a match of the rule starts there or at one of the next `before` units; those are some. */
  probe: RegExp | undefined
  /** A copy of our own: `lastIndex` is state. */
  pattern: RegExp | undefined
  /** In this region, starts below this are already tried. */
  tried: number
  region: Region | undefined
}

/** @param rules - ids unique; `before`, `longest` and `contextReach` are trusted, so they bound the work */
export function candidateFinder(rules: readonly Rule[], bytewise = byteSearch()): CandidateFinder {
  const byKeyword = new Map<string, CompiledRule[]>()
  const byFile: { readonly compiled: CompiledRule; readonly endings: readonly string[] }[] = []
  const met = new Met()
  rules.forEach((rule, order) => {
    const compiled = {
      rule,
      order,
      token: undefined,
      probe: undefined,
      pattern: undefined,
      tried: 0,
      region: undefined,
    }
    if (rule.files) byFile.push({ compiled, endings: endings(rule.files) })
    for (const keyword of new Set(rule.keywords)) {
      const list = byKeyword.get(keyword)
      if (list) list.push(compiled)
      else byKeyword.set(keyword, [compiled])
    }
  })
  const index = bytewise.index([...byKeyword.keys()])
  const rulesOf = [...byKeyword.values()]
  const before = rulesOf.map((list) => Math.max(...list.map(({ rule }) => rule.before)) + LOOKAROUND)
  const after = rulesOf.map((list) => Math.max(...list.map(({ rule }) => rule.longest)) + LOOKAROUND)
  const isFar = rulesOf.map((list) => list.some(({ rule }) => goesFar(rule)))
  const contexts = rulesOf.map((list) => Math.max(...list.map(({ rule }) => rule.contextReach)))
  const contextReach = Math.max(0, ...contexts)
  // A list of none has no greatest.
  const reach = (Math.max(0, ...before) + Math.max(0, ...after) + contextReach) * BYTES_A_UNIT

  function named(path: string) {
    const slashed = `/${path.toLowerCase()}`
    return byFile.filter(({ endings }) => endings.some((ending) => slashed.endsWith(ending)))
  }

  /** Those that lead to something that depends on what is new. */
  function inFocus(focus: Focus, hits: ArrayLike<number>, bytes: Buffer): ArrayLike<number> {
    const scale = isAscii(bytes) ? 1 : BYTES_A_UNIT
    return Array.from(hits).filter((each) => {
      const hit = Math.floor(each / index.count)
      const keyword = each % index.count
      const [back, on] = [before[keyword]! + contexts[keyword]!, after[keyword]! + contexts[keyword]!]
      return isTouched(focus, hit - scale * back, hit + scale * on)
    })
  }

  function find(bytes: Buffer, path: string, isStart = false, focus?: Focus): Candidate[] {
    const all = index.count > 0 ? index.find(bytes, 0, bytes.length) : []
    if (!met.far) for (const each of all) if (isFar[each % index.count]) met.far = true
    const hits = focus ? inFocus(focus, all, bytes) : all
    const file = {
      get path() {
        met.path = true
        return path
      },
    }
    const found: Candidate[] = []
    for (const { compiled } of isStart ? named(path) : []) {
      met.far ||= goesFar(compiled.rule)
      const reach = compiled.rule.longest + LOOKAROUND
      const start = region(bytes, 0, Math.min(bytes.length, reach), reach)
      search(compiled, start, 0, bytes, file, found)
    }
    let first = 0
    while (first < hits.length) {
      // Hits whose surroundings touch share a region, so that nothing is decoded or tried twice.
      let start = Number.POSITIVE_INFINITY
      let end = 0
      let widest = 0
      let next = first
      for (; next < hits.length; next++) {
        const hit = Math.floor(hits[next]! / index.count)
        const keyword = hits[next]! % index.count
        if (next > first && hit - before[keyword]! >= end) break
        start = Math.min(start, hit - before[keyword]!)
        end = Math.max(end, hit + after[keyword]!)
        widest = Math.max(widest, before[keyword]! + after[keyword]!)
      }
      const around = region(bytes, Math.max(0, start), Math.min(bytes.length, end), widest)
      for (; first < next; first++) {
        const hit = Math.floor(hits[first]! / index.count)
        const unit = around.unitAt(hit)
        for (const rule of rulesOf[hits[first]! % index.count]!) {
          search(rule, around, unit, bytes, file, found)
        }
      }
    }
    if (found.length > 0) met.candidate = true
    return found.sort((a, b) => a.start - b.start || a.order - b.order)
  }

  return { find, reach, met, isNamed: (path) => named(path).length > 0 }
}

const goesFar = ({ longest, contextReach }: Rule): boolean => longest + contextReach + LOOKAROUND > NEAR

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
  const { before, pattern } = compiled.rule
  compiled.pattern ??= new RegExp(pattern.source, before === 0 ? `${pattern.flags}y` : pattern.flags)
  compiled.pattern.lastIndex = from
  return compiled.pattern.exec(text)
}

/** Tries the rule at every start to which the keyword at `unit` can lead. */
function search(
  compiled: CompiledRule,
  around: Region,
  unit: number,
  bytes: Buffer,
  file: { readonly path: string },
  found: Candidate[],
): void {
  const { rule } = compiled
  if (compiled.region !== around) {
    compiled.region = around
    compiled.tried = 0
  }
  let from = Math.max(0, unit - rule.before, compiled.tried)
  while (from <= unit) {
    const match = leads(compiled, around.text, from) && nextMatch(compiled, around.text, from)
    if (!match) {
      compiled.tried = from + rule.before + 1
      return
    }
    const candidates = judge(compiled, match, around, bytes, file)
    for (const candidate of candidates) found.push(candidate)
    from = candidates.length > 0 ? Math.max(match.index + match[0].length, match.index + 1) : match.index + 1
    compiled.tried = from
  }
}

/** Asks the rule about what it matched, and shows it what stands within its reach. */
function judge(
  { rule, order }: CompiledRule,
  match: RegExpExecArray,
  around: Region,
  bytes: Buffer,
  file: { readonly path: string },
): Candidate[] {
  const { index } = match
  const found: Candidate[] = []
  const matchFrom = around.byteAt(index)
  const matchTo = around.byteAt(index + match[0].length)
  const reach = rule.contextReach
  const context = region(
    bytes,
    Math.max(0, matchFrom - reach),
    Math.min(bytes.length, matchTo + reach),
    reach,
  )
  const { text } = context
  for (const { start: from, end: to, partOf, groups } of secretsOf(rule, match)) {
    if (from === to) continue
    const start = around.byteAt(from)
    const end = around.byteAt(to)
    const [first, last] = [context.unitAt(start), context.unitAt(end)]
    const secret = text.slice(first, last)
    const { confidence, reasons } = rule.judge({
      secret,
      groups,
      text,
      start: first,
      end: last,
      get path() {
        return file.path
      },
    })
    if (confidence === 'none') continue
    const candidate = { rule, order, confidence, reasons, start, end, secret, masked: mask(secret) }
    found.push(
      partOf
        ? { ...candidate, partOf: { start: around.byteAt(partOf[0]), end: around.byteAt(partOf[1]) } }
        : candidate,
    )
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
function secretsOf(rule: Rule, { index, 0: whole, groups = {}, indices }: RegExpExecArray): Secret[] {
  if (rule.within) {
    return rule.within(whole).map(({ start, end, name }) => ({
      start: index + start,
      end: index + end,
      groups: { ...groups, name },
    }))
  }
  const { secret, head, tail } = indices?.groups ?? {}
  const [start, end] = secret ?? [index, index + whole.length]
  return [{ start, end, partOf: head && tail && [head[0], tail[1]], groups }]
}

/** What the end of a path is compared with, after a slash: a name is whole, an ending begins with a sign. */
const endings = (names: readonly string[]): string[] =>
  names.map((name) => (/^[a-z\d]/.test(name) ? `/${name}` : name))
