import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const loginradius = defineRules('LoginRadius', () => [
  {
    id: 'loginradius-api-key',
    title: 'LoginRadius API key',
    severity: 'medium',
    parts: uuid,
    context: { words: ['loginradius'], label: 'LOGINRADIUS_API_KEY' },
    nearMisses: [replacing('LOGINRADIUS_API_KEY', 'LOGINRADIUS_REGION')],
  },
])
