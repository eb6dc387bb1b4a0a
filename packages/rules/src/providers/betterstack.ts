import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const betterstack = defineRules('Better Stack', () => [
  {
    id: 'better-stack-api-token',
    title: 'Better Stack API token',
    severity: 'medium',
    parts: chars('alnum', 24),
    context: {
      words: ['betterstack', 'betteruptime', 'better_stack', 'better_uptime', 'logtail'],
      label: 'BETTERSTACK_API_TOKEN',
    },
    reference: 'https://betterstack.com/docs/uptime/api/',
    nearMisses: [replacing('BETTERSTACK_API_TOKEN', 'BETTERSTACK_REGION')],
  },
])
