import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const endorLabs = defineRules('Endor Labs', () => [
  {
    id: 'endor-labs-key',
    title: 'Endor Labs API key or secret',
    severity: 'high',
    parts: ['endr+', chars('alnum', 16, 16, '-')],
    reference: 'https://docs.endorlabs.com/',
    nearMisses: [replacing('endr+', 'endr-')],
  },
])
