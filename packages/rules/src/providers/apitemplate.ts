import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const apitemplate = defineRules('APITemplate.io', () => [
  {
    id: 'apitemplate-api-key',
    title: 'APITemplate.io API key',
    severity: 'low',
    parts: chars('alnum', 39),
    context: { words: ['apitemplate'], label: 'APITEMPLATE_API_KEY' },
    reference: 'https://docs.apitemplate.io/',
    nearMisses: [replacing('APITEMPLATE_API_KEY', 'APITEMPLATE_REGION')],
  },
])
