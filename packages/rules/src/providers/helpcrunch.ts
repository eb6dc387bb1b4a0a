import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const helpcrunch = defineRules('HelpCrunch', () => [
  {
    id: 'helpcrunch-api-key',
    title: 'HelpCrunch API key',
    severity: 'medium',
    parts: chars('base64', 328),
    context: { words: ['helpcrunch'], label: 'HELPCRUNCH_API_KEY' },
    reference: 'https://docs.helpcrunch.com/',
    nearMisses: [replacing('HELPCRUNCH_API_KEY', 'HELPCRUNCH_VERSION')],
  },
])
