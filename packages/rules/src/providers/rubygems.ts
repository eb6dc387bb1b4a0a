import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const rubygems = defineRules('RubyGems', () => [
  {
    id: 'rubygems-api-key',
    title: 'RubyGems API key',
    severity: 'critical',
    parts: ['rubygems_', chars('hex', 48)],
    reference: 'https://guides.rubygems.org/api-key-scopes/',
    revoke: 'https://rubygems.org/profile/api_keys',
    nearMisses: [replacing('rubygems_', 'rubygems-')],
  },
])
