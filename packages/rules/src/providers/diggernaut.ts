import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const diggernaut = defineRules('Diggernaut', () => [
  {
    id: 'diggernaut-api-key',
    title: 'Diggernaut API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 40),
    context: { words: ['diggernaut'], label: 'DIGGERNAUT_API_KEY' },
    nearMisses: [replacing('DIGGERNAUT_API_KEY', 'DIGGERNAUT_REGION')],
  },
])
