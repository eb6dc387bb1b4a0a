import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const anthropic = defineRules('Anthropic', () => [
  {
    id: 'anthropic-api-key',
    title: 'Anthropic API key',
    severity: 'high',
    parts: ['sk-ant-api', chars('digits', 2, 3), '-', chars('base64url', 88, 100)],
    reference: 'https://docs.anthropic.com/en/api/getting-started',
    revoke: 'https://console.anthropic.com/settings/keys',
    nearMisses: [replacing('sk-ant-api', 'sk-ant-apx')],
  },
  {
    id: 'anthropic-admin-key',
    title: 'Anthropic admin API key',
    severity: 'critical',
    parts: ['sk-ant-admin', chars('digits', 2, 3), '-', chars('base64url', 88, 100)],
    reference: 'https://docs.anthropic.com/en/api/administration-api',
    revoke: 'https://console.anthropic.com/settings/keys',
    nearMisses: [replacing('sk-ant-admin', 'sk-ant-admxn')],
  },
  {
    id: 'anthropic-oauth-token',
    title: 'Anthropic OAuth or session token',
    severity: 'high',
    parts: [
      oneOf('sk-ant-oat', 'sk-ant-ort', 'sk-ant-sid'),
      chars('digits', 2),
      '-',
      chars('base64url', 80, 130),
    ],
    reference: 'https://docs.anthropic.com/claude/reference/authentication',
    nearMisses: [(token) => token.replace('sk-ant-', 'sk-ent-')],
  },
])
