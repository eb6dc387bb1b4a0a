import { isAscii } from 'node:buffer'
import type { Confidence, Rule } from '@tacet/rules'
import { CarriedHits } from './carried-hits.ts'
import { type Focus, isTouched, type Known, Met } from './focus.ts'
import { areThere, byteMaps, followsOf } from './follows.ts'
import { region } from './region.ts'
import { BYTES_A_UNIT, type CompiledRule, LOOKAROUND, tryRule } from './try-rule.ts'
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
   * @param known - candidates that depend on nothing new may be left out. Default: all is new.
   */
  find(bytes: Buffer, path: string, isStart?: boolean, known?: Known): Candidate[]
  /** Keywords as `known` has them; undefined when there are none. */
  readonly carried: CarriedHits | undefined
  /** Whether a keyword may lead to something that depends on what is new and goes further than `NEAR` from it. */
  reachesFar(bytes: Buffer, hits: readonly number[], focus: Focus): boolean
  /** A candidate can be told by so many bytes on either side of its start, not one more. */
  readonly reach: number
  readonly met: Met
  /** Whether the beginning of a file of this path is looked at, whatever is in it. */
  isNamed(path: string): boolean
}

/** Most rules can tell what they look for by so many bytes of ASCII around any of it. */
export const NEAR = 1536

/** @param rules - ids unique; `before`, `longest` and `contextReach` are trusted, so they bound the work */
export function candidateFinder(rules: readonly Rule[], bytewise = byteSearch()): CandidateFinder {
  const byFile: { readonly compiled: CompiledRule; readonly endings: readonly string[] }[] = []
  const met = new Met()
  const keywords = new Map<string, number>()
  // By the number of a keyword: its rules, and how far they look.
  const rulesOf: CompiledRule[][] = []
  const before: number[] = []
  const after: number[] = []
  const contexts: number[] = []
  const isFar: boolean[] = []
  rules.forEach((rule, order) => {
    const compiled = {
      rule,
      order,
      token: undefined,
      probe: undefined,
      pattern: undefined,
      isLast: false,
      tried: 0,
      region: undefined,
    }
    if (rule.files) byFile.push({ compiled, endings: endings(rule.files) })
    const far = goesFar(rule)
    for (const keyword of new Set(rule.keywords)) {
      let number = keywords.get(keyword)
      if (number === undefined) {
        number = keywords.size
        keywords.set(keyword, number)
        rulesOf.push([])
      }
      rulesOf[number]!.push(compiled)
      before[number] = Math.max(before[number] ?? 0, rule.before + LOOKAROUND)
      after[number] = Math.max(after[number] ?? 0, rule.longest + LOOKAROUND)
      contexts[number] = Math.max(contexts[number] ?? 0, rule.contextReach)
      isFar[number] = isFar[number] || far
    }
  })
  const mapOf = byteMaps()
  const follows = rulesOf.map((list) =>
    followsOf(
      list.map(({ rule }) => rule),
      mapOf,
    ),
  )
  const index = bytewise.index([...keywords.keys()], follows)
  const contextReach = Math.max(0, ...contexts)
  // A list of none has no greatest.
  const reach = (Math.max(0, ...before) + Math.max(0, ...after) + contextReach) * BYTES_A_UNIT

  const lengths = Array.from(keywords.keys(), (keyword) => Buffer.byteLength(keyword))
  // Several times faster than the remainder of such large numbers.
  const keywordOf = (hit: number): number => hit - Math.floor(hit / index.count) * index.count

  /** Of the path that was asked for last: often the next is the same, another version of the file. */
  let last: { readonly path: string; readonly rules: typeof byFile } = { path: '', rules: [] }
  function named(path: string): typeof byFile {
    if (path === last.path) return last.rules
    const slashed = `/${path.toLowerCase()}`
    const rules = byFile.filter(({ endings }) => endings.some((ending) => slashed.endsWith(ending)))
    last = { path, rules }
    return rules
  }

  /** Those that lead to something that depends on what is new. */
  function inFocus(focus: Focus, hits: ArrayLike<number>, bytes: Buffer): ArrayLike<number> {
    const scale = isAscii(bytes) ? 1 : BYTES_A_UNIT
    const kept: number[] = []
    for (let at = 0; at < hits.length; at++) {
      const each = hits[at]!
      const hit = Math.floor(each / index.count)
      const keyword = keywordOf(each)
      const back = scale * (before[keyword]! + contexts[keyword]!)
      const on = scale * (after[keyword]! + contexts[keyword]!)
      if (isTouched(focus, hit - back, hit + on)) kept.push(each)
    }
    return kept
  }

  /** Those that are followed by what has to follow them. */
  function followed(hits: ArrayLike<number>, bytes: Buffer): ArrayLike<number> {
    const kept: number[] = []
    for (let at = 0; at < hits.length; at++) {
      const each = hits[at]!
      const keyword = keywordOf(each)
      if (areThere(follows[keyword]!, bytes, (each - keyword) / index.count + lengths[keyword]!))
        kept.push(each)
    }
    return kept
  }

  function reachesFar(bytes: Buffer, hits: readonly number[], focus: Focus): boolean {
    const far = hits.filter((hit) => isFar[keywordOf(hit)])
    return far.length > 0 && inFocus(focus, far, bytes).length > 0
  }

  function find(
    bytes: Buffer,
    path: string,
    isStart = false,
    { focus, hits: there }: Partial<Known> = {},
  ): Candidate[] {
    const all = there ?? (index.count > 0 ? index.find(bytes, 0, bytes.length) : [])
    // Who knows of them can tell which of them depend on what is new.
    for (let at = 0; !there && !met.far && at < all.length; at++) met.far = isFar[keywordOf(all[at]!)]!
    const near = focus ? inFocus(focus, all, bytes) : all
    const hits = there ? followed(near, bytes) : near
    const file = {
      get path() {
        met.path = true
        return path
      },
    }
    const found: Candidate[] = []
    for (const { compiled } of isStart ? named(path) : []) {
      met.far ||= goesFar(compiled.rule)
      const reach = compiled.rule.longest + compiled.rule.contextReach + LOOKAROUND
      tryRule(compiled, region(bytes, 0, Math.min(bytes.length, reach), reach), 0, file, found)
    }
    let first = 0
    while (first < hits.length) {
      // Hits whose surroundings touch share a region, so that nothing is decoded or tried twice.
      let start = Number.POSITIVE_INFINITY
      let end = 0
      let widest = 0
      let context = 0
      let next = first
      for (; next < hits.length; next++) {
        const hit = Math.floor(hits[next]! / index.count)
        const keyword = keywordOf(hits[next]!)
        if (next > first && hit - before[keyword]! >= end) break
        start = Math.min(start, hit - before[keyword]!)
        end = Math.max(end, hit + after[keyword]!)
        widest = Math.max(widest, before[keyword]! + after[keyword]!)
        context = Math.max(context, contexts[keyword]!)
      }
      const from = Math.max(0, start - context)
      const around = region(bytes, from, Math.min(bytes.length, end + context), widest + context)
      for (; first < next; first++) {
        const hit = Math.floor(hits[first]! / index.count)
        const unit = around.unitAt(hit)
        for (const rule of rulesOf[keywordOf(hits[first]!)]!) {
          tryRule(rule, around, unit, file, found, focus)
        }
      }
    }
    if (found.length > 0) met.candidate = true
    return found.sort((a, b) => a.start - b.start || a.order - b.order)
  }

  const carried = index.count > 0 ? new CarriedHits(index, Math.max(...lengths)) : undefined
  return { find, reach, met, carried, reachesFar, isNamed: (path) => named(path).length > 0 }
}

const goesFar = ({ longest, contextReach }: Rule): boolean => longest + contextReach + LOOKAROUND > NEAR

/** What the end of a path is compared with, after a slash: a name is whole, an ending begins with a sign. */
const endings = (names: readonly string[]): string[] =>
  names.map((name) => (/^[a-z\d]/.test(name) ? `/${name}` : name))
