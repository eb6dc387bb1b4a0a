import type { Finding } from '../finding.ts'
import type { Suppression } from '../suppression.ts'

/** How sure a finding is, and why. */
export const confidenceWords = ({ confidence, reasons }: Finding): string => {
  const why = reasons.length === 0 ? '' : `: ${reasons.join(', ')}`
  return `${confidence.replace('-', ' ')} confidence${why}`
}

/** Why what is meant to suppress a finding does not; nothing when nothing is. */
export const noteWords = ({ note }: Finding): string[] =>
  note === undefined ? [] : [`not suppressed: ${note}`]

/** All that is to be said of why a finding is reported, in a few words. */
export const certainty = (finding: Finding): string =>
  [confidenceWords(finding), ...noteWords(finding)].join('; ')

/** The same for who wants to know: each reason on a line of its own, and how the finding can be named. */
export const explanation = ({ confidence, reasons, provider, ruleId, fingerprint }: Finding): string[] => [
  `${confidence.replace('-', ' ')} confidence:`,
  ...reasons.map((reason) => `  - ${reason}`),
  `rule ${ruleId} (${provider}), fingerprint ${fingerprint.slice(0, 16)}`,
]

/** Whose a finding is, when a configuration says so. */
export const ownerWords = ({ owner }: Finding): readonly string[] =>
  owner === undefined ? [] : [`Owner: ${owner}`]

/** What hides a finding, why, and who says so. */
export const suppressionWords = ({ kind, where, owner, until, reason }: Suppression): string => {
  const by = [where ?? kind, owner && `by ${owner}`, until && `until ${until}`].filter(Boolean).join(' ')
  return reason === undefined ? by : `${by}: ${reason}`
}

/** What to do about the secrets that were found, in this order. */
export const advice: readonly string[] = [
  'Revoke each secret where it was issued: it stays in the history and in every clone after its line is gone.',
  'Remove it from the file, and read it from the environment or from a mounted file.',
  'If it was pushed, rewrite the history last: a secret that is revoked does no harm there.',
]

/** How to make a found secret useless. */
export const remedy = ({ revoke, reference }: Finding): string => {
  if (revoke !== undefined) return `Revoke it: ${revoke}`
  return `Revoke it where it was issued${reference === undefined ? '' : `; what it is: ${reference}`}`
}
