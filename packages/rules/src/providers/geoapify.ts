import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const geoapify = defineRules('Geoapify', () => [
  {
    id: 'geoapify-api-key',
    title: 'Geoapify API key',
    severity: 'low',
    parts: chars('lowerAlnum', 32),
    context: { words: ['geoapify'], label: 'GEOAPIFY_API_KEY' },
    reference: 'https://apidocs.geoapify.com/',
    nearMisses: [replacing('GEOAPIFY_API_KEY', 'GEOAPIFY_VERSION')],
  },
])
