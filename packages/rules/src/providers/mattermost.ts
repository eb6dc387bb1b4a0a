import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mattermost = defineRules('Mattermost', () => [
  {
    id: 'mattermost-access-token',
    title: 'Mattermost personal access token',
    severity: 'high',
    parts: chars('lowerAlnum', 26),
    context: { words: ['mattermost'], label: 'MATTERMOST_ACCESS_TOKEN' },
    reference: 'https://developers.mattermost.com/integrate/reference/personal-access-token/',
    nearMisses: [replacing('MATTERMOST_ACCESS_TOKEN', 'MATTERMOST_VERSION')],
  },
])
