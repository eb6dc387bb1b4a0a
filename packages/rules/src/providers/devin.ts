import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, optional } from '../parts.ts'

export const devin = defineRules('Devin', () => [
  {
    id: 'devin-service-token',
    title: 'Devin service user token',
    severity: 'high',
    parts: ['cog_', chars('lowerBase32', 52)],
    reference: 'https://docs.devin.ai/',
    nearMisses: [replacing('cog_', 'cox_')],
  },
  {
    id: 'devin-api-key',
    title: 'Devin API key',
    severity: 'high',
    parts: ['apk_', optional('user_'), chars('base64', 80, 182), optional('='), optional('=')],
    reference: 'https://docs.devin.ai/',
    nearMisses: [replacing('apk_', 'apx_')],
  },
])
