import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { Secret, SecretValue } from './secret.ts'
import type { Surroundings } from './sources/surroundings.ts'

/** One secret that a service declares: where it comes from, and what it has to be. Made by `env` and `file`. */
export interface Definition<S extends Secret<unknown> | undefined = Secret<unknown> | undefined> {
  /** Of the variable or the file; placeholders and events name the secret by it. */
  readonly name: string
  readonly kind: 'variable' | 'file'
  readonly options: DefinitionOptions
  /** Looks for the value, and reads it. */
  find(surroundings: Surroundings): Look
  /** Puts what was read into its wrapper. */
  wrap(value: unknown, path: string | undefined): S
}

/** Turns a value into what the application needs: a function, or a schema of zod, valibot, arktype and the like. */
export type Parse<I> = ((value: I) => unknown) | StandardSchemaV1

export interface DefinitionOptions {
  readonly optional?: boolean
  readonly default?: unknown
  readonly oneOf?: readonly string[]
  readonly parse?: Parse<never>
}

/** What came of looking for a value. */
export interface Look {
  /** Every place that was looked into, with what was seen there: names and paths, never a value. */
  readonly lookedIn: readonly string[]
  readonly found?: Found
  /** Why there is no value; absent together with `found`, or else present. */
  readonly problem?: Problem
  /** Other places that hold a different value, which is not used. */
  readonly conflicts: readonly string[]
}

export interface Found {
  readonly raw: SecretValue
  /** `the environment`, or the path of the file, or the name of a source. */
  readonly origin: string
  /** Of a mounted file. */
  readonly path?: string
}

/**
 * `missing`: it is nowhere. `empty`: it is there, without a value. `unreadable`: there is something that cannot be
 * read as asked. `invalid`: a check failed. `placeholder`: fine for development, refused in production.
 */
export type ProblemKind = 'missing' | 'empty' | 'unreadable' | 'invalid' | 'placeholder'

/** Why a secret cannot be used: what the developer has to know, and never a value or a part of one. */
export interface Problem {
  readonly name: string
  readonly kind: ProblemKind
  /** Where it was looked for, and what was wrong there. */
  readonly where: string
  /** What to do about it; empty when only the general advice applies. */
  readonly remedy: string
  readonly cause?: unknown
}

/** What a definition gives, once its value was turned into `T`. */
export type ValueOf<O, Raw> = O extends { readonly parse: infer P }
  ? Parsed<P>
  : O extends { readonly oneOf: readonly (infer T)[] }
    ? T
    : Raw

type Parsed<P> = P extends StandardSchemaV1
  ? StandardSchemaV1.InferOutput<P>
  : P extends (value: never) => infer T
    ? T
    : never

/** Possibly nothing, when the secret is optional. */
export type Given<S, O> = O extends { readonly optional: true } ? S | undefined : S
