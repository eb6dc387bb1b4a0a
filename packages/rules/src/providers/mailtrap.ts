import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mailtrap = defineRules('Mailtrap', () => [
  {
    id: 'mailtrap-api-token',
    title: 'Mailtrap API token',
    severity: 'medium',
    parts: chars('hex', 32),
    context: { words: ['mailtrap'], label: 'MAILTRAP_API_TOKEN' },
    reference: 'https://docs.mailtrap.io/',
    nearMisses: [replacing('MAILTRAP_API_TOKEN', 'MAILTRAP_BUILD_ID')],
  },
])
