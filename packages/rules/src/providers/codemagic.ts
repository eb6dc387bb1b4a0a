import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const codemagic = defineRules('Codemagic', () => [
  {
    id: 'codemagic-api-token',
    title: 'Codemagic API token',
    severity: 'high',
    parts: chars('base64url', 43),
    context: { words: ['codemagic'], label: 'CODEMAGIC_API_TOKEN' },
    reference: 'https://docs.codemagic.io/rest-api/codemagic-rest-api/',
    nearMisses: [replacing('CODEMAGIC_API_TOKEN', 'CODEMAGIC_VERSION')],
  },
])
