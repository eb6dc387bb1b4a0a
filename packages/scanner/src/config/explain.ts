import type { Confidence, Severity } from '@tacet/rules'
import { isOver } from '../suppress/expiry.ts'
import type { Allow, ConfigData, Sourced } from './config-data.ts'
import { ARCHIVE_DEPTH, DECODE_DEPTH } from './defaults.ts'
import type { Policy } from './policy.ts'

/** A setting as it holds, and where it stands; a default stands nowhere. */
export interface Setting<Value> {
  readonly value: Value
  /** `FILE:LINE:COLUMN` */
  readonly where?: string
}

/** What an entry of `rules` says that holds for a path. */
export interface RuleSetting {
  /** As it is written. */
  readonly rules: string
  /** How many rules that means. */
  readonly count: number
  readonly on?: boolean
  readonly threshold?: Confidence
  readonly severity?: Severity
  readonly where: string
}

/** What holds for a path, and why. */
export interface ExplainedPath {
  /** The configurations that have a say, the outermost first. */
  readonly configs: readonly string[]
  readonly scanned: Setting<boolean>
  readonly owner?: Setting<string>
  readonly threshold: Setting<Confidence>
  readonly decodeDepth: Setting<number>
  readonly archiveDepth: Setting<number>
  /** In bytes; null: any. */
  readonly maxFileSize: Setting<number | null>
  /** In their order: of those about a rule the last counts. */
  readonly rules: readonly RuleSetting[]
  /** The allow entries that may hide something here; those that are over are `expired`. */
  readonly allow: readonly (Omit<Allow, 'ids'> & { readonly expired?: true })[]
}

/** @param path - absolute, with `/` between its parts; of a folder, with one at its end */
export function explainPath(policy: Policy, path: string, today: string): ExplainedPath {
  const excluded = policy.excluded(path)
  const { threshold, owner, rules } = policy.general(path)
  const outermost = policy.data[0]
  return {
    configs: policy.above(path).flatMap(({ files }) => files),
    scanned: excluded === undefined ? { value: true } : { value: false, where: excluded },
    ...(owner ? { owner } : {}),
    threshold,
    decodeDepth: limit(outermost, 'decodeDepth', DECODE_DEPTH),
    archiveDepth: limit(outermost, 'archiveDepth', ARCHIVE_DEPTH),
    maxFileSize: limit(outermost, 'maxFileSize', null),
    rules: rules.map(({ pattern, ids, ...line }) => ({ rules: pattern, count: ids.length, ...line })),
    allow: policy.allowedIn(path).map(({ ids, ...entry }) => ({
      ...entry,
      ...(isOver(entry.until, today) ? { expired: true } : {}),
    })),
  }
}

function limit<Value extends number | null>(
  data: ConfigData | undefined,
  key: 'decodeDepth' | 'archiveDepth' | 'maxFileSize',
  fallback: Value,
): Setting<number | Value> {
  const said: Sourced<number> | undefined = data?.[key]
  return said ?? { value: fallback }
}
