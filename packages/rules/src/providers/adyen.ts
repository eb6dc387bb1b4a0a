import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const adyen = defineRules('Adyen', () => [
  {
    id: 'adyen-api-key',
    title: 'Adyen API key',
    severity: 'critical',
    parts: [oneOf('AQEx', 'AQEy', 'AQEm'), chars('base64', 100, 400, '-=_')],
    reference: 'https://docs.adyen.com/development-resources/api-credentials/',
    nearMisses: [replacing('AQE', 'AQF')],
  },
])
