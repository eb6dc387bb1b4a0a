import type { Confidence, Severity } from '@tacet/rules'

/** What of a match an expression of an allow entry is held against. */
export type RegexTarget = 'secret' | 'match' | 'line'

/** When a match of a rule is no finding. Of the kinds of test that are given, one must hold, or with `and` all. */
export interface CustomAllow {
  readonly description?: string
  /** Default: `or`. */
  readonly condition?: 'or' | 'and'
  /** Ids of commits, in small letters; what stands in no commit is in none of them. */
  readonly commits?: readonly string[]
  /** RE2 syntax, searched for in the path. */
  readonly paths?: readonly string[]
  /** RE2 syntax. */
  readonly regexes?: readonly string[]
  /** Default: `secret`. */
  readonly regexTarget?: RegexTarget
  /** Texts that the secret contains, ignoring case. */
  readonly stopwords?: readonly string[]
}

/** Another rule that must match near. */
export interface CustomRequired {
  readonly id: string
  /** So many lines up or down at most. Left out: anywhere in what is looked at with it. */
  readonly withinLines?: number
  /** Its columns at most so many to the left or right. */
  readonly withinColumns?: number
}

/** A rule of a user's own: plain data, with expressions in RE2 syntax, which take linear time whatever they match. */
export interface CustomRule {
  readonly id: string
  readonly title?: string
  readonly description?: string
  /** Default: `custom`. */
  readonly provider?: string
  /** Default: `high`. */
  readonly severity?: Severity
  /** Default: `high`. */
  readonly confidence?: Confidence
  /** RE2 syntax. Left out: every file whose path `path` matches is a finding. */
  readonly regex?: string
  /** RE2 syntax, searched for in the path; the rule looks at no other file. */
  readonly path?: string
  /** The way from the folder that `path` is meant for to where the paths of findings start, from `wayFrom`. */
  readonly pathPrefix?: string
  /** The number of the group that is the secret. Default: the first group that is not empty, else the whole match. */
  readonly secretGroup?: number
  /** The secret must have more than so many bits of Shannon entropy a character. */
  readonly entropy?: number
  /** The rule looks only at what holds one of them, ignoring case. None: at everything. */
  readonly keywords?: readonly string[]
  readonly tags?: readonly string[]
  /** Where it was written, as the reader knows it: `.gitleaks.toml`. */
  readonly origin?: string
  readonly allow?: readonly CustomAllow[]
  readonly required?: readonly CustomRequired[]
  /** It is there for rules that require it, and reports nothing itself. */
  readonly skipReport?: boolean
  /** Texts in which it finds something, and in which it does not; `tacet rules test` tries them. */
  readonly examples?: readonly string[]
  readonly nonExamples?: readonly string[]
  readonly reference?: string
  readonly revoke?: string
}
