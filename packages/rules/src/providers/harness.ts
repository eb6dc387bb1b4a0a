import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const harness = defineRules('Harness', () => [
  {
    id: 'harness-token',
    title: 'Harness personal or service account token',
    severity: 'critical',
    parts: [oneOf('pat.', 'sat.'), chars('base64url', 22), '.', chars('hex', 24), '.', chars('alnum', 20)],
    reference: 'https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/',
    nearMisses: [(token) => token.replace('at.', 'au.')],
  },
])
