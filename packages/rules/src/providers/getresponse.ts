import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const getresponse = defineRules('GetResponse', () => [
  {
    id: 'getresponse-api-key',
    title: 'GetResponse API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['getresponse'], label: 'GETRESPONSE_API_KEY' },
    reference: 'https://apidocs.getresponse.com/',
    nearMisses: [replacing('GETRESPONSE_API_KEY', 'GETRESPONSE_VERSION')],
  },
])
