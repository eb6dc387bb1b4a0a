import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pushbullet = defineRules('Pushbullet', () => [
  {
    id: 'pushbullet-access-token',
    title: 'Pushbullet access token',
    severity: 'medium',
    parts: ['o.', chars('alnum', 32)],
    context: { words: ['pushbullet'], label: 'PUSHBULLET_ACCESS_TOKEN' },
    reference: 'https://docs.pushbullet.com/',
    nearMisses: [replacing('PUSHBULLET_ACCESS_TOKEN', 'PUSHBULLET_REGION')],
  },
])
