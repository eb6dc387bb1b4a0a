import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const klipfolio = defineRules('Klipfolio', () => [
  {
    id: 'klipfolio-api-key',
    title: 'Klipfolio API key',
    severity: 'medium',
    parts: chars('hex', 40),
    context: { words: ['klipfolio'], label: 'KLIPFOLIO_API_KEY' },
    nearMisses: [replacing('KLIPFOLIO_API_KEY', 'KLIPFOLIO_REGION')],
  },
])
