import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const spoonacular = defineRules('spoonacular', () => [
  {
    id: 'spoonacular-api-key',
    title: 'spoonacular API key',
    severity: 'low',
    parts: chars('lowerAlnum', 32),
    context: { words: ['spoonacular'], label: 'SPOONACULAR_API_KEY' },
    reference: 'https://spoonacular.com/food-api/docs',
    nearMisses: [replacing('SPOONACULAR_API_KEY', 'SPOONACULAR_VERSION')],
  },
])
