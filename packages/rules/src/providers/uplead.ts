import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const uplead = defineRules('UpLead', () => [
  {
    id: 'uplead-api-key',
    title: 'UpLead API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32, 32, '-'),
    context: { words: ['uplead'], label: 'UPLEAD_API_KEY' },
    nearMisses: [replacing('UPLEAD_API_KEY', 'UPLEAD_REGION')],
  },
])
