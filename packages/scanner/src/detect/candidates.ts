import type { Confidence, Rule } from '@tacet/rules'
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
}

/** Finds what rules match in bytes. */
export interface CandidateFinder {
  /**
   * Every candidate in `bytes`, in order of its start.
   *
   * @param path - for the rules' judgement
   * @param isStart - whether the bytes are those with which the file begins. Default: false.
   */
  find(bytes: Buffer, path: string, isStart?: boolean): Candidate[]
  /** A candidate can be told by so many bytes on either side of its start, not one more. */
  readonly reach: number
  /**
   * Set when something was met that may be the beginning of what goes on, or is judged by what stands, further than
   * `NEAR` from any of it.
   */
  metFar: boolean
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
  /** Does not match at `lastIndex` when `probe` does not either; undefined where that is as cheap. */
  token: RegExp | undefined
  /** Matches at `lastIndex` when a match of the rule starts there or at one of the next `before` units. */
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
  const byFile: CompiledRule[] = []
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
    if (rule.files) byFile.push(compiled)
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
  const contextReach = Math.max(0, ...rules.map((rule) => rule.contextReach))
  // A list of none has no greatest.
  const reach = (Math.max(0, ...before) + Math.max(0, ...after) + contextReach) * BYTES_A_UNIT

  function find(bytes: Buffer, path: string, isStart = false): Candidate[] {
    const hits = index.find(bytes, 0, bytes.length)
    const found: Candidate[] = []
    for (const compiled of isStart ? byFile : []) {
      if (!isNamed(path, compiled.rule.files!)) continue
      finder.metFar ||= goesFar(compiled.rule)
      const reach = compiled.rule.longest + LOOKAROUND
      const start = region(bytes, 0, Math.min(bytes.length, reach), reach)
      search(compiled, start, 0, bytes, path, found)
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
        if (isFar[keyword]) finder.metFar = true
      }
      const around = region(bytes, Math.max(0, start), Math.min(bytes.length, end), widest)
      for (; first < next; first++) {
        const hit = Math.floor(hits[first]! / index.count)
        const unit = around.unitAt(hit)
        for (const rule of rulesOf[hits[first]! % index.count]!) {
          search(rule, around, unit, bytes, path, found)
        }
      }
    }
    return found.sort((a, b) => a.start - b.start || a.order - b.order)
  }

  const finder: CandidateFinder = { find, reach, metFar: false }
  return finder
}

const goesFar = ({ longest, contextReach }: Rule): boolean => longest + contextReach + LOOKAROUND > NEAR

/** Matches where the source matches at one of the next so many units. */
function within(units: number, source: string, flags = ''): RegExp {
  return new RegExp(units > 0 ? `[^]{0,${units}}?(?:${source})` : source, `${flags.replace(/[dgy]/g, '')}y`)
}

/** Whether a match of the rule starts at this unit or at one of the next `before`. */
function leads(compiled: CompiledRule, text: string, from: number): boolean {
  const { before, longest, token } = compiled.rule
  // Most rules are never asked, and making an expression takes its time, above all one that looks for context.
  if (token) {
    compiled.token ??= within(before + longest, token)
    compiled.token.lastIndex = from
    if (!compiled.token.test(text)) return false
  }
  compiled.probe ??= within(before, compiled.rule.pattern.source, compiled.rule.pattern.flags)
  compiled.probe.lastIndex = from
  return compiled.probe.test(text)
}

/** Tries the rule at every start to which the keyword at `unit` can lead. */
function search(
  compiled: CompiledRule,
  around: Region,
  unit: number,
  bytes: Buffer,
  path: string,
  found: Candidate[],
): void {
  const { rule } = compiled
  if (compiled.region !== around) {
    compiled.region = around
    compiled.tried = 0
  }
  let from = Math.max(0, unit - rule.before, compiled.tried)
  while (from <= unit) {
    if (!leads(compiled, around.text, from)) {
      compiled.tried = from + rule.before + 1
      return
    }
    compiled.pattern ??= new RegExp(rule.pattern)
    compiled.pattern.lastIndex = from
    const match = compiled.pattern.exec(around.text)
    if (!match) return
    const candidates = judge(compiled, match, around, bytes, path)
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
  path: string,
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
    const { confidence, reasons } = rule.judge({ secret, groups, text, start: first, end: last, path })
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

/** Whether a path ends with one of the names, or with one of the endings: those begin with a sign. */
function isNamed(path: string, names: readonly string[]): boolean {
  const lower = `/${path.toLowerCase()}`
  return names.some((name) => lower.endsWith(/^[a-z\d]/.test(name) ? `/${name}` : name))
}
