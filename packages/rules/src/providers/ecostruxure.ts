import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ecostruxure = defineRules('EcoStruxure IT', () => [
  {
    id: 'ecostruxure-it-api-key',
    title: 'EcoStruxure IT API key',
    severity: 'medium',
    parts: ['AK1', chars('alnum', 50, 55, '/')],
    context: { words: ['ecostruxure'] },
    reference: 'https://ecostruxureit.com/',
    nearMisses: [replacing('=AK1', '=AK9')],
  },
])
