import type { Secret, SecretValue } from '../secret.ts'

/** What sources look at. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder that secrets are mounted in. */
  readonly root: string
}

/** Why there is no secret: what the developer has to know, and never a value. */
export interface Missing {
  readonly name: string
  /** Where it was looked for, and what was found there. */
  readonly where: string
  /** What to do about it. */
  readonly remedy: string
  readonly cause?: unknown
}

/** One place that a secret comes from. */
export interface Source<S extends Secret<SecretValue> | undefined> {
  read(surroundings: Surroundings): { readonly secret: S } | { readonly missing: Missing }
}

export interface Optional {
  /** Whether the service can do without. */
  readonly optional?: boolean
}

/** What a source gives: possibly nothing when the secret is optional. */
export type Given<S, O extends Optional> = O extends { readonly optional: true } ? S | undefined : S
