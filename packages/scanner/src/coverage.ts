/**
 * Why something was not looked at. `link`: a symbolic link to what is in the tree, and is scanned there; `outside`:
 * one that leads out of it, or nowhere. Only `unreadable` makes a scan incomplete.
 */
export type SkipReason = 'binary' | 'too-large' | 'unreadable' | 'link' | 'outside' | 'not-a-file'

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
  readonly findings: number
  /** Milliseconds, wall time. */
  readonly duration: number
  readonly skipped: readonly Skip[]
  readonly sources: readonly {
    readonly kind: 'directory' | 'git-work-tree' | 'stdin'
    readonly root: string
  }[]
}
