import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const flutterwave = defineRules('Flutterwave', () => [
  {
    id: 'flutterwave-secret-key',
    title: 'Flutterwave secret key',
    severity: 'critical',
    parts: ['FLWSECK-', chars('hex', 32), '-X'],
    reference: 'https://developer.flutterwave.com/docs/authentication',
    nearMisses: [replacing('FLWSECK-', 'FLWPUBK-')],
  },
])
