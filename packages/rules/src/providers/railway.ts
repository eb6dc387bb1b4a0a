import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const railway = defineRules('Railway', () => [
  {
    id: 'railway-token',
    title: 'Railway API or project token',
    severity: 'critical',
    parts: uuid,
    context: { words: ['railway'], label: 'RAILWAY_TOKEN' },
    reference: 'https://docs.railway.com/reference/public-api',
    revoke: 'https://railway.com/account/tokens',
    nearMisses: [replacing('RAILWAY_TOKEN', 'RAILWAY_PROJECT')],
  },
])
