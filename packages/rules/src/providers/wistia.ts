import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const wistia = defineRules('Wistia', () => [
  {
    id: 'wistia-api-token',
    title: 'Wistia API token',
    severity: 'medium',
    parts: chars('lowerAlnum', 64),
    context: { words: ['wistia'], label: 'WISTIA_API_TOKEN' },
    reference: 'https://docs.wistia.com/',
    nearMisses: [replacing('WISTIA_API_TOKEN', 'WISTIA_VERSION')],
  },
])
