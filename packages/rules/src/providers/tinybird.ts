import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const tinybird = defineRules('Tinybird', () => [
  {
    id: 'tinybird-token',
    title: 'Tinybird token',
    severity: 'high',
    parts: ['p.eyJ1Ijo', chars('base64url', 40, 300), '.', chars('base64url', 40, 48)],
    reference: 'https://www.tinybird.co/docs/forward/administration/tokens',
    nearMisses: [replacing('p.eyJ', 'q.eyJ')],
  },
])
