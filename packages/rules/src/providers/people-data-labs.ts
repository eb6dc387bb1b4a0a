import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const peopleDataLabs = defineRules('People Data Labs', () => [
  {
    id: 'people-data-labs-api-key',
    title: 'People Data Labs API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 64),
    context: {
      words: ['peopledatalabs', 'people_data_labs', 'pdl_api_key'],
      label: 'PEOPLEDATALABS_API_KEY',
    },
    reference: 'https://docs.peopledatalabs.com/',
    nearMisses: [replacing('PEOPLEDATALABS_API_KEY', 'PEOPLEDATALABS_VERSION')],
  },
])
