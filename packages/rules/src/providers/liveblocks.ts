import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const liveblocks = defineRules('Liveblocks', () => [
  {
    id: 'liveblocks-secret-key',
    title: 'Liveblocks secret key',
    severity: 'high',
    parts: [oneOf('sk_dev_', 'sk_prod_'), chars('base64url', 48, 80)],
    reference: 'https://liveblocks.io/docs/authentication',
    nearMisses: [(token) => token.replace('sk_', 'pk_')],
  },
])
