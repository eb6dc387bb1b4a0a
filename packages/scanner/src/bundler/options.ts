import type { Confidence, Rule } from '@tacet/rules'
import type { Names } from '../check-names.ts'

type Variables = Readonly<Record<string, string | undefined>>

export interface BundleOptions {
  /**
   * Whether the `tacet.json` of the project is obeyed: its rules, thresholds and allow entries, but not what it says of
   * paths, which are those of sources; or the path of one. Default: true.
   */
  readonly config?: boolean | string
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
  /** The least confidence of what the rules find. Default: as a configuration says, or else `high`. */
  readonly threshold?: Confidence
}

export const names: Names<BundleOptions> = {
  config: true,
  values: true,
  env: true,
  environment: true,
  mode: true,
  allow: true,
  rules: true,
  threshold: true,
}
