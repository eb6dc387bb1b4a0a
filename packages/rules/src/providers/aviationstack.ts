import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const aviationstack = defineRules('Aviationstack', () => [
  {
    id: 'aviationstack-access-key',
    title: 'Aviationstack access key',
    severity: 'low',
    parts: chars('lowerAlnum', 32),
    context: { words: ['aviationstack'], label: 'AVIATIONSTACK_ACCESS_KEY' },
    reference: 'https://aviationstack.com/documentation',
    nearMisses: [replacing('AVIATIONSTACK_ACCESS_KEY', 'AVIATIONSTACK_VERSION')],
  },
])
