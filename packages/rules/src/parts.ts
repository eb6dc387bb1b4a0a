import { type Alphabet, alphabets } from '@tacet/core'
import { integer, pick, text } from './random.ts'
import type { Random, Run } from './rule.ts'

/**
 * A piece of a token. Everything that a rule needs derives from its pieces: the pattern, the keywords, the samples
 * and the lengths, so none of them can disagree with another.
 */
export interface Part {
  /** Regular expression, to be joined with its neighbours'. */
  readonly source: string
  /** The same with a capturing group around every run of random characters. */
  readonly capturing: string
  /** Lengths in UTF-16 units. */
  readonly min: number
  readonly max: number
  /** Every text it can be, when those are few. */
  readonly texts: readonly string[] | undefined
  /** The best literals inside it, for the prefilter. */
  readonly anchor: Anchor | undefined
  /** The characters of which its random runs are made. */
  readonly characters: string
  /** All characters that it can hold. */
  readonly alphabet: string
  /** The piece marked as the secret, here or further inside. */
  readonly secret?: Part | undefined
  readonly sample: (random: Random) => string
}

/**
 * Literals one of which is in every match, as they are spelled, how far after its start they can begin, and what
 * follows them.
 */
interface Anchor {
  readonly words: readonly string[]
  readonly before: number
  readonly follows: Run
}

/** A text stands for itself, a list for its members one after the other. */
export type Parts = string | Part | readonly Parts[]

const shortestAnchor = 3
const mostTexts = 64
/** More of what follows a literal need not be looked at to tell that it is none of a token. */
const longestFollowing = 64

/** Escapes what has a meaning in a regular expression, in a class too. */
function escapeRegExp(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

// A catalogue has hundreds of runs of characters out of a dozen sets.
const classes = new Map<string, string>()

/** The class of exactly these characters, runs of neighbours as ranges, without its brackets. */
export function classOf(characters: string): string {
  const known = classes.get(characters)
  if (known !== undefined) return known
  const units = [...new Set(characters)].map((character) => character.charCodeAt(0)).sort((a, b) => a - b)
  let source = ''
  for (let from = 0, to = 0; from < units.length; from = to + 1) {
    to = from
    while (units[to + 1] === units[to]! + 1) to++
    const run = units.slice(from, to + 1).map((unit) => escapeRegExp(String.fromCharCode(unit)))
    source += run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join('')
  }
  classes.set(characters, source)
  return source
}

function fixed(texts: readonly string[]): Part {
  const lengths = texts.map((option) => option.length)
  const source = texts.length === 1 ? escapeRegExp(texts[0]!) : `(?:${texts.map(escapeRegExp).join('|')})`
  const min = Math.min(...lengths)
  return {
    source,
    capturing: source,
    min,
    max: Math.max(...lengths),
    texts,
    anchor:
      min < shortestAnchor ? undefined : { words: [...new Set(texts)], before: 0, follows: following([]) },
    characters: '',
    alphabet: union(texts),
    sample: (random) => pick(random, texts),
  }
}

/**
 * Characters drawn from a set.
 *
 * @param characters the set, each character once.
 * @param min the least number of characters.
 * @param max the greatest; as many as `min` when left out.
 * @param extra characters allowed besides, but never drawn for a sample: a dot or an equals sign at an end of a token
 * would belong to the text around it.
 */
export function anyOf(characters: string, min = 1, max = min, extra = ''): Part {
  const source = `[${classOf(characters + extra)}]{${min === max ? min : `${min},${max}`}}`
  return {
    source,
    capturing: `(${source})`,
    min,
    max,
    texts: undefined,
    anchor: undefined,
    characters: characters + extra,
    alphabet: characters + extra,
    // Short and long ones alike, so that both ends of the range are tried.
    sample: (random) => text(random, characters, integer(random, min, max)),
  }
}

/** Characters of one of core's alphabets; otherwise as `anyOf`. */
export function chars(alphabet: Alphabet, min: number, max = min, extra = ''): Part {
  return anyOf(alphabets[alphabet], min, max, extra)
}

/** Characters that the rule's checksum decides: matched like any others, filled in by the checksum in a sample. */
export function check(part: Part): Part {
  return { ...part, sample: () => '' }
}

/** One of several alternatives. */
export function oneOf(...options: readonly [Parts, Parts, ...Parts[]]): Part {
  const parts = options.map(sequence)
  const texts = parts.flatMap((part) => part.texts ?? [])
  if (parts.every((part) => part.texts) && texts.length <= mostTexts) return fixed(texts)
  const anchors = parts.flatMap((part) => part.anchor ?? [])
  return {
    source: `(?:${parts.map((part) => part.source).join('|')})`,
    capturing: `(?:${parts.map((part) => part.capturing).join('|')})`,
    min: Math.min(...parts.map((part) => part.min)),
    max: Math.max(...parts.map((part) => part.max)),
    texts: undefined,
    anchor:
      anchors.length < parts.length
        ? undefined
        : {
            words: [...new Set(anchors.flatMap((anchor) => anchor.words))],
            before: Math.max(...anchors.map((anchor) => anchor.before)),
            follows: {
              characters: union(anchors.map(({ follows }) => follows.characters)),
              least: Math.min(...anchors.map(({ follows }) => follows.least)),
            },
          },
    characters: charactersOf(parts),
    alphabet: union(parts.map((part) => part.alphabet)),
    sample: (random) => pick(random, parts).sample(random),
  }
}

/** Something that may be missing. */
export function optional(...inner: readonly Parts[]): Part {
  const part = sequence(inner)
  return {
    ...part,
    source: `(?:${part.source})?`,
    capturing: `(?:${part.capturing})?`,
    min: 0,
    texts: undefined,
    anchor: undefined,
    sample: (random) => (random() < 0.5 ? '' : part.sample(random)),
  }
}

/** The part of a match that is the secret; without it the whole match is. At most one in a rule. */
export function secret(...inner: readonly Parts[]): Part {
  const part = sequence(inner)
  return { ...part, source: `(?<secret>${part.source})`, secret: part }
}

/** A `/`, also as PHP and other writers of JSON escape it. */
export const slash: Part = {
  ...fixed(['/']),
  source: String.raw`\\?\/`,
  capturing: String.raw`\\?\/`,
  alphabet: '\\/',
  max: 2,
  texts: undefined,
}

/** 8-4-4-4-12 hexadecimal digits. */
export const uuid: Part = sequence(
  [8, 4, 4, 4, 12].flatMap((n, i) => (i ? ['-', chars('hex', n)] : [chars('hex', n)])),
)

/** Three decimal digits in base64: of the four characters that they take, each can only be one of a few. */
export const threeDigits: Part = sequence([
  anyOf('MNO'),
  anyOf('DTjz'),
  anyOf('AEIMQUYcgk'),
  anyOf('wxyz012345'),
])

/** Parts one after the other. */
export function sequence(parts: Parts): Part {
  if (typeof parts === 'string') return fixed([parts])
  if ('source' in parts) return parts
  const list = parts.map(sequence)
  const texts = list.reduce<readonly string[] | undefined>((all, part) => joined(all, part.texts), [''])
  return {
    source: list.map((part) => part.source).join(''),
    capturing: list.map((part) => part.capturing).join(''),
    min: list.reduce((sum, part) => sum + part.min, 0),
    max: list.reduce((sum, part) => sum + part.max, 0),
    texts,
    anchor: bestAnchor(list),
    characters: charactersOf(list),
    alphabet: union(list.map((part) => part.alphabet)),
    secret: list.find((part) => part.secret)?.secret,
    sample: (random) => list.map((part) => part.sample(random)).join(''),
  }
}

function charactersOf(parts: readonly Part[]): string {
  return union(parts.map((part) => part.characters))
}

/** Each character of the texts once. */
function union(texts: readonly string[]): string {
  const sets = new Set(texts)
  sets.delete('')
  return [...new Set([...sets].join(''))].join('')
}

/** What these parts are, one after the other, when more is not asked. */
function following(parts: readonly Part[], first: Run = { characters: '', least: 0 }): Run {
  return {
    characters: union([first.characters, ...parts.map((part) => part.alphabet)]),
    least: Math.min(longestFollowing, first.least + parts.reduce((sum, part) => sum + part.min, 0)),
  }
}

/** Every text of one piece followed by every text of the next. */
function joined(
  left: readonly string[] | undefined,
  right: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!left || !right || left.length * right.length > mostTexts) return undefined
  return left.flatMap((head) => right.map((tail) => head + tail))
}

/** The longest literals of a list, neighbours that are fixed joined; the first of equals. */
function bestAnchor(list: readonly Part[]): Anchor | undefined {
  let best: Anchor | undefined
  const consider = (anchor: Anchor | undefined): void => {
    if (anchor && (!best || weight(anchor) > weight(best))) best = anchor
  }
  let start = 0
  for (let from = 0; from < list.length; start += list[from]!.max, from++) {
    const { anchor } = list[from]!
    if (anchor) {
      const follows = following(list.slice(from + 1), anchor.follows)
      consider({ ...anchor, before: anchor.before + start, follows })
    }
    let run: readonly string[] | undefined = ['']
    for (let to = from; to < list.length; to++) {
      run = joined(run, list[to]!.texts)
      if (!run) break
      if (run.every((word) => word.length >= shortestAnchor))
        consider({ words: [...new Set(run)], before: start, follows: following(list.slice(to + 1)) })
    }
  }
  return best
}

function weight(anchor: Anchor): number {
  return Math.min(...anchor.words.map((word) => word.length))
}
