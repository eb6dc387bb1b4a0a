import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const qase = defineRules('Qase', () => [
  {
    id: 'qase-api-token',
    title: 'Qase API token',
    severity: 'medium',
    parts: [oneOf(chars('alnum', 40), chars('hex', 64))],
    context: { words: ['qase'], label: 'QASE_API_TOKEN' },
    reference: 'https://developers.qase.io/',
    nearMisses: [replacing('QASE_API_TOKEN', 'QASE_REGION')],
  },
])
