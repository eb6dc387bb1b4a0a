import type { Match } from '@tacet/core'
import type { Rule } from '@tacet/rules'
import { mergeMatches, type Recogniser } from '../registry/recognised.ts'

/** Literals that are shorter would stand in too much innocent text. */
export const SHORTEST_LITERAL = 4

interface Known {
  readonly rule: Rule
  readonly order: number
  /** Matches at `lastIndex` when a token starts there or at one of the next `before` units. */
  probe: RegExp | undefined
  /** In the text at hand, starts below this are already tried. */
  tried: number
}

/** A literal that leads to tokens. */
interface Lead {
  readonly literal: string
  readonly rules: Known[]
}

/** Units that are looked at at once. */
const BLOCK = 1 << 14
const block = Buffer.allocUnsafeSlow(BLOCK + Int32Array.BYTES_PER_ELEMENT)
const blockView = new DataView(block.buffer)

/** One bit for each hash of three units: so small that it stays in the first-level cache. */
const TABLE_BITS = 17
const TABLE_SHIFT = 32 - TABLE_BITS
const THREE = 0xffffff
// The golden ratio as a fraction of 2³² (Knuth, The Art of Computer Programming, 6.4).
const MULTIPLIER = 0x9e3779b1
const NONE: readonly Match[] = []

/**
 * Finds the tokens of these rules by their form alone, whatever stands around them, if the rule is highly confident.
 * Text without any of the literals costs a nanosecond or so a unit; each start is tried once for a rule, and each try
 * is bounded, so that any text takes time in proportion to its length.
 *
 * @param rules with literals of at least `SHORTEST_LITERAL` units
 */
export function recogniser(rules: readonly Rule[]): Recogniser {
  const all = rules.map((rule, order): Known => ({ rule, order, probe: undefined, tried: 0 }))
  const leadsOf = leadsByHead(all)
  const table = new Int32Array(1 << (TABLE_BITS - 5))
  for (const head of leadsOf.keys()) {
    for (const hashed of [hash(head & THREE), hash(head >>> 8)]) table[hashed >>> 5]! |= 1 << (hashed & 31)
  }

  function find(text: string): readonly Match[] {
    let found: Match[] | undefined
    const tryAt = (start: number): void => {
      for (const { literal, rules: led } of leadsOf.get(headAt(text, start)) ?? []) {
        if (!text.startsWith(literal, start)) continue
        if (!found) for (const known of all) known.tried = 0
        found ??= []
        for (const known of led) search(known, text, start, found)
      }
    }
    for (let from = 0; from < text.length; from += BLOCK) {
      const length = fillBlock(text, from)
      for (let at = nextHit(table, 0, length); at < length; at = nextHit(table, at + 2, length)) {
        // The three units are the first or the last of a literal's first four.
        if (from + at > 0) tryAt(from + at - 1)
        tryAt(from + at)
      }
    }
    return found ? mergeMatches(found) : NONE
  }

  // Tokens are ASCII, and so are their neighbours that count: one unit a byte will do.
  const findBytes = ({ buffer, byteOffset, byteLength }: Uint8Array): readonly Match[] =>
    find(Buffer.from(buffer, byteOffset, byteLength).toString('latin1'))

  return {
    names: rules.map(({ id }) => id),
    find,
    findBytes,
    test: (text) => find(text).length > 0,
    testBytes: (bytes) => findBytes(bytes).length > 0,
  }
}

function hash(three: number): number {
  return Math.imul(three, MULTIPLIER) >>> TABLE_SHIFT
}

/** Four units as an integer, the high bytes of wide units aside. */
function headAt(text: string, start: number): number {
  let head = 0
  for (let index = 0; index < SHORTEST_LITERAL; index++) {
    head |= (text.charCodeAt(start + index) & 0xff) << (8 * index)
  }
  return head
}

/** Copies a block of the text, and the two units after it, low bytes only; returns at how many one may start. */
function fillBlock(text: string, from: number): number {
  const end = block.write(text.slice(from, from + BLOCK + 2), 'latin1')
  block[end] = 0
  block[end + 1] = 0
  return Math.min(end, BLOCK)
}

/** The first of every other place of the block at which three units stand that are in the table; else the length. */
function nextHit(table: Int32Array, from: number, length: number): number {
  for (let at = from; at < length; at += 2) {
    const hashed = hash(blockView.getInt32(at, true) & THREE)
    if ((table[hashed >>> 5]! & (1 << (hashed & 31))) !== 0) return at
  }
  return length
}

/** What the literals of the rules lead to, by their first four units as an integer. */
function leadsByHead(all: readonly Known[]): ReadonlyMap<number, readonly Lead[]> {
  const byLiteral = new Map<string, Lead>()
  const byHead = new Map<number, Lead[]>()
  for (const known of all) {
    for (const literal of known.rule.literals ?? []) {
      const lead = byLiteral.get(literal)
      if (lead) {
        lead.rules.push(known)
        continue
      }
      const made = { literal, rules: [known] }
      byLiteral.set(literal, made)
      const head = headAt(literal, 0)
      const others = byHead.get(head)
      if (others) others.push(made)
      else byHead.set(head, [made])
    }
  }
  return byHead
}

/** Tries the rule at every start from which the literal at `hit` can be reached. */
function search(known: Known, text: string, hit: number, found: Match[]): void {
  const { rule, order } = known
  known.probe ??= new RegExp(`[^]{0,${rule.before}}?(?<whole>${rule.pattern.source})`, 'dy')
  let from = Math.max(0, hit - rule.before, known.tried)
  while (from <= hit) {
    known.probe.lastIndex = from
    const groups = known.probe.exec(text)?.indices?.groups
    if (!groups) {
      known.tried = hit + 1
      return
    }
    const whole = groups.whole!
    const [start, end] = groups.secret ?? whole
    const isToken = isSure(rule, text.slice(...whole), start - whole[0], end - whole[0])
    if (isToken) found.push({ start, end, pattern: order })
    from = isToken ? Math.max(whole[1], whole[0] + 1) : whole[0] + 1
    known.tried = from
  }
}

function isSure(rule: Rule, text: string, start: number, end: number): boolean {
  const secret = text.slice(start, end)
  const { confidence } = rule.judge({ secret, groups: {}, text, start, end, path: '' })
  return confidence === 'high' || confidence === 'very-high'
}
