import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const akamai = defineRules('Akamai', () => [
  {
    id: 'akamai-edgegrid-token',
    title: 'Akamai EdgeGrid token',
    severity: 'high',
    parts: ['akab-', chars('lowerAlnum', 16), '-', chars('lowerAlnum', 16)],
    reference: 'https://techdocs.akamai.com/developer/docs/edgegrid',
    nearMisses: [replacing('akab-', 'akax-')],
  },
])
