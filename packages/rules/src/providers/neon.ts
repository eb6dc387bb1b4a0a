import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const neon = defineRules('Neon', () => [
  {
    id: 'neon-api-key',
    title: 'Neon API key',
    severity: 'critical',
    parts: ['napi_', chars('lowerAlnum', 64)],
    reference: 'https://neon.com/docs/manage/api-keys',
    revoke: 'https://neon.com/docs/manage/api-keys',
    nearMisses: [replacing('napi_', 'napx_')],
  },
  {
    id: 'neon-database-password',
    title: 'Neon database password',
    severity: 'critical',
    parts: ['npg_', chars('alnum', 12, 16)],
    reference: 'https://neon.com/docs/connect/connect-from-any-app',
    nearMisses: [replacing('npg_', 'npx_')],
  },
])
