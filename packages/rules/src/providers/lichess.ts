import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const lichess = defineRules('Lichess', () => [
  {
    id: 'lichess-access-token',
    title: 'Lichess personal access token',
    severity: 'low',
    parts: ['lip_', chars('alnum', 20, 60)],
    reference: 'https://lichess.org/api',
    revoke: 'https://lichess.org/account/oauth/token',
    nearMisses: [replacing('lip_', 'lix_')],
  },
])
