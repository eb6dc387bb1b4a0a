import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const tenable = defineRules('Tenable', () => [
  {
    id: 'tenable-secret-key',
    title: 'Tenable access or secret key',
    severity: 'critical',
    parts: chars('hex', 64),
    context: { words: ['tenable', 'nessus'], label: 'TENABLE_SECRET_KEY' },
    reference: 'https://developer.tenable.com/docs/authorization',
    nearMisses: [replacing('TENABLE_SECRET_KEY', 'TENABLE_VERSION')],
  },
])
