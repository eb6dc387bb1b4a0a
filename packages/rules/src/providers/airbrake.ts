import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const airbrake = defineRules('Airbrake', () => [
  {
    id: 'airbrake-key',
    title: 'Airbrake project or user key',
    severity: 'medium',
    parts: [oneOf(chars('hex', 32), chars('hex', 40))],
    context: { words: ['airbrake'], label: 'AIRBRAKE_API_KEY' },
    reference: 'https://docs.airbrake.io/',
    nearMisses: [replacing('AIRBRAKE_API_KEY', 'AIRBRAKE_COMMIT')],
  },
])
