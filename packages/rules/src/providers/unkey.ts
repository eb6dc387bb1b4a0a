import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const unkey = defineRules('Unkey', () => [
  {
    id: 'unkey-root-key',
    title: 'Unkey root key',
    severity: 'high',
    parts: ['unkey_', chars('alnum', 20, 32)],
    reference: 'https://www.unkey.com/docs',
    nearMisses: [replacing('unkey_', 'unkex_')],
  },
])
