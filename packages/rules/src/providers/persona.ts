import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const persona = defineRules('Persona', () => [
  {
    id: 'persona-api-key',
    title: 'Persona API key',
    severity: 'high',
    parts: ['persona_production_', chars('base64url', 20, 80)],
    reference: 'https://docs.withpersona.com/api-keys',
    nearMisses: [replacing('persona_production_', 'persona_productive_')],
  },
])
