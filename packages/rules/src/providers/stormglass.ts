import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const stormglass = defineRules('Stormglass', () => [
  {
    id: 'stormglass-api-key',
    title: 'Stormglass API key',
    severity: 'low',
    parts: [uuid, '-', uuid],
    context: { words: ['stormglass'], label: 'STORMGLASS_API_KEY' },
    reference: 'https://docs.stormglass.io/',
    nearMisses: [replacing('STORMGLASS_API_KEY', 'STORMGLASS_VERSION')],
  },
])
