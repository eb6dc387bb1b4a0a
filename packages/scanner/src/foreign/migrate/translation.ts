import type { CustomRule } from '../../custom/custom-rule.ts'

/** An entry of `allow` in a `tacet.json`. */
export interface AllowEntry {
  readonly reason: string
  readonly rule?: string
  readonly path?: string
  readonly valueRegex?: string
  readonly commit?: string
}

/** What of another scanner's set-up a `tacet.json` can say. */
export interface Translation {
  readonly exclude: readonly string[]
  /** Ids of rules, or `provider:generic`. */
  readonly off: readonly string[]
  readonly allow: readonly AllowEntry[]
  readonly customRules: readonly Omit<CustomRule, 'origin' | 'pathPrefix'>[]
  /** What has no equivalent, and what is to be known. */
  readonly notes: readonly string[]
}

export const nothing: Translation = { exclude: [], off: [], allow: [], customRules: [], notes: [] }

export const joined = (all: readonly Translation[]): Translation => ({
  exclude: [...new Set(all.flatMap(({ exclude }) => exclude))],
  off: [...new Set(all.flatMap(({ off }) => off))],
  allow: all.flatMap(({ allow }) => allow),
  customRules: all.flatMap(({ customRules }) => customRules),
  notes: all.flatMap(({ notes }) => notes),
})

/** The text of a `tacet.json`. */
export function configText({ exclude, off, allow, customRules }: Translation): string {
  const config = {
    ...(exclude.length > 0 ? { paths: { exclude } } : {}),
    ...(off.length > 0 ? { rules: Object.fromEntries(off.map((id) => [id, 'off'])) } : {}),
    ...(allow.length > 0 ? { allow } : {}),
    ...(customRules.length > 0 ? { customRules } : {}),
  }
  return `${JSON.stringify(config, undefined, 2)}\n`
}
