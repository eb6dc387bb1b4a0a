/** How much harm a leak does. */
export type Severity = 'critical' | 'high' | 'medium' | 'low'

/** What a checksum inside a token says. */
export type Verdict = 'valid' | 'invalid' | 'unknown'

/** Random numbers in [0, 1), from a seed: samples are made when they are needed and never stored. */
export type Random = () => number

/** How sure a finding is. The default threshold of a scan is `medium`. */
export type Confidence = 'very-high' | 'high' | 'medium' | 'low'

/** A match of a rule's pattern, with what stands around it. */
export interface Candidate {
  readonly secret: string
  readonly groups: Readonly<Record<string, string | undefined>>
  /** The text around the match, at least `contextReach` units each way where there are as many. */
  readonly text: string
  /** Where the secret starts and ends in `text`. */
  readonly start: number
  readonly end: number
  /** Relative path with `/`; empty when there is none. */
  readonly path: string
}

/** `none` says that the candidate is no secret. Reasons are a few words each, for a reader, without the value. */
export interface Judgement {
  readonly confidence: Confidence | 'none'
  readonly reasons: readonly string[]
}

/** Where a secret stands in a match that holds several, in UTF-16 units, and the name that it has there. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly name: string
}

/** Some characters in a row. */
export interface Run {
  /** Those of ASCII that it can hold. */
  readonly characters: string
  /** Whether it can hold those beyond ASCII too. */
  readonly others?: boolean | undefined
  /** How many there are at least and at most, in UTF-16 units; left out, no more than the least have to be looked at. */
  readonly least: number
  readonly most?: number | undefined
}

/** How far a pattern looks beyond a match, in UTF-16 units. */
export const boundaryReach = 6

/** What one kind of credential looks like, ready to be searched for. Made by `defineRule` or `custom`. */
export interface Rule {
  /** Kebab case, unique: `stripe-secret-key`. */
  readonly id: string
  readonly title: string
  readonly provider: string
  readonly severity: Severity
  /** Lower-case literals of at least three bytes of UTF-8; text in which none occurs (ignoring case) cannot match. */
  readonly keywords: readonly string[]
  /** The keywords as a token spells them, of a rule that knows its token by nothing but its form. */
  readonly literals?: readonly string[] | undefined
  /**
   * What stands right after a keyword that leads to a match: these runs in turn, each as long as it goes. It tells off
   * most of the places where a keyword stands for something else.
   */
  readonly follows?: readonly Run[] | undefined
  /**
   * Has the flags `dg`. The secret is the group named `secret`, or the whole match. Bounded, so linear. It looks at
   * most `boundaryReach` units beyond either end of a match to see that no longer word goes on there; a group `head`
   * may be found further before it. Where there are the groups `head` and `tail`, a finding is located from the one to
   * the other, on one line: its secret is a part of what has to be replaced.
   */
  readonly pattern: RegExp
  /**
   * Regular expression of something that is in every match of the pattern, or begins at most `boundaryReach` units
   * before it, when it is much cheaper to look for.
   */
  readonly token?: string | undefined
  /**
   * No match is longer than this, in UTF-16 units; and a match ends at most so many units after the start of the
   * keyword that led to it. So `[keyword - before, keyword + longest]` holds every match of a keyword, and a match
   * starts at the keyword or before it.
   */
  readonly longest: number
  /** A match starts at most so many units before the start of the keyword that led to it. */
  readonly before: number
  /** How far around the match `judge` wants to see, in UTF-16 units. */
  readonly contextReach: number
  /**
   * The secrets in a match that may hold several, as a manifest or rows of a table do; each is judged for itself, its
   * name in the group `name`. Linear. Left out, the secret is the group `secret`, or the whole match.
   */
  readonly within?: (match: string) => readonly Span[]
  /**
   * Ends of paths, in small letters: at the start of such a file the pattern is tried, whether or not it holds a
   * keyword. Only with it may there be no keywords.
   */
  readonly files?: readonly string[]
  /** Context words, checksums, placeholders, likelihood. Linear in the candidate's text. */
  readonly judge: (candidate: Candidate) => Judgement
  /** A fresh text that the rule must find with at least medium confidence. Equal seeds give equal samples. */
  readonly sample: (random: Random) => string
  /** Texts close to a sample that the rule must leave alone. */
  readonly nearMisses: readonly ((sample: string) => string)[]
  readonly reference?: string | undefined
  readonly revoke?: string | undefined
  /** Ids of rules whose matches are of use only with this credential: an id beside its secret is one finding with it. */
  readonly companions?: readonly string[] | undefined
  /**
   * The ids of the rules of secrets that it goes with, when it finds identifiers: they are reported with such a secret
   * that is near, and never by themselves.
   */
  readonly identifies?: RegExp
}
