import { readBaseline } from './baseline/find.ts'
import { today } from './expiry.ts'
import type { SuppressSettings } from './suppressors.ts'

/** What of the options of a scan says what is suppressed. */
export interface SuppressOptions {
  readonly inlineAllows?: boolean
  readonly unusedAllows?: boolean
  readonly baselines?: readonly string[]
  readonly baselineKey?: string
  readonly cwd?: string
}

/**
 * Reads what is needed to suppress findings.
 *
 * @throws ScanError `invalid-baseline`
 */
export function suppressSettings(options: SuppressOptions): SuppressSettings {
  const {
    inlineAllows = true,
    unusedAllows = false,
    baselines = [],
    baselineKey,
    cwd = process.cwd(),
  } = options
  return {
    inline: inlineAllows,
    tellsUnused: inlineAllows && unusedAllows,
    today: today(),
    baselines: baselines.map((file) => readBaseline(file, cwd, baselineKey)),
  }
}

/** Tells apart what hides different things, without the day and without keys. */
export function suppressText({
  today: _,
  tellsUnused: __,
  baselines,
  ...settings
}: SuppressSettings): string {
  return JSON.stringify([settings, baselines.map(({ salts, entries }) => [salts, entries])])
}
