import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const diffbot = defineRules('Diffbot', () => [
  {
    id: 'diffbot-token',
    title: 'Diffbot token',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['diffbot'], label: 'DIFFBOT_TOKEN' },
    reference: 'https://docs.diffbot.com/',
    nearMisses: [replacing('DIFFBOT_TOKEN', 'DIFFBOT_VERSION')],
  },
])
