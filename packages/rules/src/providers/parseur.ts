import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const parseur = defineRules('Parseur', () => [
  {
    id: 'parseur-api-key',
    title: 'Parseur API key',
    severity: 'medium',
    parts: chars('hex', 40),
    context: { words: ['parseur'], label: 'PARSEUR_API_KEY' },
    nearMisses: [replacing('PARSEUR_API_KEY', 'PARSEUR_REGION')],
  },
])
