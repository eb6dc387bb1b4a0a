import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const deepseek = defineRules('DeepSeek', () => [
  {
    id: 'deepseek-api-key',
    title: 'API key of DeepSeek, or of a service that writes its keys alike',
    severity: 'high',
    parts: ['sk-', chars('hex', 32)],
    reference: 'https://api-docs.deepseek.com/',
    revoke: 'https://platform.deepseek.com/api_keys',
    nearMisses: [replacing('sk-', 'pk-')],
  },
])
