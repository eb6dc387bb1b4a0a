import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const nasdaqdatalink = defineRules('Nasdaq Data Link', () => [
  {
    id: 'nasdaqdatalink-api-key',
    title: 'Nasdaq Data Link API key',
    severity: 'medium',
    parts: chars('base64url', 20),
    context: { words: ['nasdaqdatalink'], label: 'NASDAQDATALINK_API_KEY' },
    nearMisses: [replacing('NASDAQDATALINK_API_KEY', 'NASDAQDATALINK_REGION')],
  },
])
