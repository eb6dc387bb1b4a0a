import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const helpscout = defineRules('Help Scout', () => [
  {
    id: 'help-scout-api-key',
    title: 'Help Scout API key',
    severity: 'high',
    parts: chars('lowerAlnum', 40),
    context: { words: ['helpscout', 'help_scout'], label: 'HELPSCOUT_API_KEY' },
    reference: 'https://developer.helpscout.com/',
    nearMisses: [replacing('HELPSCOUT_API_KEY', 'HELPSCOUT_VERSION')],
  },
])
