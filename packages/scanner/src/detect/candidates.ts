import type { Confidence, Rule } from '@tacet/rules'
import { keywordIndex } from './keywords.ts'
import { mask } from './mask.ts'
import { type Region, region } from './region.ts'

/** What a rule took for a secret. Offsets are bytes of the window that was searched. */
export interface Candidate {
  readonly rule: Rule
  /** The rule's place in the list: of equals, the first wins. */
  readonly order: number
  readonly confidence: Confidence
  readonly reasons: readonly string[]
  readonly start: number
  readonly end: number
  readonly secret: string
  /** What may be shown of it. */
  readonly masked: string
  /** How it is written where it stands, the outermost first; left out when it stands in plain sight. */
  readonly via?: readonly string[]
}

/** Finds what rules match in bytes. */
export interface CandidateFinder {
  /** Every candidate in `bytes`, in order of its start. `path` is for the rules' judgement. */
  find(bytes: Buffer, path: string): Candidate[]
  /** A candidate can be told by so many bytes on either side of its start, not one more. */
  readonly reach: number
}

/** More than any pattern looks at before and after its match. */
const LOOKAROUND = 64
/** No unit of UTF-16 takes more bytes of UTF-8. */
const BYTES_A_UNIT = 3

interface CompiledRule {
  readonly rule: Rule
  readonly order: number
  /** Matches at `lastIndex` when a match of the rule starts there or at one of the next `before` units. */
  probe: RegExp | undefined
  /** A copy of our own: `lastIndex` is state. */
  pattern: RegExp | undefined
  /** In this region, starts below this are already tried. */
  tried: number
  region: Region | undefined
}

/** @param rules - ids unique; `before`, `longest` and `contextReach` are trusted, so they bound the work */
export function candidateFinder(rules: readonly Rule[]): CandidateFinder {
  const byKeyword = new Map<string, CompiledRule[]>()
  rules.forEach((rule, order) => {
    const compiled = { rule, order, probe: undefined, pattern: undefined, tried: 0, region: undefined }
    for (const keyword of new Set(rule.keywords)) {
      const list = byKeyword.get(keyword)
      if (list) list.push(compiled)
      else byKeyword.set(keyword, [compiled])
    }
  })
  const index = keywordIndex([...byKeyword.keys()])
  const rulesOf = [...byKeyword.values()]
  const before = rulesOf.map((list) => Math.max(...list.map(({ rule }) => rule.before)) + LOOKAROUND)
  const after = rulesOf.map((list) => Math.max(...list.map(({ rule }) => rule.longest)) + LOOKAROUND)
  const contextReach = Math.max(...rules.map((rule) => rule.contextReach))
  const reach = (Math.max(...before) + Math.max(...after) + contextReach) * BYTES_A_UNIT

  function find(bytes: Buffer, path: string): Candidate[] {
    const hits = index.find(bytes, 0, bytes.length)
    const found: Candidate[] = []
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
          search(rule, around, unit, bytes, path, found)
        }
      }
    }
    return found.sort((a, b) => a.start - b.start || a.order - b.order)
  }

  return { find, reach }
}

function probeOf({ pattern: { source, flags }, before }: Rule): RegExp {
  const body = before > 0 ? `[^]{0,${before}}?(?:${source})` : source
  return new RegExp(body, `${flags.replace(/[dgy]/g, '')}y`)
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
  // Most rules are never asked, and making an expression takes its time.
  compiled.probe ??= probeOf(rule)
  const { probe } = compiled
  if (compiled.region !== around) {
    compiled.region = around
    compiled.tried = 0
  }
  let from = Math.max(0, unit - rule.before, compiled.tried)
  while (from <= unit) {
    probe.lastIndex = from
    if (!probe.test(around.text)) {
      compiled.tried = from + rule.before + 1
      return
    }
    compiled.pattern ??= new RegExp(rule.pattern)
    compiled.pattern.lastIndex = from
    const match = compiled.pattern.exec(around.text)
    if (!match) return
    const candidate = judge(compiled, match, around, bytes, path)
    if (candidate) found.push(candidate)
    from = candidate ? Math.max(match.index + match[0].length, match.index + 1) : match.index + 1
    compiled.tried = from
  }
}

/** Asks the rule about a match, and shows it what stands within its reach. */
function judge(
  { rule, order }: CompiledRule,
  match: RegExpExecArray,
  around: Region,
  bytes: Buffer,
  path: string,
): Candidate | undefined {
  const matchEnd = match.index + match[0].length
  const [from, to] = match.indices?.groups?.secret ?? [match.index, matchEnd]
  if (from === to) return undefined
  const [matchFrom, start, end, matchTo] = [match.index, from, to, matchEnd].map(around.byteAt) as Bounds
  const reach = rule.contextReach
  const context = region(
    bytes,
    Math.max(0, matchFrom - reach),
    Math.min(bytes.length, matchTo + reach),
    reach,
  )
  const { text } = context
  const [first, last] = [context.unitAt(start), context.unitAt(end)]
  const secret = text.slice(first, last)
  const { confidence, reasons } = rule.judge({
    secret,
    groups: match.groups ?? {},
    text,
    start: first,
    end: last,
    path,
  })
  if (confidence === 'none') return undefined
  return { rule, order, confidence, reasons, start, end, secret, masked: mask(secret) }
}

type Bounds = [matchFrom: number, start: number, end: number, matchTo: number]
