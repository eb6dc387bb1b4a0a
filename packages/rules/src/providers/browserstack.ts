import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const browserstack = defineRules('BrowserStack', () => [
  {
    id: 'browserstack-access-key',
    title: 'BrowserStack access key',
    severity: 'high',
    parts: chars('alnum', 20),
    context: { words: ['browserstack'], label: 'BROWSERSTACK_ACCESS_KEY' },
    reference: 'https://www.browserstack.com/docs',
    nearMisses: [replacing('BROWSERSTACK_ACCESS_KEY', 'BROWSERSTACK_REGION')],
  },
])
