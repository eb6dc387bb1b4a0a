import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const trello = defineRules('Trello', () => [
  {
    id: 'trello-api-token',
    title: 'Trello API token',
    severity: 'high',
    companions: ['trello-api-key'],
    parts: ['ATTA', chars('anyHex', 64), chars('upperHex', 8)],
    reference: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
    revoke: 'https://trello.com/your/account',
    nearMisses: [replacing('ATTA', 'ATTX')],
  },
  {
    id: 'trello-legacy-token',
    title: 'Trello API token (older form)',
    severity: 'high',
    parts: chars('hex', 64),
    context: { words: ['trello'], label: 'TRELLO_TOKEN' },
    reference: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
    nearMisses: [replacing('TRELLO_TOKEN', 'TRELLO_VERSION')],
  },
  {
    id: 'trello-api-key',
    title: 'Trello API key',
    severity: 'medium',
    parts: chars('hex', 32),
    context: { words: ['trello'], label: 'TRELLO_API_KEY' },
    reference: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
    nearMisses: [replacing('TRELLO_API_KEY', 'TRELLO_BUILD_ID')],
  },
])
