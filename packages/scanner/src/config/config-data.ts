import type { Confidence, Severity } from '@tacet/rules'
import type { CustomRule } from '../custom/custom-rule.ts'
import type { PartsRule } from './parts-rule.ts'

/** A setting, and where it stands: `FILE:LINE:COLUMN`. */
export interface Sourced<Value> {
  readonly value: Value
  readonly where: string
}

/** What a key of `rules` says. */
export interface RuleLine {
  /** As it is written: an id, a glob of ids, a provider. */
  readonly pattern: string
  /** The rules that it means. */
  readonly ids: readonly string[]
  readonly on?: boolean
  readonly threshold?: Confidence
  readonly severity?: Severity
  readonly where: string
}

/** What holds in a folder, or in what the globs match of it. Of several layers the last counts. */
export interface Layer {
  /** Left out: everywhere. */
  readonly globs?: readonly string[]
  readonly rules: readonly RuleLine[]
  readonly threshold?: Sourced<Confidence>
  readonly owner?: Sourced<string>
}

/** Findings that are known to be none. */
export interface Allow {
  readonly reason: string
  /** The rules that it is about. Left out: all. */
  readonly ids?: readonly string[]
  readonly path?: string
  readonly value?: string
  readonly valueRegex?: string
  readonly commit?: string
  readonly until?: string
  readonly where: string
}

/** What a `tacet.json` and all that it extends say, checked. */
export interface ConfigData {
  /** What was read, as it is shown: what is extended first. */
  readonly files: readonly string[]
  readonly layers: readonly Layer[]
  readonly include: readonly Sourced<string>[]
  readonly exclude: readonly Sourced<string>[]
  readonly allow: readonly Allow[]
  readonly decodeDepth?: Sourced<number>
  readonly archiveDepth?: Sourced<number>
  readonly maxFileSize?: Sourced<number>
  /** Rules of the user's own: by an expression, and by their parts. */
  readonly custom: readonly Sourced<CustomRule>[]
  readonly parts: readonly Sourced<PartsRule>[]
}

/** What a reader of a configuration needs to know of a rule. */
export interface RuleName {
  readonly id: string
  readonly provider: string
}
