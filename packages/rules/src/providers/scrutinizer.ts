import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const scrutinizer = defineRules('Scrutinizer', () => [
  {
    id: 'scrutinizer-access-token',
    title: 'Scrutinizer CI access token',
    severity: 'medium',
    parts: chars('lowerAlnum', 64),
    context: { words: ['scrutinizer'], label: 'SCRUTINIZER_ACCESS_TOKEN' },
    reference: 'https://scrutinizer-ci.com/docs/',
    nearMisses: [replacing('SCRUTINIZER_ACCESS_TOKEN', 'SCRUTINIZER_VERSION')],
  },
])
