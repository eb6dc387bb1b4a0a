import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const buttercms = defineRules('ButterCMS', () => [
  {
    id: 'buttercms-api-token',
    title: 'ButterCMS API token',
    severity: 'medium',
    parts: chars('lowerAlnum', 40),
    context: { words: ['buttercms'], label: 'BUTTERCMS_API_TOKEN' },
    reference: 'https://buttercms.com/docs/api/',
    nearMisses: [replacing('BUTTERCMS_API_TOKEN', 'BUTTERCMS_VERSION')],
  },
])
