import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const dataGov = defineRules('api.data.gov', () => [
  {
    id: 'data-gov-api-key',
    title: 'api.data.gov API key',
    severity: 'low',
    parts: chars('alnum', 40),
    context: {
      words: ['data.gov', 'data_gov', 'datagov', 'nasa.gov', 'nasa_api'],
      label: 'DATA_GOV_API_KEY',
    },
    reference: 'https://api.data.gov/docs/developer-manual/',
    nearMisses: [replacing('DATA_GOV_API_KEY', 'DATA_REGION')],
  },
])
