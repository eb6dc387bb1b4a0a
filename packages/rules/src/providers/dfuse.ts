import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const dfuse = defineRules('dfuse', () => [
  {
    id: 'dfuse-api-key',
    title: 'dfuse API key',
    severity: 'medium',
    parts: [oneOf('web_', 'server_', 'mobile_'), chars('hex', 32)],
    reference: 'https://docs.dfuse.io/',
    nearMisses: [(key) => key.replace('_', '-')],
  },
])
