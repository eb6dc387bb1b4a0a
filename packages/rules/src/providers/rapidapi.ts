import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const rapidapi = defineRules('RapidAPI', () => [
  {
    id: 'rapidapi-application-key',
    title: 'RapidAPI application key',
    severity: 'medium',
    parts: [
      chars('lowerAlnum', 10),
      'msh',
      chars('lowerAlnum', 15),
      'p1',
      chars('lowerAlnum', 6),
      'jsn',
      chars('lowerAlnum', 11, 12),
    ],
    reference: 'https://docs.rapidapi.com/docs/keys',
    nearMisses: [replacing('jsn', 'jsx')],
  },
  {
    id: 'rapidapi-key',
    title: 'RapidAPI key',
    severity: 'medium',
    parts: chars('alnum', 50),
    context: { words: ['rapidapi', 'rapid_api', 'rapid-api'], label: 'RAPIDAPI_KEY' },
    reference: 'https://docs.rapidapi.com/docs/keys',
    nearMisses: [replacing('RAPIDAPI_KEY', 'RAPIDAPI_REGION')],
  },
])
