import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const voodoosms = defineRules('Voodoo SMS', () => [
  {
    id: 'voodoosms-api-key',
    title: 'Voodoo SMS API key',
    severity: 'medium',
    parts: chars('alnum', 46),
    context: { words: ['voodoosms'], label: 'VOODOOSMS_API_KEY' },
    nearMisses: [replacing('VOODOOSMS_API_KEY', 'VOODOOSMS_REGION')],
  },
])
