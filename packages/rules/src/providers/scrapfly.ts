import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const scrapfly = defineRules('Scrapfly', () => [
  {
    id: 'scrapfly-api-key',
    title: 'Scrapfly API key',
    severity: 'medium',
    parts: [oneOf('scp-live-', 'scp-test-'), chars('lowerAlnum', 32)],
    reference: 'https://scrapfly.io/docs',
    nearMisses: [replacing('scp-', 'scx-')],
  },
])
