import type { ShardRecord } from './shard.ts'
import type { StaleEntry } from './suppress/baseline/stale.ts'
import type { UnusedAllow } from './suppress/unused.ts'

/**
 * Why something was not looked at. `link`: a symbolic link to what is in the tree, and is scanned there; `outside`:
 * one that leads out of it, or nowhere. Of containers, such as archives: `encrypted` with a password; `damaged`, and
 * looked at up to there; `unsupported`, compressed in a way that is not read; `limit`, nested deeper or expanding to
 * more than it may. Of a history: `missing`, objects that a partial clone left out; `lfs`, a pointer to a file that
 * Git LFS keeps elsewhere, of which only the pointer was scanned. `excluded`: a configuration says so. Only `unreadable` and
 * `missing` make a scan incomplete.
 */
export type SkipReason =
  | 'binary'
  | 'too-large'
  | 'unreadable'
  | 'link'
  | 'outside'
  | 'not-a-file'
  | 'encrypted'
  | 'damaged'
  | 'unsupported'
  | 'limit'
  | 'missing'
  | 'lfs'
  | 'excluded'

export interface Skip {
  readonly path: string
  readonly reason: SkipReason
  /** What the system said, without a value. */
  readonly detail?: string
}

/** What a scan looked at. A scan that looked at nothing proves nothing. */
export interface Coverage {
  readonly rules: number
  readonly files: number
  readonly bytes: number
  /** Those that nothing suppressed. */
  readonly findings: number
  /** How many more there are that were hidden, by the kind of what hid them. Left out when there are none. */
  readonly suppressed?: Readonly<Record<string, number>>
  /** Entries of baselines that hid nothing, when all was scanned that they are for. Left out when there are none. */
  readonly stale?: readonly StaleEntry[]
  /** The configurations that were obeyed, when there were any. */
  readonly configs?: readonly string[]
  /** Comments `tacet:allow` in files that hid nothing, when they were asked for and there are any. */
  readonly unusedAllows?: readonly UnusedAllow[]
  /** Milliseconds, wall time. */
  readonly duration: number
  /** Commits and objects of histories, when any were looked at. */
  readonly commits?: number
  readonly objects?: number
  /** Objects that were not looked at again, since an earlier scan by the same rules found nothing in them. */
  readonly known?: number
  /** Which part of the whole this was, when it was one. */
  readonly shard?: ShardRecord
  /** What to know of how it was scanned, in words: whose rules and settings counted. Left out when there is nothing. */
  readonly notes?: readonly string[]
  readonly skipped: readonly Skip[]
  readonly sources: readonly {
    readonly kind: 'directory' | 'git-work-tree' | 'git-history' | 'git-index' | 'list' | 'stdin'
    readonly root: string
  }[]
}
