import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const upcdatabase = defineRules('UPCDatabase', () => [
  {
    id: 'upcdatabase-api-key',
    title: 'UPCDatabase API key',
    severity: 'medium',
    parts: chars('upperAlnum', 32),
    context: { words: ['upcdatabase'], label: 'UPCDATABASE_API_KEY' },
    nearMisses: [replacing('UPCDATABASE_API_KEY', 'UPCDATABASE_REGION')],
  },
])
