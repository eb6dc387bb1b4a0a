/**
 * Globs as in a `.gitignore`, and `{a,b}`. A configuration may come with what is scanned, so matching takes a time
 * that the lengths of pattern and path bound: no regular expression that tries again and again.
 */
export interface Glob {
  /** Whether it takes back what an earlier one matched. */
  readonly negated: boolean
  /** Whether the path, or a folder that it is in, matches. */
  test(path: string): boolean
}

/** A text that cannot be read as a glob; the message says why. */
export class GlobError extends Error {
  override readonly name = 'GlobError'
}

const MOST_ALTERNATIVES = 64
const LONGEST = 500
const ANY_NAMES = '**'

/** One character: itself, any, or one of a class. */
type Unit = { readonly text: string } | { readonly any: true } | CharacterClass

interface CharacterClass {
  readonly ranges: readonly (readonly [from: string, to: string])[]
  readonly negated: boolean
}

/** A name between two `/`: `star` stands for any characters. */
type Segment = typeof ANY_NAMES | readonly (Unit | 'star')[]

/** @throws GlobError */
export function glob(pattern: string): Glob {
  if (pattern.length > LONGEST) throw new GlobError(`this glob is longer than ${LONGEST} characters`)
  const negated = pattern.startsWith('!')
  const all = alternatives(negated ? pattern.slice(1) : pattern).map(compile)
  return {
    negated,
    test(path) {
      const names = path.split('/')
      return all.some((matches) => matches(names))
    },
  }
}

/** Whether the last of the globs that match says so; undefined when none does. */
export function verdict(globs: readonly Glob[], path: string): boolean | undefined {
  const last = globs.findLast((each) => each.test(path))
  return last && !last.negated
}

/** Whether a text has a shape in which `*` stands for any characters, and all else for itself. */
export function hasShape(shape: string, text: string): boolean {
  const units = [...shape].map((character): Unit | 'star' =>
    character === '*' ? 'star' : { text: character },
  )
  return matchesName(units, [...text])
}

function compile(pattern: string): (names: readonly string[]) => boolean {
  const isFolder = pattern.endsWith('/')
  const text = isFolder ? pattern.slice(0, -1) : pattern
  const isAnchored = text.includes('/')
  const parts = (text.startsWith('/') ? text.slice(1) : text).split('/')
  if (parts.includes('')) throw new GlobError('a name is missing in this glob')
  if (parts.includes('..') || parts.includes('.')) {
    throw new GlobError('a glob starts at the folder of its file, so . and .. mean nothing in it')
  }
  const last = parts.length - 1
  const segments = parts.map((part, at): Segment => {
    // At the end it is any name, and so all that is in a folder of that name.
    if (part === ANY_NAMES) return at === last ? ['star'] : ANY_NAMES
    return segment(part)
  })
  const whole: readonly Segment[] = isAnchored ? segments : [ANY_NAMES, ...segments]
  return (names) => matchesFolder(whole, names, isFolder)
}

/** Whether the segments match the path, or with `above` a folder above it. */
function matchesFolder(segments: readonly Segment[], names: readonly string[], above: boolean): boolean {
  // All segments to which the names read so far may have led: so none is tried twice with the same name.
  let reached = withNone(new Set([0]), segments)
  for (const [index, name] of names.entries()) {
    const next = new Set<number>()
    const characters = [...name]
    for (const at of reached) {
      const each = segments[at]
      if (each === ANY_NAMES) next.add(at)
      else if (each && matchesName(each, characters)) next.add(at + 1)
    }
    reached = withNone(next, segments)
    if (reached.has(segments.length) && (!above || index < names.length - 1)) return true
    if (reached.size === 0) return false
  }
  return false
}

/** Any names may also be none. */
function withNone(reached: Set<number>, segments: readonly Segment[]): Set<number> {
  for (const at of reached) if (segments[at] === ANY_NAMES) reached.add(at + 1)
  return reached
}

/** Only the last star is ever tried again: what those before it took need not change. */
function matchesName(units: readonly (Unit | 'star')[], characters: readonly string[]): boolean {
  let at = 0
  let star = -1
  let resume = 0
  for (let index = 0; index < characters.length; ) {
    const unit = units[at]
    if (unit === 'star') {
      star = at++
      resume = index
    } else if (unit !== undefined && matchesUnit(unit, characters[index]!)) {
      at++
      index++
    } else if (star >= 0) {
      at = star + 1
      index = ++resume
    } else return false
  }
  while (units[at] === 'star') at++
  return at === units.length
}

function matchesUnit(unit: Unit, character: string): boolean {
  if ('text' in unit) return unit.text === character
  if ('any' in unit) return true
  return unit.ranges.some(([from, to]) => from <= character && character <= to) !== unit.negated
}

function segment(text: string): Segment {
  const units: (Unit | 'star')[] = []
  const characters = [...text]
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at]!
    if (character === '*') {
      if (units.at(-1) !== 'star') units.push('star')
    } else if (character === '?') units.push({ any: true })
    else if (character === '[') {
      const end = characters.indexOf(']', at + (/[!^]/.test(characters[at + 1] ?? '') ? 3 : 2))
      if (end < 0) throw new GlobError('a [ in this glob has no ]: write \\[ for the sign itself')
      units.push(characterClass(characters.slice(at + 1, end)))
      at = end
    } else if (character === '\\') {
      const escaped = characters[++at]
      if (escaped === undefined)
        throw new GlobError('nothing follows the \\ in this glob: between names is a /')
      units.push({ text: escaped })
    } else units.push({ text: character })
  }
  return units
}

function characterClass(characters: readonly string[]): CharacterClass {
  const negated = /^[!^]$/.test(characters[0] ?? '')
  const ranges: [string, string][] = []
  for (let at = negated ? 1 : 0; at < characters.length; at++) {
    const from = characters[at]!
    const to = characters[at + 1] === '-' ? characters[at + 2] : undefined
    ranges.push([from, to ?? from])
    if (to !== undefined) at += 2
  }
  return { negated, ranges }
}

/** What the braces of a pattern stand for. */
function alternatives(pattern: string): readonly string[] {
  const open = findBrace(pattern, '{', 0)
  if (open < 0) return [pattern]
  const inner: string[] = []
  let start = open + 1
  for (let at = start, depth = 1; ; at++) {
    const character = pattern[at]
    if (character === undefined)
      throw new GlobError('a { in this glob has no }: write \\{ for the sign itself')
    if (character === '\\') at++
    else if (character === '{') depth++
    else if (character === '}') depth--
    const isEnd = character === '}' && depth === 0
    if (!isEnd && !(character === ',' && depth === 1)) continue
    inner.push(pattern.slice(start, at))
    start = at + 1
    if (!isEnd) continue
    const all = inner.flatMap((each) => alternatives(pattern.slice(0, open) + each + pattern.slice(at + 1)))
    if (all.length > MOST_ALTERNATIVES)
      throw new GlobError(`this glob stands for more than ${MOST_ALTERNATIVES}`)
    return all
  }
}

function findBrace(pattern: string, brace: string, from: number): number {
  for (let at = from; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++
    else if (pattern[at] === brace) return at
  }
  return -1
}
