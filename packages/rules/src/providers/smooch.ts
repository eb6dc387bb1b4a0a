import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const smooch = defineRules('Smooch', () => [
  {
    id: 'smooch-app-key',
    title: 'Smooch app key',
    severity: 'medium',
    parts: ['act_', chars('lowerAlnum', 24)],
    context: { words: ['smooch'] },
    reference: 'https://docs.smooch.io/',
    nearMisses: [replacing('=act_', '=axt_')],
  },
])
