import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const stackhawk = defineRules('StackHawk', () => [
  {
    id: 'stackhawk-api-key',
    title: 'StackHawk API key',
    severity: 'medium',
    parts: ['hawk.', chars('base64url', 20), '.', chars('base64url', 20)],
    reference: 'https://docs.stackhawk.com/',
    nearMisses: [replacing('hawk.', 'hawx.')],
  },
])
