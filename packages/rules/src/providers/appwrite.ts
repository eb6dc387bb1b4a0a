import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const appwrite = defineRules('Appwrite', () => [
  {
    id: 'appwrite-api-key',
    title: 'Appwrite API key',
    severity: 'critical',
    parts: ['standard_', chars('hex', 256)],
    reference: 'https://appwrite.io/docs/advanced/platform/api-keys',
    nearMisses: [replacing('standard_', 'standart_')],
  },
])
