import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { rules as allRules, type Severity } from '@tacet/rules'
import { checkNames, type Names } from './check-names.ts'
import { type ExplainedPath, explainPath } from './config/explain.ts'
import { ScanConfig } from './config/scan-config.ts'
import type { TriedRule } from './config/try-rules.ts'
import { listUnits } from './list-units.ts'
import { today } from './suppress/expiry.ts'

export type { ExplainedPath } from './config/explain.ts'
export type { TriedRule } from './config/try-rules.ts'

export interface InspectOptions {
  /** Where scanning would start. Default: the working directory. */
  readonly path?: string
  /** One configuration for all, instead of those that are there. */
  readonly config?: string | undefined
  /** Where relative paths start. Default: the working directory of the process. */
  readonly cwd?: string
  /** Look for configurations in all folders below the path too. Default: false. */
  readonly below?: boolean
  readonly signal?: AbortSignal | undefined
}

const names: Names<InspectOptions> = { path: true, config: true, cwd: true, below: true, signal: true }

/** A rule as a scan would use it. */
export interface ListedRule {
  readonly id: string
  readonly title: string
  readonly provider: string
  readonly severity: Severity
  readonly on: boolean
  /** `Tacet`, or where it is defined: `FILE:LINE:COLUMN`. */
  readonly source: string
  /** Where it is turned off, or its severity comes from. */
  readonly where?: string
}

/** What configurations say, without a scan. */
export interface InspectedConfig {
  /** Those that were read, as they are shown. */
  readonly files: readonly string[]
  /** What of them has no effect, in words. */
  readonly notes: readonly string[]
  /** Allow entries that are over, with the day and their place. */
  readonly expired: readonly { readonly until: string; readonly where: string }[]
  /** What holds for a path below, and why. */
  explain(path: string): ExplainedPath
  /** All rules, in the order in which they count. */
  rules(): readonly ListedRule[]
  /** Tries the rules that they add with their examples. */
  tryRules(): Promise<readonly TriedRule[]>
}

/**
 * Reads the configurations that a scan of a path would obey.
 *
 * @throws ScanError `invalid-config` with every mistake and its place; `path-not-found`, `not-readable`
 */
export async function inspectConfig(options: InspectOptions = {}): Promise<InspectedConfig> {
  checkNames('inspectConfig', options, names)
  const { path = '.', cwd = process.cwd(), config: file, below = false, signal } = options
  const day = today()
  const start = {
    file,
    ofRepository: false,
    paths: [path],
    cwd,
    rules: allRules,
    threshold: undefined,
    today: day,
  }
  const config = new ScanConfig(start)
  await config.load()
  if (below) {
    const what = { paths: [path], filesFrom: undefined, cwd, shard: undefined }
    const { configs } = await listUnits(what, { signal, breathe: () => undefined })
    config.nested(configs)
    await config.load()
  }
  const { policy } = config
  const { custom, parts } = config.own.sources
  const own = [...parts, ...custom]
  return {
    files: config.files,
    notes: config.passedOver,
    expired: policy.data.flatMap(({ allow }) =>
      allow.flatMap(({ until, where }) => (until !== undefined && until < day ? [{ until, where }] : [])),
    ),
    explain: (of) => explainPath(policy, placeOf(config, of, cwd), day),
    rules() {
      const at = placeOf(config, path, cwd)
      const listed = own.map(({ value: { provider = 'custom', severity = 'high', title, id }, where }) => ({
        id,
        title: title ?? id,
        provider,
        severity,
        source: where,
      }))
      return [...listed, ...allRules.map((rule) => ({ ...picked(rule), source: 'Tacet' }))].map((rule) => {
        const { off, severity } = policy.effective(at, rule.id)
        const where = off ?? severity?.where
        return {
          ...rule,
          severity: severity?.value ?? rule.severity,
          on: off === undefined,
          ...(where === undefined ? {} : { where }),
        }
      })
    },
    async tryRules() {
      // Only for this, and what it needs is much.
      const { tryRules } = await import('./config/try-rules.ts')
      return tryRules(custom, parts, allRules)
    },
  }
}

const picked = ({ id, title, provider, severity }: Omit<ListedRule, 'on' | 'source'>) => ({
  id,
  title,
  provider,
  severity,
})

/** A folder stands for what is in it. */
function placeOf(config: ScanConfig, path: string, cwd: string): string {
  const isFolder = statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() ?? false
  return config.place(path) + (isFolder ? '/' : '')
}
