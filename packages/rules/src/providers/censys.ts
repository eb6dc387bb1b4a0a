import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const censys = defineRules('Censys', () => [
  {
    id: 'censys-api-secret',
    title: 'Censys API secret',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['censys'], label: 'CENSYS_API_SECRET' },
    reference: 'https://docs.censys.com/',
    nearMisses: [replacing('CENSYS_API_SECRET', 'CENSYS_REGION')],
  },
])
