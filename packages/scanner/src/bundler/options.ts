import type { Confidence, Rule } from '@tacet/rules'

type Variables = Readonly<Record<string, string | undefined>>

export interface BundleOptions {
  /** Your own secrets by their names, which no output may hold in any form: `{ STRIPE_KEY: process.env.STRIPE_KEY }`. */
  readonly values?: Variables
  /**
   * Names of variables of `environment` whose values no output may hold. `*` stands for any characters, `!` before a
   * name leaves out what it means; of the default when there is no other. Default: every name that says that it is of a secret, and every address with a
   * password in it.
   *
   * A name that a bundler makes public, as `VITE_…`, counts only when the pattern starts with that prefix too; what the
   * rules find behind one is reported all the same.
   */
  readonly env?: readonly string[]
  /** Where the values of `env` come from. Default: `process.env`. */
  readonly environment?: Variables
  /** Whether a secret ends the build or is only warned of. Default: `error`. */
  readonly mode?: 'error' | 'warn'
  /** What may be in the output: ids of rules, and names of variables. */
  readonly allow?: readonly string[]
  /** Default: all rules of `@tacet/rules`. None: only values are looked for. */
  readonly rules?: readonly Rule[]
  /** The least confidence of what the rules find. Default: `high`. */
  readonly threshold?: Confidence
}
