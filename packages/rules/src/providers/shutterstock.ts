import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const shutterstock = defineRules('Shutterstock', () => [
  {
    id: 'shutterstock-oauth-token',
    title: 'Shutterstock OAuth token',
    severity: 'medium',
    parts: ['v2/', chars('alnum', 388)],
    reference: 'https://api-reference.shutterstock.com/',
    nearMisses: [replacing('v2/', 'v9/')],
  },
])
