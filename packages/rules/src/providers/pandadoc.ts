import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pandadoc = defineRules('PandaDoc', () => [
  {
    id: 'pandadoc-api-key',
    title: 'PandaDoc API key',
    severity: 'high',
    parts: chars('alnum', 40),
    context: { words: ['pandadoc'], label: 'PANDADOC_API_KEY' },
    reference: 'https://developers.pandadoc.com/',
    nearMisses: [replacing('PANDADOC_API_KEY', 'PANDADOC_REGION')],
  },
])
