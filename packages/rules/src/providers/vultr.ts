import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const vultr = defineRules('Vultr', () => [
  {
    id: 'vultr-api-key',
    title: 'Vultr API key',
    severity: 'critical',
    parts: chars('upperAlnum', 36),
    context: { words: ['vultr'], label: 'VULTR_API_KEY' },
    reference: 'https://www.vultr.com/api/#section/Authentication',
    nearMisses: [replacing('VULTR_API_KEY', 'VULTR_VERSION')],
  },
])
