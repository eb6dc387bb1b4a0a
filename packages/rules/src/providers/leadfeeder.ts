import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const leadfeeder = defineRules('Leadfeeder', () => [
  {
    id: 'leadfeeder-api-key',
    title: 'Leadfeeder API key',
    severity: 'medium',
    parts: chars('alnum', 43, 43, '-'),
    context: { words: ['leadfeeder'], label: 'LEADFEEDER_API_KEY' },
    nearMisses: [replacing('LEADFEEDER_API_KEY', 'LEADFEEDER_REGION')],
  },
])
