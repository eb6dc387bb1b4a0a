import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const kagi = defineRules('Kagi', () => [
  {
    id: 'kagi-api-key',
    title: 'Kagi API key',
    severity: 'medium',
    parts: [chars('base64url', 11), '.', chars('base64url', 43)],
    context: { words: ['kagi'], label: 'KAGI_API_KEY' },
    reference: 'https://help.kagi.com/kagi/api/overview.html',
    nearMisses: [replacing('KAGI_API_KEY', 'KAGI_VERSION')],
  },
])
