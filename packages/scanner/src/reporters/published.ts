import type { Finding } from '../finding.ts'

/** Raised when a field changes its name or its meaning, or goes; new fields do not raise it. */
export const schemaVersion = 1

/** What the JSON formats tell of a finding, named one by one: a field that it gains later is not published by accident. */
export const published = (finding: Finding) => ({
  ruleId: finding.ruleId,
  title: finding.title,
  provider: finding.provider,
  severity: finding.severity,
  confidence: finding.confidence,
  reasons: finding.reasons,
  location: finding.location,
  masked: finding.masked,
  excerpt: finding.excerpt,
  focus: finding.focus,
  via: finding.via,
  companion: finding.companion,
  history: finding.history,
  fingerprint: finding.fingerprint,
  place: finding.place,
  owner: finding.owner,
  suppression: finding.suppression,
  note: finding.note,
  reference: finding.reference,
  revoke: finding.revoke,
  value: finding.value,
})
