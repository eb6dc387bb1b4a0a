import type { Confidence, Severity } from '@tacet/rules'
import type { Suppression } from './suppression.ts'

/**
 * Where a secret stands, or the connection string or encoded value that it is a part of. Lines and columns start at
 * 1; columns count UTF-16 units; the end is exclusive.
 * A binary file is one line, whose columns count bytes.
 */
export interface Location {
  /**
   * As the path given to the scan leads to it, with `/` between its parts: from the working directory when that path
   * was relative. `-` for standard input. `!/` leads into an archive, or another file that holds files. Bytes that are
   * not UTF-8 are written `\xff`.
   */
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** What belongs to a secret and stands near it, as the id of a key. */
export interface Companion {
  readonly ruleId: string
  readonly title: string
  readonly masked: string
  readonly location: Location
  /** Only there when the scan was asked for values. */
  readonly value?: string
}

/** A commit, and who made it when. */
export interface CommitReference {
  readonly commit: string
  readonly author?: string
  /** Only there when the scan was asked for it. */
  readonly email?: string
  /** When it was authored: ISO 8601, with the offset of the author's clock. */
  readonly date?: string
}

/** Where a secret came from in the history of a repository, and where it went. */
export interface History extends Partial<CommitReference> {
  /** What holds it, in the first commit that does; that commit is left out when no commit does. */
  readonly kind: 'file' | 'file-name' | 'commit-message' | 'tag-message'
  /** The id of that object. */
  readonly object: string
  /** How many objects hold it, such as versions of a file. */
  readonly versions: number
  /** Every path that held it. */
  readonly paths: readonly string[]
  /** The refs at whose tip it still stands, branches first; `index` for the index. */
  readonly tips: readonly string[]
  /** The refs from which it can be reached: besides branches and tags also `stash@{0}`, `reflog`, `unreachable`. */
  readonly refs: readonly string[]
  /** How many more of them there are than are named, when there are more than a hundred. */
  readonly moreTips?: number
  readonly moreRefs?: number
  /** The commit that took it away, when it was not brought back after that. */
  readonly removedIn?: CommitReference
}

/** A credential that a rule found, located and judged. It does not hold the value unless asked to. */
export interface Finding {
  readonly ruleId: string
  /** The rule's title, in words. */
  readonly title: string
  readonly provider: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** Why the confidence is what it is, each in a few words that can be read. */
  readonly reasons: readonly string[]
  readonly location: Location
  /** The value with all but a few of its first characters replaced. */
  readonly masked: string
  /** The line that holds it, every secret in it masked, cut to a bounded length. */
  readonly excerpt: string
  /** Where in the excerpt its masked value starts, in UTF-16 units from 0. */
  readonly focus: number
  /**
   * How it is written where it stands, the outermost first: `['base64', 'percent-encoding']`. Left out when it stands
   * in plain sight; else `masked`, `fingerprint` and `value` are of what it says, not of how it is written.
   */
  readonly via?: readonly string[]
  readonly companion?: Companion
  /** Only there when a history was scanned; `location` is then in the first commit that holds it. */
  readonly history?: History
  /** A keyed hash of the value and its rule, not of its position. */
  readonly fingerprint: string
  /**
   * Only there when a shard was scanned: which of the files or repositories of all shards it is in, from 0, in the order
   * of a scan of the whole.
   */
  readonly place?: number
  /** Who is to be told of it, as a configuration says. */
  readonly owner?: string
  /** The numbers of the value shapes of configurations that it has. Only there until those have judged it. */
  readonly shapes?: readonly number[]
  /** What hides it. Only there when the scan was asked for what is suppressed. */
  readonly suppression?: Suppression
  /** Why a suppression that is meant for it does not hide it, in words. */
  readonly note?: string
  /** The vendor's page that describes the credential, and the one that revokes it. */
  readonly reference?: string
  readonly revoke?: string
  /** The value itself. Only there when the scan was asked for values. */
  readonly value?: string
}
