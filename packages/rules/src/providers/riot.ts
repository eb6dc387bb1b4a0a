import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const riot = defineRules('Riot Games', () => [
  {
    id: 'riot-games-api-key',
    title: 'Riot Games API key',
    severity: 'low',
    parts: ['RGAPI-', [8, 4, 4, 4, 12].map((n, i) => [i ? '-' : '', chars('lowerAlnum', n)])],
    reference: 'https://developer.riotgames.com/docs/portal',
    revoke: 'https://developer.riotgames.com/',
    nearMisses: [replacing('RGAPI-', 'RGAPX-')],
  },
])
