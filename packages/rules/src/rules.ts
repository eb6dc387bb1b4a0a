import { genericRules } from './generic/index.ts'
import { identifierRules } from './identifiers.ts'
import { summaries } from './prepared.ts'
import * as providers from './providers/index.ts'
import type { Rule } from './rule.ts'
import { serviceRules } from './services/index.ts'
import { structuralRules } from './structural/index.ts'
import { deferred } from './summary.ts'

/** The rules of every provider, in the order of the providers' names. */
export const providerRules: readonly Rule[] = Object.values(providers).flatMap(
  (rules, provider) =>
    summaries?.[provider]?.map((summary, index) => deferred(summary, () => rules()[index]!)) ?? rules(),
)

/** Every rule, in the order of precedence: where two claim the same text, the earlier has it. */
export const rules: readonly Rule[] = [
  ...providerRules,
  ...structuralRules,
  ...serviceRules,
  ...genericRules,
  ...identifierRules,
]
