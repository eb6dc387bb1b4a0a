import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const onfleet = defineRules('Onfleet', () => [
  {
    id: 'onfleet-api-key',
    title: 'Onfleet API key',
    severity: 'high',
    parts: chars('lowerAlnum', 32),
    context: { words: ['onfleet'], label: 'ONFLEET_API_KEY' },
    reference: 'https://docs.onfleet.com/',
    nearMisses: [replacing('ONFLEET_API_KEY', 'ONFLEET_VERSION')],
  },
])
