import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const riot = defineRules('Riot Games', [
  {
    id: 'riot-games-api-key',
    title: 'Riot Games API key',
    severity: 'low',
    parts: ['RGAPI-', uuid],
    reference: 'https://developer.riotgames.com/docs/portal',
    revoke: 'https://developer.riotgames.com/',
    nearMisses: [replacing('RGAPI-', 'RGAPX-')],
  },
])
