import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const sidekiq = defineRules('Sidekiq', () => [
  {
    id: 'sidekiq-gem-credential',
    title: 'Sidekiq Pro or Enterprise gem credential',
    severity: 'medium',
    parts: [chars('hex', 8), ':', chars('hex', 8)],
    context: {
      words: ['contribsys', 'bundle_gems__contribsys__com', 'bundle_enterprise__contribsys__com'],
      label: 'CONTRIBSYS_CREDENTIAL',
    },
    reference: 'https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ',
    nearMisses: [replacing('_CREDENTIAL', '_REGION')],
  },
])
