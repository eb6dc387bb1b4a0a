import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const deepseek = defineRules('DeepSeek', [
  {
    id: 'deepseek-api-key',
    title: 'DeepSeek API key',
    severity: 'high',
    parts: ['sk-', chars('hex', 32)],
    context: { words: ['deepseek'] },
    reference: 'https://api-docs.deepseek.com/',
    revoke: 'https://platform.deepseek.com/api_keys',
    nearMisses: [replacing('=sk-', '=pk-')],
  },
])
