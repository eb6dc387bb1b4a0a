import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const canva = defineRules('Canva', () => [
  {
    id: 'canva-client-secret',
    title: 'Canva Connect client secret',
    severity: 'high',
    parts: ['cnvca', chars('base64url', 51)],
    reference: 'https://www.canva.dev/docs/connect/authentication/',
    nearMisses: [replacing('cnvca', 'cnvxa')],
  },
])
