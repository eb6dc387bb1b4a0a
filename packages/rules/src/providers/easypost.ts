import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const easypost = defineRules('EasyPost', () => [
  {
    id: 'easypost-api-key',
    title: 'EasyPost production API key',
    severity: 'high',
    parts: ['EZAK', chars('alnum', 54)],
    reference: 'https://docs.easypost.com/docs/authentication',
    nearMisses: [replacing('EZAK', 'EZBK')],
  },
  {
    id: 'easypost-test-key',
    title: 'EasyPost test key',
    severity: 'low',
    parts: ['EZTK', chars('alnum', 54)],
    reference: 'https://docs.easypost.com/docs/authentication',
    nearMisses: [replacing('EZTK', 'EZTX')],
  },
])
