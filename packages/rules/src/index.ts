export type { Context } from './context.ts'
export { type CustomRule, custom, defineRule, type RuleText, type TokenRule } from './define-rule.ts'
export { genericRules, keyConfidence, type NameKind, nameKind } from './generic/index.ts'
export { identifierRules } from './identifiers.ts'
export { type NearMiss, replacing } from './near-misses.ts'
export {
  anyOf,
  chars,
  check,
  oneOf,
  optional,
  type Part,
  type Parts,
  secret,
  sequence,
  slash,
  uuid,
} from './parts.ts'
export { seededRandom } from './random.ts'
export type { Candidate, Confidence, Judgement, Random, Rule, Run, Severity, Span, Verdict } from './rule.ts'
export { boundaryReach } from './rule.ts'
export { providerRules, rules } from './rules.ts'
export { serviceRules } from './services/index.ts'
export { structuralRules } from './structural/index.ts'
