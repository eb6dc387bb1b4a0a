import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const gyazo = defineRules('Gyazo', () => [
  {
    id: 'gyazo-access-token',
    title: 'Gyazo access token',
    severity: 'low',
    parts: chars('base64url', 43),
    context: { words: ['gyazo'], label: 'GYAZO_ACCESS_TOKEN' },
    reference: 'https://gyazo.com/api/docs',
    nearMisses: [replacing('GYAZO_ACCESS_TOKEN', 'GYAZO_VERSION')],
  },
])
