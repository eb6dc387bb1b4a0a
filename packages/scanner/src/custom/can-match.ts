/** A step of a compiled expression. */
interface Step {
  readonly op: number
  readonly out: number
  /** The other way of an alternative; of an empty width what is asserted. */
  readonly arg: number
  readonly runes: ArrayLike<number>
  matchRune(rune: number): boolean
}

/** An expression as re2js compiles it: the programs of RE2, by Russ Cox, "Regular Expression Matching: the Virtual Machine Approach" (2009). */
export interface Program {
  readonly start: number
  getInst(place: number): Step
}

const [ALT, ALT_MATCH, CAPTURE, EMPTY_WIDTH, FAIL, MATCH, NOP, RUNE, RUNE1, ANY, ANY_NOT_LINE] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
]
const [BEGIN_LINE, END_LINE, BEGIN_TEXT, END_TEXT, BOUNDARY, NO_BOUNDARY] = [1, 2, 4, 8, 16, 32]

/** Kinds of what stands beside a place, as assertions tell them apart: an end of the text, or a character. */
const [EDGE, LINE, WORD, OTHER] = [1, 2, 4, 8]
const KINDS = [EDGE, LINE, WORD, OTHER] as const
const ALL = EDGE + LINE + WORD + OTHER

/**
 * Whether there is a text in which an expression is found. There is none where its assertions contradict what stands
 * beside them, as in `a^b` and `$b`.
 */
export function canMatch(program: Program): boolean {
  const kinds = new Map<number, number>()
  const seen = new Set<number>()
  // A place in the program, what stands before, and what may follow.
  const open = KINDS.map((before) => [program.start, before, ALL] as const)
  for (let state = open.pop(); state; state = open.pop()) {
    const [place, before, next] = state
    const key = (place * 16 + before) * 16 + next
    if (next === 0 || seen.has(key)) continue
    seen.add(key)
    const step = program.getInst(place)
    const { op, out, arg } = step
    if (op === MATCH) return true
    if (op === ALT || op === ALT_MATCH) open.push([out, before, next], [arg, before, next])
    else if (op === CAPTURE || op === NOP) open.push([out, before, next])
    else if (op === EMPTY_WIDTH) open.push([out, before, next & asserted(arg, before)])
    else if (op === RUNE || op === RUNE1 || op === ANY || op === ANY_NOT_LINE) {
      const taken = kinds.get(place) ?? kindsOf(step)
      kinds.set(place, taken)
      for (const kind of KINDS) if ((taken & next & kind) !== 0) open.push([out, kind, ALL])
    } else if (op !== FAIL) return true
  }
  return false
}

/** What may follow a place where this is asserted; nothing when what stands before it contradicts. */
function asserted(flags: number, before: number): number {
  const has = (flag: number): boolean => (flags & flag) !== 0
  if (has(BEGIN_TEXT) && before !== EDGE) return 0
  if (has(BEGIN_LINE) && before !== EDGE && before !== LINE) return 0
  let next = ALL
  if (has(END_TEXT)) next &= EDGE
  if (has(END_LINE)) next &= EDGE + LINE
  const isWord = before === WORD
  if (has(BOUNDARY)) next &= isWord ? ALL - WORD : WORD
  if (has(NO_BOUNDARY)) next &= isWord ? WORD : ALL - WORD
  return next
}

const ASCII = Array.from({ length: 128 }, (_, rune) => rune)
const kindOf = (rune: number): number => {
  if (rune === 10) return LINE
  return /\w/.test(String.fromCharCode(rune)) ? WORD : OTHER
}

/** Of which kinds the characters are that a step takes. */
function kindsOf(step: Step): number {
  if (step.op === ANY) return LINE + WORD + OTHER
  if (step.op === ANY_NOT_LINE) return WORD + OTHER
  const beyond = Array.from(step.runes).some((rune) => rune >= ASCII.length) ? OTHER : 0
  return ASCII.reduce((kinds, rune) => (step.matchRune(rune) ? kinds | kindOf(rune) : kinds), beyond)
}
