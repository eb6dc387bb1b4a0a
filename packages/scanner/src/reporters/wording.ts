import type { Finding } from '../finding.ts'

/** How sure a finding is, and why. */
export const certainty = ({ confidence, reasons }: Finding): string => {
  const why = reasons.length === 0 ? '' : `: ${reasons.join(', ')}`
  return `${confidence.replace('-', ' ')} confidence${why}`
}

/** The same for who wants to know: each reason on a line of its own, and how the finding can be named. */
export const explanation = ({ confidence, reasons, provider, ruleId, fingerprint }: Finding): string[] => [
  `${confidence.replace('-', ' ')} confidence:`,
  ...reasons.map((reason) => `  - ${reason}`),
  `rule ${ruleId} (${provider}), fingerprint ${fingerprint.slice(0, 16)}`,
]

/** How to make a found secret useless. */
export const remedy = ({ revoke, reference }: Finding): string => {
  if (revoke !== undefined) return `Revoke it: ${revoke}`
  return `Revoke it where it was issued${reference === undefined ? '' : `; what it is: ${reference}`}`
}
