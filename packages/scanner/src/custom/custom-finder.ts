import { entropy } from '@tacet/core'
import type { Rule } from '@tacet/rules'
import type { Candidate } from '../detect/candidates.ts'
import type { ExtraFinder, Whereabouts } from '../detect/extra-finder.ts'
import { SHORTEST } from '../detect/keywords.ts'
import { mask } from '../detect/mask.ts'
import { decode } from '../detect/region.ts'
import { byteSearch } from '../detect/wasm-search.ts'
import { rooted } from '../rooted.ts'
import type { Suppressor } from '../suppression.ts'
import { type Allowance, allowance, allowed } from './allowance.ts'
import type { CustomRequired, CustomRule } from './custom-rule.ts'
import { type Expression, expression, LONGEST_MATCH } from './expression.ts'
import { LineTable, lineAround } from './lines.ts'

const LINE_FEED = 10
/** Before every rule of ours; among those of the user the longer match comes first. */
const ORDER = -1
/** What is elsewhere in memory is looked through in pieces of so many bytes, which share as many as a keyword has. */
const LONGEST_KEYWORD = 1024
const PIECE = (1 << 20) - LONGEST_KEYWORD

/** Hides what a rule of the user allows in the commit that brought it. */
export const ruleSuppressor: Suppressor = ({ rule, allowedIn }) =>
  allowedIn && { kind: 'rule', where: rule.id, commits: allowedIn }

interface CompiledRule {
  readonly custom: CustomRule
  readonly rule: Rule
  readonly regex: Expression | undefined
  readonly path: Expression | undefined
  readonly allowances: readonly Allowance[]
  /** Of the index, and those that are too short for it. */
  readonly keywords: readonly number[]
  readonly shortKeywords: readonly string[]
}

/** A match of a rule that nothing allows. */
type Hit = Candidate & Required<Pick<Candidate, 'match'>>

/**
 * Finds what rules of a user's own match. What they find comes before what a rule of ours finds at the same place and
 * is as sure of; only rules of the provider `generic` stand back.
 *
 * @param rules - checked: see `checkCustomRules`
 */
export function customFinder(rules: readonly CustomRule[]): ExtraFinder {
  const keywords = new Map<string, number>()
  const compiled = rules.map((custom) => compile(custom, keywords))
  const byId = new Map(compiled.map((each) => [each.custom.id, each]))
  // One of its own: each has room for one index.
  const index = keywords.size > 0 ? byteSearch().index([...keywords.keys()]) : undefined
  const known = new Uint8Array(keywords.size)
  let last: { readonly path: string; readonly rules: readonly CompiledRule[] } | undefined

  const looksAt = (path: string): readonly CompiledRule[] => {
    if (last?.path !== path) {
      last = { path, rules: compiled.filter((each) => isFor(each, path)) }
    }
    return last.rules
  }

  function find(bytes: Buffer, path: string, where: Whereabouts): Candidate[] {
    const looking = looksAt(path)
    if (looking.length === 0) return []
    const hasKeyword = keywordsIn(bytes)
    const found: Candidate[] = []
    const here = new Here(bytes, path, byId)
    for (const each of looking) {
      if (each.custom.skipReport) continue
      if (!each.regex) {
        if (where === 'start') found.push(ofFile(each, path))
        continue
      }
      // In what is decoded, a great many small pieces, only those that seldom have to look.
      if (where === 'decoded' && each.custom.keywords === undefined) continue
      if (!hasKeyword(each)) continue
      for (const candidate of here.complete(each)) found.push(candidate)
    }
    return found.sort((a, b) => a.start - b.start)
  }

  function keywordsIn(bytes: Buffer): (rule: CompiledRule) => boolean {
    known.fill(0)
    for (let at = 0; index && at < bytes.length; at += PIECE) {
      const piece = bytes.subarray(at, at + PIECE + LONGEST_KEYWORD)
      for (const hit of index.find(piece, 0, piece.length)) known[hit % index.count] = 1
    }
    let lower: string | undefined
    return ({ keywords, shortKeywords }) => {
      if (keywords.length + shortKeywords.length === 0) return true
      if (keywords.some((keyword) => known[keyword] === 1)) return true
      if (shortKeywords.length === 0) return false
      lower ??= decode(bytes).toLowerCase()
      return shortKeywords.some((keyword) => lower!.includes(keyword))
    }
  }

  return { find, reach: LONGEST_MATCH }
}

/** What rules match in one window. */
class Here {
  readonly #bytes: Buffer
  readonly #path: string
  readonly #rules: ReadonlyMap<string, CompiledRule>
  readonly #hits = new Map<CompiledRule, readonly Hit[]>()
  #lines: LineTable | undefined

  constructor(bytes: Buffer, path: string, rules: ReadonlyMap<string, CompiledRule>) {
    this.#bytes = bytes
    this.#path = path
    this.#rules = rules
  }

  /** What the rule matches together with what it requires near. */
  complete(rule: CompiledRule): readonly Hit[] {
    const required = rule.custom.required ?? []
    return this.#of(rule).filter((hit) => required.every((other) => this.#stands(other, hit)))
  }

  #stands({ id, withinLines, withinColumns }: CustomRequired, { match }: Hit): boolean {
    const other = this.#rules.get(id)!
    if (!isFor(other, this.#path)) return false
    if (!other.regex) return true
    this.#lines ??= new LineTable(this.#bytes)
    const lines = this.#lines
    const here = lines.place(match.start)
    return this.#of(other).some((hit) => {
      const there = lines.place(hit.match.start)
      return (
        (withinLines === undefined || Math.abs(here.line - there.line) <= withinLines) &&
        (withinColumns === undefined || Math.abs(here.column - there.column) <= withinColumns)
      )
    })
  }

  #of(rule: CompiledRule): readonly Hit[] {
    const known = this.#hits.get(rule)
    if (known) return known
    const hits: Hit[] = []
    for (const [start, end] of rule.regex!.matches(this.#bytes)) {
      const hit = this.#judge(rule, start, end)
      if (hit) hits.push(hit)
    }
    this.#hits.set(rule, hits)
    return hits
  }

  #judge(rule: CompiledRule, from: number, to: number): Hit | undefined {
    const bytes = this.#bytes
    let [start, end] = [from, to]
    while (start < end && bytes[start] === LINE_FEED) start++
    while (end > start && bytes[end - 1] === LINE_FEED) end--
    if (start === end) return undefined
    const match = bytes.subarray(start, end)
    const [first, last] = secretIn(rule, match)
    const secret = match.subarray(first, last)
    const text = decode(secret)
    const { entropy: least = 0 } = rule.custom
    if (least > 0 && entropy(text) <= least) return undefined
    const line = lineAround(bytes, start, end)
    const answer = allowed(rule.allowances, { path: pathFor(rule, this.#path), secret, match, line })
    if (answer === true) return undefined
    const candidate = { ...candidateOf(rule, start + first, start + last, text), match: { start, end } }
    return answer ? { ...candidate, allowedIn: answer } : candidate
  }
}

/** Where in its match the secret of a rule stands. */
function secretIn({ custom, regex }: CompiledRule, match: Buffer): readonly [start: number, end: number] {
  const whole = [0, match.length] as const
  if (regex!.groupCount === 0) return whole
  const groups = regex!.groups(match)
  const isFull = (span: readonly [number, number] | undefined): boolean =>
    span !== undefined && span[1] > span[0]
  const wanted = custom.secretGroup ? groups[custom.secretGroup] : groups.slice(1).find(isFull)
  return isFull(wanted) ? wanted! : whole
}

function candidateOf({ rule, custom }: CompiledRule, start: number, end: number, secret: string): Candidate {
  const { confidence = 'high', origin = 'your own' } = custom
  const reasons = [`matches a rule of ${origin}`]
  return { rule, order: ORDER, confidence, reasons, start, end, secret, masked: mask(secret) }
}

/** A file that is a finding by its name: it stands before the first of its bytes. */
const ofFile = (rule: CompiledRule, path: string): Candidate => ({
  ...candidateOf(rule, 0, 0, path),
  reasons: ['the name of the file'],
  masked: `the file ${path.slice(path.lastIndexOf('/') + 1)}`,
})

/** The path as the rule sees it; empty outside of what it looks at. */
const pathFor = ({ custom }: CompiledRule, path: string): Buffer =>
  Buffer.from(rooted(custom.pathPrefix ?? '', path) ?? '')

/** Whether a rule looks at a file of this path. */
function isFor(rule: CompiledRule, name: string): boolean {
  const path = pathFor(rule, name)
  return (rule.path === undefined || rule.path.test(path)) && !rule.allowances.some((each) => each.file(path))
}

function compile(custom: CustomRule, known: Map<string, number>): CompiledRule {
  const keywords: number[] = []
  const shortKeywords: string[] = []
  for (const keyword of custom.keywords ?? []) {
    const lower = keyword.toLowerCase()
    // The index folds the case of ASCII letters only.
    if (lower.length < SHORTEST || lower.length > LONGEST_KEYWORD || /[^ -~]/.test(lower))
      shortKeywords.push(lower)
    else {
      if (!known.has(lower)) known.set(lower, known.size)
      keywords.push(known.get(lower)!)
    }
  }
  return {
    custom,
    rule: ruleOf(custom),
    regex: custom.regex === undefined ? undefined : expression(custom.regex),
    path: custom.path === undefined ? undefined : expression(custom.path),
    allowances: custom.allow?.map(allowance) ?? [],
    keywords,
    shortKeywords,
  }
}

/** The rule as findings tell of it; nothing is searched by it. */
const ruleOf = (custom: CustomRule): Rule => ({
  id: custom.id,
  title: custom.title ?? custom.description ?? custom.id,
  provider: custom.provider ?? 'custom',
  severity: custom.severity ?? 'high',
  keywords: [],
  pattern: /(?!)/dg,
  longest: 0,
  before: 0,
  contextReach: 0,
  judge: () => ({ confidence: 'none', reasons: [] }),
  sample: () => custom.examples?.[0] ?? '',
  nearMisses: [],
  ...(custom.reference === undefined ? {} : { reference: custom.reference }),
  ...(custom.revoke === undefined ? {} : { revoke: custom.revoke }),
})
