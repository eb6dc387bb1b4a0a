import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const eventbrite = defineRules('Eventbrite', () => [
  {
    id: 'eventbrite-private-token',
    title: 'Eventbrite private token',
    severity: 'medium',
    parts: chars('upperAlnum', 20),
    context: { words: ['eventbrite'], label: 'EVENTBRITE_PRIVATE_TOKEN' },
    reference: 'https://www.eventbrite.com/platform/docs/authentication',
    nearMisses: [replacing('EVENTBRITE_PRIVATE_TOKEN', 'EVENTBRITE_VERSION')],
  },
])
