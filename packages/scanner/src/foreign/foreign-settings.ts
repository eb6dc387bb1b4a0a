import type { CustomAllow } from '../custom/custom-rule.ts'

/** An allow entry that is meant for some rules only, when it names them. */
export interface TargetedAllow extends CustomAllow {
  readonly targetRules?: readonly string[]
}

/** A place that is known: `file:rule:line`, and the commit that it is in, when that counts. */
export interface KnownPlace {
  readonly file: string
  readonly ruleId: string
  readonly line: number
  readonly commit?: string
}

/** A value that is known in a file, as the hash of it. */
export interface KnownValue {
  readonly file: string
  readonly hash: string
  /** Where it was, when that is known: there it counts also when it is taken for more of the line, or for less. */
  readonly line?: number
  readonly reason?: string
}

/** What one file of another scanner hides, as plain data. Its paths are relative to a folder. */
export interface ForeignFile {
  /** What hides: `.gitleaksignore`, `gitleaks report`, `.gitleaks.toml`, `.secrets.baseline`. */
  readonly kind: string
  /** As messages call the file. */
  readonly origin: string
  /** The way from that folder to where the paths of findings start, from `wayFrom`. */
  readonly prefix: string
  readonly allow?: readonly TargetedAllow[]
  readonly places?: readonly KnownPlace[]
  readonly values?: { readonly algorithm: 'sha1' | 'sha256'; readonly known: readonly KnownValue[] }
  /** The file itself, which other scanners pass over. */
  readonly itself?: string
}

/** What of other scanners is honoured: plain data, the same for every thread. */
export interface ForeignSettings {
  /** Whether their comments beside a secret count. */
  readonly comments: boolean
  readonly files: readonly ForeignFile[]
}
